### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = ,{" "}
feed-semicolon = ;{" "}

feed-title-part = { $title } (часть { $number } из { $of })
feed-title-slot = { $title } (вариант времени { $number } из { $of }, { $of ->
    [2] выберите любой
   *[other] выберите один
 })

feed-join = Присоединиться: { $address }
feed-join-label = Присоединиться к встрече
feed-register = Зарегистрироваться: { $address }
feed-details = Подробнее: { $address }
feed-link = { $label }: { $address }

feed-tentative = Предварительно: еще может измениться.
feed-postponed = Встреча отложена и в это время не состоится; новая дата будет объявлена позже.
feed-moved-online = Встреча переведена в онлайн и пройдет только онлайн.
feed-cancelled = Встреча отменена и не состоится.
feed-given-up = Здесь отменено: встреча внесена заново с её нынешним временем.
feed-held-no-more = В это время встреча больше не состоится.
# Without a full stop: the date may end with one.
feed-rescheduled = Встреча перенесена. Прежняя дата: { $before }
feed-was-to-be = Прежняя дата: { $before }

feed-when = Когда: { $when }
feed-when-unknown = Когда: дата уточняется
feed-when-within = Когда: дата уточняется; { $within }
feed-in-utc = UTC: { $range }
feed-hours-not-given = Часы не указаны.
feed-end-not-given = Время окончания не указано.
feed-date = { $weekday }, { $date }
feed-at = { $date }, { $time }
feed-from = { $start } (начало)
feed-from-to = { $start } – { $end }
feed-from-to-next-day = { $start } – { $end } следующего дня
feed-utc = { $range } UTC
feed-clock = { $range }, { $place } (UTC{ $offset })
feed-clock-changing = { $range }, { $place } (UTC{ $before } в начале, UTC{ $after } в конце)
feed-own-and-utc = { $own }; UTC: { $range }
feed-between = { $first } – { $last }
feed-early = начало месяца ({ $month }): { $between }
feed-middle = середина месяца ({ $month }): { $between }
feed-late = конец месяца ({ $month }): { $between }
feed-some-time = ориентировочно: { $in }

feed-is-part = Это часть { $number } из { $of }.
feed-is-slot = Встреча проводится несколько раз ({ $of }) с одной и той же повесткой дня: { $of ->
    [2] выберите любой вариант времени.
   *[other] выберите один вариант времени.
 }
feed-part-line = Часть { $number }: { $when }
feed-other-slot = Другой вариант времени: { $when }
feed-slot-line = Вариант времени { $number }: { $when }

feed-weekday = { $weekday ->
    [mon] понедельник
    [tue] вторник
    [wed] среду
    [thu] четверг
    [fri] пятницу
    [sat] субботу
   *[sun] воскресенье
 }
feed-nth-weekday = { $nth ->
    [first] { $weekday ->
        [wed] первую
        [fri] первую
        [sat] первую
        [sun] первое
       *[mon] первый
     } { feed-weekday }
    [second] { $weekday ->
        [wed] вторую
        [fri] вторую
        [sat] вторую
        [sun] второе
       *[mon] второй
     } { feed-weekday }
    [third] { $weekday ->
        [wed] третью
        [fri] третью
        [sat] третью
        [sun] третье
       *[mon] третий
     } { feed-weekday }
    [fourth] { $weekday ->
        [wed] четвертую
        [fri] четвертую
        [sat] четвертую
        [sun] четвертое
       *[mon] четвертый
     } { feed-weekday }
    [fifth] { $weekday ->
        [wed] пятую
        [fri] пятую
        [sat] пятую
        [sun] пятое
       *[mon] пятый
     } { feed-weekday }
   *[last] { $weekday ->
        [wed] последнюю
        [fri] последнюю
        [sat] последнюю
        [sun] последнее
       *[mon] последний
     } { feed-weekday }
 }
feed-nth-day = { $day }-го числа
feed-rule-week = { $every ->
    [1] { $weekday ->
        [wed] каждую
        [fri] каждую
        [sat] каждую
        [sun] каждое
       *[mon] каждый
     } { feed-weekday }
    [one] раз в { $every } неделю, в { feed-weekday }
    [few] раз в { $every } недели, { $weekday ->
        [tue] во
       *[mon] в
     } { feed-weekday }
   *[other] раз в { $every } недель, { $weekday ->
        [tue] во
       *[mon] в
     } { feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] { feed-nth-day } каждого месяца
    [one] раз в { $every } месяц, { feed-nth-day }
    [few] раз в { $every } месяца, { feed-nth-day }
   *[other] раз в { $every } месяцев, { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] { $nth ->
        [second] во
       *[first] в
     } { feed-nth-weekday } каждого месяца
    [one] раз в { $every } месяц, { $nth ->
        [second] во
       *[first] в
     } { feed-nth-weekday }
    [few] раз в { $every } месяца, { $nth ->
        [second] во
       *[first] в
     } { feed-nth-weekday }
   *[other] раз в { $every } месяцев, { $nth ->
        [second] во
       *[first] в
     } { feed-nth-weekday }
 }
feed-rule-rare = { $rule } (если этот день есть)
feed-hours-in = { $range }, { $place }
feed-when-rule = Когда: { $rule }, { $hours }; последняя дата: { $last }
feed-then-once = Затем { $first }: { $hours }
feed-then-rule = Начиная с { $first }: { $rule }, { $hours }
feed-then-dates = Начиная с { $first }: в отдельные дни, { $hours }
feed-new-hours = Новое время начиная с { $from }; раньше: { $before }
# One of several hours before, after the first.
feed-hours-then = начиная с { $from } — { $hours }

feed-agenda = Повестка дня:
feed-held-by = Проводит: { $groups }
feed-registration-required = Регистрация (обязательна): { $address }
feed-registration-optional = Регистрация (по желанию): { $address }
feed-languages = Рабочие языки: { $names }
feed-interpretation = Устный перевод: { $names }
feed-captions = Субтитры в реальном времени
feed-documents = Документы:
feed-outcomes = Записи и отчеты:
feed-participants = Число участников: { $count }

feed-name = IGF: { $what }
feed-about = Встречи сообщества Форума по управлению Интернетом
feed-about-group = Встречи группы: { $group }
feed-about-meeting = Одна встреча из общего календаря IGF
feed-about-cut = { $about }. { $cut }
feed-cut = Встреч слишком много для одного календаря; чтобы получить остальные, выберите меньше групп.
feed-cut-since = Встреч слишком много для одного календаря (здесь начиная с { $since }); чтобы получить остальные, выберите меньше групп.
feed-cut-until = Встреч слишком много для одного календаря (здесь до { $until }); чтобы получить остальные, выберите меньше групп.
feed-cut-within = Встреч слишком много для одного календаря (здесь с { $since } до { $until }); чтобы получить остальные, выберите меньше групп.
feed-name-region = регион: { $values }
feed-name-topic = тема: { $values }
feed-name-language = язык: { $values }
feed-name-words = слова: «{ $words }»
feed-name-recording = с записью
feed-name-past-all = все прошедшие встречи
feed-name-past-days = за { $count ->
    [one] последний { $count } день
    [few] последние { $count } дня
   *[other] последние { $count } дней
 }
feed-name-past-weeks = за { $count ->
    [one] последнюю { $count } неделю
    [few] последние { $count } недели
   *[other] последние { $count } недель
 }
feed-name-past-months = за { $count ->
    [one] последний { $count } месяц
    [few] последние { $count } месяца
   *[other] последние { $count } месяцев
 }
feed-name-past-years = за { $count ->
    [one] последний { $count } год
    [few] последние { $count } года
   *[other] последние { $count } лет
 }
