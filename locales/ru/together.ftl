### Говорится, когда одну встречу одновременно меняют несколько человек: тому, кто отправляет вторым, и в секретариате.

together-title = С тех пор как Вы начали, эта встреча изменилась
together-since = С тех пор как Вы начали, внесены изменения. { $who }: { $what } ({ $when }).
together-beside = Ваше изменение добавляется к ним.
together-rejected = Текст, с которого Вы начали, не принят. Отклонено: { $who }, { $when }.
together-taken-back = Текст, с которого Вы начали, больше не действует: он отозван { $when }.
together-gone = То, что Вы оставили без изменений, не сохраняется. Если оно Вам нужно, введите его снова.
together-begun = Когда Вы начали
together-to-questions = Одно и то же изменено с обеих сторон. Выберите ниже, что отправить.
together-questions = Выберите, что отправить
together-both = Это изменено с обеих сторон. { $who }: { $when }.
together-both-gone = Вы изменили это, но текст, с которого Вы начали, не принят.
together-mine = Ваш ответ
together-now = Как сейчас
together-nothing = (ничего)
together-choose = { $what }: выберите, какой ответ отправить
together-moved-on = Встреча снова изменилась, пока Вы смотрели. Ничего не отправлено: посмотрите еще раз
together-not-taken = Текст, с которого Вы начали, не принят. Ничего не отправлено: посмотрите, какой встреча будет теперь, и отправьте

sender-desk = { $name } (секретариат)
sender-desk-unnamed = секретариат
names-and = { $first } и { $second }
names-comma = { $first }, { $second }
waiting-several =
    { $count ->
        [one] { $count } изменение, авторы: { $names }
        [few] { $count } изменения, авторы: { $names }
        [many] { $count } изменений, авторы: { $names }
       *[other] { $count } изменения, авторы: { $names }
    }
standing-take-back-newest = Кнопка отзывает последнее из них. Отправитель: { $who }, { $when }.

desk-waiting = Изменения, которые в нее входят
desk-decides-all =
    { $count ->
        [one] Ожидает { $count } изменение. Ваше решение относится к нему.
        [few] Вместе ожидают { $count } изменения. Последнее содержит их все, и Ваше решение относится ко всем.
        [many] Вместе ожидают { $count } изменений. Последнее содержит их все, и Ваше решение относится ко всем.
       *[other] Вместе ожидают { $count } изменения. Последнее содержит их все, и Ваше решение относится ко всем.
    }
desk-waiting-sent = Отправитель: { $who }, { $when }
desk-waiting-new = Само объявление.
desk-waiting-same = Содержание прежнее.
desk-waiting-before = До изменения
desk-revision-part = Входит в версию { $number }

part-timing = Когда
part-title = Название
part-text_language = Язык описания
part-group = Группа
part-cohosts = Другие группы
part-topics = Темы
part-description = Описание
part-agenda = Повестка дня
part-links = Документы, записи и отчеты
part-contact = Контакт
part-status = Статус встречи
part-status_note = Почему планы изменились
part-past_reason = Почему добавлена после даты проведения
part-mode = Формат встречи
part-remote = Как подключиться
part-place = Место проведения
part-registration = Регистрация
part-languages = Рабочие языки
part-interpretation = Устный перевод
part-captioning = Субтитры в реальном времени
part-participants = Число участников
part-category = Категория
part-provenance = Источник
