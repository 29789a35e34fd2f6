### Said of what comes out of a meeting, and of what groups are asked for.

after-title = После встречи
after-intro = Итоги встречи для тех, кого на ней не было. Они появятся вместе со встречей в архиве и в календарях всех подписчиков; остальное в записи не изменится.
after-links-title = Запись, отчет, стенограмма, слайды
after-add = Добавить еще
after-participants-hint = На месте и дистанционно вместе, например 42. Оставьте пустым, если участников не считали.

field-outcome_kind = Что это
field-outcome_label = Название, если оно есть
field-outcome_url = Адрес записи или отчета
field-participants = Число участников
problem-not-a-count = { $field }: введите целое число от 1 до { $limit }
error-outcome_url-missing = Введите адрес этой записи или этого отчета
check-change-after = Изменить итоги

meeting-participants =
    { $count ->
        [one] Во встрече принял участие { $count } человек.
        [few] Во встрече приняли участие { $count } человека.
        [many] Во встрече приняли участие { $count } человек.
       *[other] Во встрече приняли участие { $count } человека.
    }
list-participants =
    { $count ->
        [one] { $count } участник
        [few] { $count } участника
        [many] { $count } участников
       *[other] { $count } участника
    }

shortcut-outcomes = Добавить запись, отчет или число участников
shortcut-cancelled = Отменить встречу
shortcut-postponed = Отложить (новая дата будет позднее)
shortcut-confirmed = Встреча все-таки состоится

attention-title = Требует внимания
attention-now = Идет сейчас
attention-soon = В ближайшие два дня
attention-near = В ближайшую неделю
attention-link-missing = Ссылки для подключения все еще нет.
attention-place-missing = О месте проведения все еще не сообщено.
attention-remedy = Добавить недостающее
attention-unconfirmed = Даты лишь запланированы (начиная с этой: { $date }). Спросите группу: вы по-прежнему встречаетесь в эти дни?
attention-confirmed = Группа ответила: да
attention-not-confirmed = Группа ответила: нет, или в другие дни
