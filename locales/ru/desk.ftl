### Said to those who review what was posted.

desk-title = Рабочий раздел
desk-outside-title = Раздел секретариата
desk-outside = Вы не вошли в систему, или Ваш сеанс завершен. Секретариат входит по одноразовому адресу. Администратор сервера создает его командой:
desk-enter-title = Вход в рабочий раздел
desk-enter-intro = Этот адрес действует один раз.
desk-enter-closed = Этот адрес уже использован или устарел. Администратор сервера создает новый командой:
desk-enter-button = Войти
desk-name = Ваше имя
desk-name-hint = Коллеги видят его рядом с Вашими решениями.
desk-name-missing = Введите Ваше имя
desk-leave = Выйти
desk-count =
    { $count ->
        [0] Решения ничего не ожидает.
        [one] Решения ожидает { $count } заявка.
        [few] Решения ожидают { $count } заявки.
        [many] Решения ожидают { $count } заявок.
       *[other] Решения ожидают { $count } заявки.
    }
desk-nothing = Новые заявки появляются здесь сразу после отправки.
desk-sent = Отправитель: { $poster }, { $when }
desk-is-edit = Изменение опубликованной встречи
desk-published = Опубликована
desk-not-taken = Ваше решение не учтено
desk-already-decided = До Вас решение уже принято. { $reviewer }: { $verdict }, { $when }.
desk-superseded = Тем временем поступила более новая версия. Она показана здесь.
desk-taken-back = Тем временем отправитель отозвал эту версию, поэтому решать нечего.
desk-held-meanwhile = Часть этой серии прошла после отправки изменения, поэтому она уже не может стать встречей без времени. Попросите группу завершить серию.
desk-held-while-reading = Пока вы читали, прошла ещё одна встреча этой серии, поэтому было бы опубликовано не то, что показывала эта страница. Ниже показано, как это выглядит теперь; пожалуйста, решите ещё раз.
desk-adapted =
    { $count ->
        [one] После отправки прошла встреча: { $dates }. Она остаётся такой, какой была; ниже показано, что будет опубликовано.
       *[other] После отправки прошли встречи: { $dates }. Они остаются такими, какими были; ниже показано, что будет опубликовано.
    }
desk-changes = Что изменится
desk-field = Поле
desk-before = Сейчас
desk-after = После изменения
desk-as-readers = Как увидят читатели
desk-notes = Примечания к записи (не публикуются)
desk-decide = Ваше решение
desk-approve = Одобрить и опубликовать
desk-ask = Запросить изменения
desk-reject = Отклонить
desk-withdraw = Убрать из календаря
desk-withdraw-hint = Встреча исчезнет со страниц и из подписок. Если она не состоится, лучше измените ее и выберите «Отменена», чтобы об этом узнали.
desk-withdraw-button = Убрать
desk-withdrawn = Убрано из календаря: { $reviewer }, { $when }.
desk-reason = Ваше сообщение автору заявки
desk-reason-hint = Требуется, если Вы запрашиваете изменения или отклоняете заявку.
desk-reason-missing = Напишите, что следует изменить или почему заявка отклонена
desk-reason-too-long = Не более 1000 знаков
desk-reason-unknown-choice = Выберите: одобрить, запросить изменения или отклонить
desk-edit = Изменить эту встречу
desk-history = История
desk-revision-sent = Отправлено: { $when }
desk-revision-taken-back = Отозвано отправителем: { $when }
desk-revision-decided = { $reviewer }: { $verdict }, { $when }
verdict-approved = одобрено
verdict-changes-requested = запрошены изменения
verdict-rejected = отклонено

city-new-york = Нью-Йорк
city-sao-paulo = Сан-Паулу
city-geneva = Женева
city-nairobi = Найроби
city-new-delhi = Нью-Дели
city-beijing = Пекин

desk-decided = Решение принято ({ $verdict }):
desk-next = Следующая:
