### Said to readers: listings, meetings, feeds.

upcoming-title = Предстоящие встречи
upcoming-intro = Встречи динамических коалиций, форумов по передовой практике, сетей по вопросам политики, Многосторонней консультативной группы (МКГ), а также национальных, региональных и молодежных форумов IGF. Все они перечислены здесь, чтобы присоединиться мог каждый.
past-title = Прошедшие встречи
past-intro = Состоявшиеся встречи с записями, резюме и стенограммами, если группы их добавили.
past-years = Годы
past-without-date = День не указан
past-count =
    { $count ->
        [one] { $count } встреча в { $year } году
        [few] { $count } встречи в { $year } году
        [many] { $count } встреч в { $year } году
       *[other] { $count } встречи в { $year } году
    }
empty-title = В календаре пока ничего нет
empty-text = Группы добавляют свои встречи с помощью кнопки ниже. Секретариат проверяет каждую встречу и публикует ее здесь, и ее получают все подписчики.
list-count =
    { $count ->
        [one] { $count } встреча
        [few] { $count } встречи
        [many] { $count } встреч
       *[other] { $count } встречи
    }
list-date-to-be-confirmed = Дата уточняется
list-nothing-coming = Предстоящих встреч, отвечающих запросу, нет. Более ранние находятся здесь:
list-has-recording = есть запись
list-clock = Время: { $place }
subscribe-to-this = Подписаться на этот список
join = Присоединиться
join-which = Присоединиться: { $title }
join-heading = Присоединиться к этой встрече
join-ways = Как присоединиться
join-at = Присоединиться: { $label }
join-leads-to = Эта ссылка ведет на
join-does-not-take-place = Эта встреча в указанное время не состоится.
join-is-over = Эта встреча завершена.
join-all-details = Все сведения об этой встрече
add-to-calendar = Добавить в мой календарь
add-date-to-calendar = Добавить эту дату в мой календарь
add-series-to-calendar = Добавить всю серию в мой календарь
meeting-post-next = Добавить следующую
filter-label = Фильтр
filter-kind = Вид группы
filter-group = Группа
filter-topic = Тема
filter-mode = Виртуально или очно
filter-words = Слова для поиска
filter-recording = С записью
filter-any = Все
filter-button = Показать
filter-clear = Показать все
paging-label = Страницы
paging-previous = Предыдущая страница
paging-next = Следующая страница
paging-where = Страница { $page } из { $pages }

kind-secretariat = Секретариат IGF
kind-mag = Многосторонняя консультативная группа
kind-mag-working-group = Рабочие группы МКГ
kind-dc-coordination-group = Координация динамических коалиций
kind-dynamic-coalition = Динамические коалиции
kind-best-practice-forum = Форумы по передовой практике
kind-policy-network = Сети по вопросам политики
kind-intersessional-other = Другая межсессионная работа
kind-nri-regional = Региональные форумы IGF
kind-nri-subregional = Субрегиональные форумы IGF
kind-nri-national = Национальные форумы IGF
kind-nri-youth = Молодежные форумы IGF

mode-virtual = Виртуально
mode-face-to-face = Очно
mode-hybrid = В смешанном формате
mode-in-town = { $mode }: { $town }

status-confirmed = Подтверждена
status-tentative = Предварительно
status-postponed = Отложена
status-moved-online = Переведена в онлайн
status-cancelled = Отменена
badge-date-to-be-confirmed = Дата уточняется

link-kind-document = Документ
link-kind-agenda = Повестка дня
link-kind-recording = Запись
link-kind-summary = Краткий отчет
link-kind-transcript = Стенограмма
link-kind-slides = Слайды

when-from-to = { $date }, { $start } – { $end }
when-from-to-days = { $start } – { $end }
when-at = { $date }, { $time }
when-row = { $clock } { $place }
when-row-other-day = { $clock } { $place }, { $date }
when-all-day = Часы не указаны
when-local-days = Местное время: { $place }
when-hours-not-given = Часы не указаны.
when-hours-not-given-in = Часы не указаны. Дни по местному времени: { $place }.
when-end-not-given = Время окончания не указано.
when-last-hour-not-given = Время окончания в последний день не указано.
when-date-to-be-confirmed = Дата уточняется.
when-date-unknown = Дата уточняется
when-early = Начало месяца: { $month }
when-middle = Середина месяца: { $month }
when-late = Конец месяца: { $month }
when-between = Между { $earliest } и { $latest }

