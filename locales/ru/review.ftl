### The desk’s page of one entry, editing with approval, and the private page that tells posters what happened.

review-jump = Перейти к решению
review-aside = Решение и заметки
review-since-read = С последнего прочтения
review-since-read-intro = Решение ({ $reviewer }, { $when }): { $verdict }. Что с тех пор изменилось:
review-then-read = Было прочитано
review-hosts = Куда ведут ссылки
review-host-same = { $host }: как и прежде.
review-host-used =
    { $count ->
        [one] { $host }: у группы { $group } есть с этим адресом еще { $count } встреча.
        [few] { $host }: у группы { $group } есть с этим адресом еще { $count } встречи.
       *[other] { $host }: у группы { $group } есть с этим адресом еще { $count } встреч.
    }
review-host-first = { $host }: сравнить не с чем. Других ссылок группы { $group } в календаре нет.
review-host-new = { $host }: новый адрес для группы { $group }. До сих пор ссылки вели сюда: { $known }
review-preview-in = Язык предварительного просмотра
review-reads = Отправитель прочтет это на языке: { $language }
review-ready = Готовая причина
review-ready-fill = Вставить в текст
review-claim-take = Беру на себя
review-claim-own = Вы этим занимаетесь с: { $since }
review-claim-other = { $name } этим занимается с: { $since }
review-claim-let-go = Отпустить
review-notes-title = Внутренние заметки
review-notes-hint = Их видит только Секретариат.
review-note = Добавить заметку
review-note-button = Добавить
review-note-missing = Сначала напишите заметку
review-note-too-long = Не более 1000 знаков
review-kept = То, что вы написали до конца сеанса, приведено ниже. Оно еще не отправлено.
review-outside-kept = Написанное вами не потеряно. Оно хранится сутки и появится, как только вы войдете.
review-typed = Что вы ввели
review-nothing-waits = По этой заявке больше ничего не ожидает решения, утверждать нечего.

amend-title = Исправить и утвердить
amend-back = Назад к заявке
amend-jump = Перейти к кнопке
amend-hint = Отправителю сообщат, что вы изменили.
amend-look = Посмотреть изменения
amend-changes = Что вы меняете
amend-nothing = Пока ничего.
amend-moved-on = Тем временем отправитель прислал новую версию. Ничего не опубликовано. Ниже она приведена с вашими изменениями; просмотрите ее еще раз и утвердите.
amend-theirs = Что изменила новая версия
amend-dates = Встреча проходит несколько раз. Ее даты меняются по шагам, кнопкой под этой формой.
amend-dates-button = Изменить даты

ready-reason-link = Ссылка не работает
    .text = Ссылка для подключения не открывается или ведет не туда. Проверьте ее, пожалуйста, и отправьте встречу снова.
ready-reason-dates = Текст и дата расходятся
    .text = В названии или описании указаны не те дата или время, что в форме. Исправьте, пожалуйста, неверное и отправьте встречу снова.
ready-reason-unclear = Неясно, о чем встреча
    .text = Из названия и описания нельзя понять, чему посвящена встреча и для кого она. Добавьте, пожалуйста, одно-два предложения и отправьте ее снова.
ready-reason-group = Проводит другая группа
    .text = Похоже, что встречу проводит не та группа, которую вы выбрали. Выберите, пожалуйста, группу, которая ее проводит, и отправьте встречу снова.
ready-reason-twice = Уже есть в календаре
    .text = Эта встреча уже есть в календаре. Чтобы изменить ее, воспользуйтесь, пожалуйста, личным адресом, который вы получили вместе с ней.
ready-reason-not-ours = Не встреча сообщества
    .text = Этот календарь предназначен для встреч сообщества Форума по управлению Интернетом, а эта, по-видимому, к ним не относится.

private-waits = Что ожидает решения Секретариата
private-as-readers = Посмотреть, как это увидят читатели
private-published = Что есть в календаре
private-story = Что было до сих пор
private-sent = Отправлено ({ $who }): { $when }
private-decided = Решение Секретариата ({ $when }): { $verdict }.
private-taken-back = Вы отозвали это: { $when }
private-part = Это вошло в то, что было отправлено позже.
private-waiting = Решения еще нет.
private-desk-changed = Что изменил Секретариат:
private-withdrawn = Секретариат снял встречу с календаря: { $when }

audit-act-note = Внутренняя заметка
audit-act-claim = Взято на себя
audit-act-let-go = Отпущено
audit-act-edit-and-approve = Исправлено и утверждено
