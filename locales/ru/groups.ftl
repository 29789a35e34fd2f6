### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = Прежнее название: { $name } (действовало до: { $until })
group-closed = Группа закрыта ({ $date }). Ее встречи остаются здесь.
group-how-to-join = Как присоединиться
group-mailing-list = Список рассылки
group-contact = Контакт
group-until = До какого времени
groups-onward =
    { $count ->
        [one] { $count } прежнее название
        [few] { $count } прежних названия
        [many] { $count } прежних названий
       *[other] { $count } прежнего названия
    }
group-continues-as = продолжает работу как

## What can be wrong

problem-closed-group = { $field }: эта группа закрыта. Выберите другую
problem-taken = { $field }: это название занято сейчас или было занято раньше. Выберите другое

## Fields

field-slug = Имя в адресах
field-name = Полное название
field-acronym = Сокращение
field-kind = Вид группы
field-group_description = Чем занимается
field-how_to_join = Как присоединиться
field-mailing_list = Список рассылки
field-website = Веб-сайт
field-region = Регион
field-group_country = Страна
field-group_languages = Языки
field-active_from = Первый год или цикл
field-active_until = Последний год или цикл
field-group_status = Статус
field-source_url = Откуда эти сведения
field-name_ar = По-арабски
field-name_en = По-английски
field-name_es = По-испански
field-name_fr = По-французски
field-name_ru = По-русски
field-name_zh = По-китайски
field-new_slug = Новое имя в адресах
field-new_name = Новое полное название
field-new_acronym = Новое сокращение
field-into = Продолжает работу как
group-name-hint = Чтобы исправить ошибку. Если группа сменила название, переименуйте ее ниже, чтобы ее находили по обоим.
group-how-to-join-hint = Что нужно сделать тому, кто хочет участвовать.
group-mailing-list-hint = Адрес страницы или адрес, на который пишут.
group-contact-hint = Читатели видят и то и другое.
group-place-title = Место и языки
group-languages-hint = Коды через запятую, например en, fr, pt.
group-record-title = Для справки
group-cycle-hint = Например, 2016.
group-status-hint = Несколькими словами, например active.

## The desk’s lists

lists-new-group = Добавить группу
lists-new-topic = Добавить тему
lists-back-to-groups = Все группы
lists-back-to-topics = Все темы
lists-search = Название, в том числе прежнее
lists-search-button = Показать
lists-all-kinds = Все виды
lists-count =
    { $count ->
        [one] { $count } группа
        [few] { $count } группы
        [many] { $count } групп
       *[other] { $count } группы
    }
lists-closed = Закрыто
lists-past = Работа завершена
lists-next = Следующая встреча: { $when }
lists-last = Последняя встреча: { $when }
lists-never = Встреч в календаре пока нет
lists-formerly = Прежнее название: { $name }
lists-add = Добавить
lists-save = Сохранить
lists-slug-hint = Строчные латинские буквы, цифры и дефисы. Прежние имена продолжают вести сюда.
lists-as-readers = Как видят читатели
lists-edit = Изменить сведения
lists-rename = Переименовать
lists-rename-button = Переименовать
lists-rename-group-intro = Страницы, ленты и фильтры с прежним названием ведут к новому, и читатели видят прежнее. Подписки продолжают действовать.
lists-rename-topic-intro = Фильтры и ленты с прежним именем ведут к новому. Название, которое видят читатели, изменяется выше.
lists-merge-group = Продолжает работу в составе другой группы
lists-merge-topic = Продолжается как другая тема
lists-merge-group-intro = Ее страница, ленты и встречи переходят к другой группе, где читатели видят прежнее название. Это можно отменить.
lists-merge-topic-intro = Встречи и группы с этой темой с этого времени относятся к другой. Это можно отменить.
lists-merge-button = Объединить
lists-merge-missing = Выберите, в составе чего продолжается работа
lists-close-group = Закрыть группу
lists-close-topic = Закрыть тему
lists-close-group-intro = Тогда она стоит в конце списков, и новых встреч для нее не публикуют. Прошедшие встречи остаются.
lists-close-topic-intro = Пока тема закрыта, формы ее не предлагают. Там, где она указана, она остается.
lists-reopen = Открыть снова
lists-reopen-group-intro = Тогда для нее снова можно публиковать встречи.
lists-topic-closed = закрыто: { $date }
lists-waiting = Новые заявки этой группы, которые ждут решения
lists-signpost = Название ведет дальше ({ $since }):
lists-separate = Снова сделать самостоятельной
lists-separate-intro = Опубликованное под этим названием снова будет относиться к нему. Опубликованное позже останется на месте.
lists-meanwhile = Пока вы писали, это изменил кто-то другой, поэтому ничего еще не сохранено. Его текст ниже, ваш — в форме. Посмотрите оба и сохраните снова.
lists-meanwhile-look = Тем временем это изменил кто-то другой, поэтому ничего не сделано. Показано нынешнее состояние; посмотрите и нажмите снова.
lists-theirs = Что изменено тем временем
lists-theirs-nothing = ничего
lists-theirs-contested = Вы написали здесь другое; ваш текст в форме.
lists-done-created = Добавлено.
lists-done-saved = Сохранено.
lists-done-renamed = Переименовано. Все прежние имена ведут сюда.
lists-done-merged = Объединено.
lists-done-separated = Снова самостоятельно.
lists-done-closed = Закрыто.
lists-done-reopened = Снова открыто.
lists-done-meetings = Готово. Предстоящие встречи этой группы, если они есть, показаны ниже.
topics-used = Встреч: { $meetings }. Групп: { $groups }.

## How often a group meets

activity-title = Встречи по годам
activity-next = Следующая
activity-last = Последняя
activity-none = Из того, что есть в календаре, еще ничего не проводилось.
activity-held =
    { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
        [many] { $count } встреч
       *[other] { $count } встречи
    }

## Meetings of a group that is closed

fates-title =
    { $count ->
        [one] Предстоит { $count } встреча
        [few] Предстоят { $count } встречи
        [many] Предстоит { $count } встреч
       *[other] Предстоит { $count } встречи
    }
fates-legend = Что будет с этой встречей: { $title }
fates-keep = Оставить
fates-move = Передать другой группе
fates-cancel = Отменить
fates-to = Группа, которой передаются встречи
fates-to-missing = Выберите группу, которой передаются встречи
fates-reason = Почему встречи отменяются
fates-reason-hint = Это видят читатели и авторы заявок.
fates-reason-missing = Напишите, почему встречи отменяются
fates-button = Выполнить
fates-waits = Изменение этой встречи ждет решения. Сначала примите его.