meeting-when = Когда
meeting-how = Как принять участие
meeting-what = О чем встреча
meeting-agenda = Повестка дня
meeting-documents = Документы
meeting-outcomes = Записи и отчеты
meeting-contact = Контактные данные
meeting-category = Категория:
meeting-past-reason = Добавлена после даты проведения:
meeting-source = Источник:
meeting-reference = Номер { $reference }, последнее изменение: { $date }
access-passcode = Код доступа:
access-dial-in = По телефону:
access-by-telephone = По телефону
access-at-registration = Ссылка для подключения высылается тем, кто зарегистрировался.
access-to-follow = Ссылка для подключения появится здесь.
access-not-recorded = Сведений о способе подключения нет.
venue-to-follow = О месте проведения будет сообщено позднее.
registration = Регистрация:
registration-required = Обязательная регистрация:
said-topics = Темы:
said-languages = Рабочие языки:
said-interpretation = Устный перевод на языки:
captioning-offered = С субтитрами в реальном времени.

groups-title = Группы
groups-intro =
    { $count ->
        [one] { $count } группа сообщества, по видам.
        [few] { $count } группы сообщества, по видам.
        [many] { $count } групп сообщества, по видам.
       *[other] { $count } группы сообщества, по видам.
    }
groups-past =
    { $count ->
        [one] { $count } группа, завершившая работу
        [few] { $count } группы, завершившие работу
        [many] { $count } групп, завершивших работу
       *[other] { $count } группы, завершившей работу
    }
group-website = Веб-сайт
group-region = Регион
group-languages = Языки
group-topics = Темы
group-since = С какого времени
group-status = Статус
group-source = Источник
group-subscribe = Подписаться на эту группу
group-nothing-coming = Сейчас в календаре нет встреч этой группы.
group-all-past = Все прошедшие встречи этой группы

subscribe-title = Подписка
subscribe-intro = Достаточно подписаться один раз, и все встречи со всеми изменениями появятся в Вашем собственном календаре, по Вашему времени.
subscribe-choose = 1. Выберите нужное
subscribe-address = 2. Подпишитесь
subscribe-copy = Адрес Вашего календаря (скопируйте его)
subscribe-open = Открыть в приложении календаря
subscribe-where = 3. Или добавьте адрес в приложение самостоятельно
subscribe-google = На компьютере: «Другие календари», знак плюс, «Добавить по URL». Вставьте адрес.
subscribe-apple = Откройте адрес или выберите: «Календари», «Добавить календарь», «Добавить подписной календарь». Вставьте адрес.
subscribe-outlook = «Добавить календарь», «Подписаться из Интернета». Вставьте адрес.
subscribe-thunderbird = «Новый календарь», «В сети». Вставьте адрес.
subscribe-android = Установите ICSx⁵, нажмите знак плюс, вставьте адрес.
subscribe-delay = Каждое приложение проверяет изменения с собственной частотой: Apple и Thunderbird — в течение нескольких часов, Google — в течение суток. Ссылка для подключения в каждой записи ведет через этот календарь и поэтому всегда актуальна.
subscribe-programs = Для разработчиков: API календаря (на английском языке)

one-part = Часть { $number } из { $of }
one-slot = Вариант времени { $number } из { $of }: выберите один
one-of-series = Одна из серии
meeting-parts = Когда: в нескольких частях ({ $count })
meeting-slots = Когда: проводится несколько раз ({ $count }), выберите один вариант
meeting-part = Часть { $number }
meeting-slot = Вариант времени { $number }
group-all-coming = Все предстоящие встречи этой группы

refused-title = По этому адресу спрашивают то, чего здесь нет
refused-name = Здесь нельзя спросить «{ $name }».
refused-value = «{ $value }» — не значение параметра «{ $name }».
refused-names = Можно спросить: { $values }.
refused-no-names = Здесь нельзя спросить ничего, кроме самого адреса.
refused-values = Его значения: { $values }.
refused-group = Его значение — краткое имя или сокращённое название группы, как в списке групп.
refused-language = Его значение — код языка: en, fr, pt-BR.
refused-number = Его значение — число от 1.
refused-year = Его значение — год: 2018.
refused-date = Его значение — дата: 2018-04-10.
refused-past = Его значение — число дней, недель, месяцев или лет (90d, 12w, 18m, 2y) либо all.
refused-without = Та же страница без этого
