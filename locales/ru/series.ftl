### Said of series, parts and slots: in forms, lists and on pages.

field-held = Как часто она проводится?
held-once = Один раз
held-parts = В нескольких частях, у каждой свои часы
held-slots = Несколько раз для разных часовых поясов: можно выбрать любое время
held-series = Регулярно: серия встреч
error-held-one-needs-times = Чтобы провести ее несколько раз, выберите выше «В определенный день и час»

post-dates-parts = Остальные части
post-dates-slots = Остальные варианты времени
post-dates-series = По каким датам?
dates-first = Первая:
dates-first-change = Изменить первую
dates-part = Часть { $number }
dates-slot = Вариант времени { $number }
post-sittings-hint = Пустые строки не учитываются. Если окончание раньше начала, оно на следующий день.
post-also-date-hint = Не заполняйте, если дата та же, что и у первой.
post-also-zone-hint = Не заполняйте, если время то же местное, что и у первой.
post-add-part = Добавить еще одну часть
post-add-slot = Добавить еще один вариант
field-also_date = Дата
field-also_day = Остальные: день
field-also_month = Остальные: месяц
field-also_year = Остальные: год
field-also_start_time = Время начала
field-also_end_time = Время окончания
field-also_zone = Часовой пояс или город
field-also_fold = Первое или второе время (остальные)
error-also_start_time-too-few = Введите часы хотя бы для еще одной

field-step = Как она повторяется?
series-weekday = { $weekday ->
    [mon] в понедельник
    [tue] во вторник
    [wed] в среду
    [thu] в четверг
    [fri] в пятницу
    [sat] в субботу
   *[sun] в воскресенье
 }
series-nth-weekday = { $nth ->
    [1] { $weekday ->
        [mon] в первый понедельник
        [tue] в первый вторник
        [wed] в первую среду
        [thu] в первый четверг
        [fri] в первую пятницу
        [sat] в первую субботу
       *[sun] в первое воскресенье
     }
    [2] { $weekday ->
        [mon] во второй понедельник
        [tue] во второй вторник
        [wed] во вторую среду
        [thu] во второй четверг
        [fri] во вторую пятницу
        [sat] во вторую субботу
       *[sun] во второе воскресенье
     }
    [3] { $weekday ->
        [mon] в третий понедельник
        [tue] в третий вторник
        [wed] в третью среду
        [thu] в третий четверг
        [fri] в третью пятницу
        [sat] в третью субботу
       *[sun] в третье воскресенье
     }
    [4] { $weekday ->
        [mon] в четвертый понедельник
        [tue] в четвертый вторник
        [wed] в четвертую среду
        [thu] в четвертый четверг
        [fri] в четвертую пятницу
        [sat] в четвертую субботу
       *[sun] в четвертое воскресенье
     }
   *[5] { $weekday ->
        [mon] в пятый понедельник (если он есть)
        [tue] в пятый вторник (если он есть)
        [wed] в пятую среду (если она есть)
        [thu] в пятый четверг (если он есть)
        [fri] в пятую пятницу (если она есть)
        [sat] в пятую субботу (если она есть)
       *[sun] в пятое воскресенье (если оно есть)
     }
 }
series-week = { $every ->
    [1] Каждую неделю, { series-weekday }
    [one] Каждую { $every } неделю, { series-weekday }
    [few] Каждые { $every } недели, { series-weekday }
   *[other] Каждые { $every } недель, { series-weekday }
 }
series-month = { $every ->
    [1] Каждый месяц
    [one] Каждый { $every } месяц
    [few] Каждые { $every } месяца
   *[other] Каждые { $every } месяцев
 }
series-month-weekday = { series-month }, { series-nth-weekday }
series-month-last-weekday = { series-month }, { $weekday ->
    [mon] в последний понедельник
    [tue] в последний вторник
    [wed] в последнюю среду
    [thu] в последний четверг
    [fri] в последнюю пятницу
    [sat] в последнюю субботу
   *[sun] в последнее воскресенье
 }
series-month-day = { series-month }, { $day ->
    [29] 29-го числа (если оно есть)
    [30] 30-го числа (если оно есть)
    [31] 31-го числа (если оно есть)
   *[other] { $day }-го числа
 }
series-listed = По датам, которые я перечислю
series-on-dates = По нескольким датам
field-every = Раз во сколько недель или месяцев?
post-every-hint = 1 — каждую неделю или каждый месяц, 2 — через раз, не более 12. Пустое поле означает 1.
field-ends = Когда она заканчивается?
ends-count = После определенного числа дат
ends-until = В определенный день
field-count = Сколько дат?
post-count-hint = От 2 до 120 в течение 24 месяцев.
field-until_date = Последний возможный день
field-until_day = Последний день серии: день
field-until_month = Последний день серии: месяц
field-until_year = Последний день серии: год
post-until-hint = Не позднее чем через 24 месяца после первой.
field-dates = Даты
post-listed-hint = По одной в каждой строке, например 13 3 2018 или 2018-03-13. Первая уже учтена.
field-confirm_date = С этого дня только планируется
field-confirm_day = Планируется с: день
field-confirm_month = Планируется с: месяц
field-confirm_year = Планируется с: год
post-confirm-hint = Если не ясно, будете ли Вы встречаться так долго: более поздние даты показываются как предварительные, и Вас спросят, в силе ли они.

post-occurrences-title = Проверьте все даты
post-occurrences-intro = { $count ->
    [one] Всего { $count } дата. Отметьте даты, когда встречи нет. Если какая-то в другое время, укажите его; что не заполнено, остается как обычно.
    [few] Всего { $count } даты. Отметьте те, когда встречи нет. Если какая-то в другое время, укажите его; что не заполнено, остается как обычно.
   *[other] Всего { $count } дат. Отметьте те, когда встречи нет. Если какая-то в другое время, укажите его; что не заполнено, остается как обычно.
 }
field-skip = Не в этот день
dates-other-time = Другая дата или другое время
field-moved_from = Даты в другое время
field-moved_date = Дата
field-moved_start_time = Начало
field-moved_end_time = Конец
dates-shift = С этой даты в { $time } UTC: перевод часов ({ $place })
dates-skipped = В этот день не проводится
dates-instead-of = Перенесена, прежняя дата: { $date }
dates-other-hours = В другие часы, чем обычно
dates-planned = Планируется, будет подтверждено
dates-in-parts = Число частей: { $count }
dates-choose = Проводится несколько раз ({ $count }) с одной повесткой: выберите любое время
dates-count = { $count ->
    [one] { $count } дата
    [few] { $count } даты
   *[other] { $count } дат
 }
dates-more = { $count ->
    [one] Еще { $count } дата
    [few] Еще { $count } даты
   *[other] Еще { $count } дат
 }

check-change-dates = Изменить даты
check-change-single = Отменить или перенести отдельные даты
check-echo-first = Первая в других местах

problem-too-few = { $field }: укажите не менее { $least }
problem-not-a-number = { $field }: введите целое число от { $least } до { $most }
problem-too-many-months = { $field }: наибольшая продолжительность серии в месяцах: { $limit }
problem-over-a-day = { $field }: она должна закончиться в тот же день или в следующую ночь. Для нескольких дней выберите части
problem-unreadable-date = { $field }: «{ $text }» — не дата. Напишите день, месяц и год, например 13 3 2018
problem-overlap = { $field }: в это же время проходит другая
problem-not-the-last-weekday = { $field }: первая дата — не последний такой день недели в своем месяце
problem-no-such-date = { $field }: такой даты в серии нет: { $date }
problem-one-needs-times = { $field }: для одной даты серии нужны часы
problem-has-begun = { $field }: часть серии уже проведена, поэтому она должна остаться серией с часами
problem-too-early = { $field }: введите { $day } или более позднюю дату; проведенное ранее не меняется
error-step-missing = Выберите, как она повторяется
error-ends-missing = Выберите, когда она заканчивается
error-count-missing = Введите, сколько будет дат
error-until_date-missing = Введите последний возможный день
error-dates-too-few = Перечислите хотя бы одну дату кроме первой
error-count-too-few = Наименьшее число дат: { $least }
error-until_date-too-few = Наименьшее число дат до этого дня: { $least }
error-skip-too-few = Хотя бы одна дата должна остаться

confirm-question = Вы по-прежнему встречаетесь в эти дни?
confirm-planned = Даты лишь запланированы (начиная с этой: { $date }). Сообщите секретариату, состоятся ли встречи.
confirm-yes = Да, мы встречаемся
confirm-no = Нет, или в другие дни
meeting-all-dates = Все даты
problem-was-held = Эта встреча уже прошла ({ $date }). Можно добавить только ее итоги: записи, отчеты, число участников.
dates-past = { $count ->
    [one] { $count } прошедшая дата
    [few] { $count } прошедшие даты
   *[other] { $count } прошедших дат
 }
