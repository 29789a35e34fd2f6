### Said in mail, and on the pages that mail leads to.

mail-subject-received = Мы получили вашу заявку: { $title }
mail-subject-published = В календаре: { $title }
mail-subject-cancelled = Отменено: { $title }
mail-subject-changes-requested = Просим изменить заявку: { $title }
mail-subject-rejected = Не внесено в календарь: { $title }
mail-subject-withdrawn = Убрано из календаря: { $title }
mail-subject-changed-by-desk = Изменено секретариатом: { $title }
mail-subject-still-missing = Не хватает сведений: { $title }
mail-subject-still-meeting = Проводится ли ещё? { $title }
mail-subject-digest =
    { $count ->
        [one] { $count } заявка ждёт рассмотрения
        [few] { $count } заявки ждут рассмотрения
       *[other] { $count } заявок ждут рассмотрения
    }
mail-subject-urgent = Начинается в ближайшие 24 часа и ждёт рассмотрения: { $title }

mail-says-received = Спасибо. Секретариат читает каждую заявку, прежде чем внести её в календарь; обычно это занимает до двух рабочих дней. Мы напишем вам, как только будет принято решение.
mail-says-published = Ваша заявка внесена в календарь. Её видят все, и её получают те, кто подписан на календарь.
mail-says-cancelled = В календаре теперь указано, что встреча отменена. Это видят и те, кто подписан на календарь.
mail-says-changes-requested = Секретариат просит вас изменить заявку, прежде чем она будет внесена в календарь. Всё, что вы ввели, сохранено.
mail-says-rejected = Секретариат решил не вносить эту заявку в календарь.
mail-says-withdrawn = Секретариат убрал эту встречу из календаря.
mail-says-changed-by-desk = Секретариат изменил вашу заявку. Теперь в календаре указано следующее:
mail-says-still-missing = До встречи осталось немного времени, а в календаре всё ещё нет того, что нужно для участия: ссылки, места или даты. Пожалуйста, дополните заявку.
mail-says-still-meeting = Эта серия встреч по-прежнему в календаре. Если она продолжается, как объявлено, делать ничего не нужно, кроме случая, когда в календаре сказано, что даты ещё подтверждаются. Если что-то изменилось или серия закончилась, пожалуйста, сообщите об этом.
mail-says-digest =
    { $count ->
        [one] { $count } заявка ждёт решения:
        [few] { $count } заявки ждут решения. Ближайшие:
       *[other] { $count } заявок ждут решения. Ближайшие:
    }
mail-says-urgent = Эта заявка ждёт решения, а встреча начинается в ближайшие 24 часа.

mail-reason = Секретариат пишет:
mail-title = Название
mail-group = Проводит
mail-when = Когда
mail-when-exact = { $date }: { $clocks }
mail-when-more =
    { $count ->
        [one] { $first } (и ещё { $count } дата)
        [few] { $first } (и ещё { $count } даты)
       *[other] { $first } (и ещё { $count } дат)
    }
mail-reference = Номер
mail-line = { $title } ({ $group }): { $starts }
mail-more =
    { $count ->
        [one] и ещё { $count }.
        [few] и ещё { $count }.
       *[other] и ещё { $count }.
    }
mail-fact = { $name }: { $value }
mail-way = { $words }:
mail-see = Открыть в календаре
mail-desk = Перейти в раздел секретариата
mail-review = Рассмотреть
mail-change-received = Посмотреть или изменить заявку
mail-change-published = Изменить позже
mail-change-cancelled = Изменить позже
mail-change-changes-requested = Изменить заявку
mail-change-rejected = Посмотреть заявку
mail-change-withdrawn = Посмотреть заявку
mail-change-changed-by-desk = Изменить ещё раз
mail-change-still-missing = Дополнить заявку
mail-change-still-meeting = Подтвердить или изменить
mail-attached = Встреча приложена файлом, который открывают программы-календари.
mail-keep-private = Пожалуйста, не пересылайте это письмо: по личному адресу, который в нём указан, любой может изменить заявку.
mail-why = Вы получили это письмо, потому что ваш адрес указан в заявке. { $calendar }
mail-why-desk = Вы получили это письмо, потому что рассматриваете заявки. { $calendar }
mail-stop = Больше не присылать напоминаний

stop-title = Без напоминаний
stop-intro = Нажмите кнопку, и на адрес { $address } больше не будут приходить напоминания от этого календаря. О решениях по вашим заявкам вы узнаете и дальше.
stop-button = Больше не присылать напоминаний
stop-done = Готово. На этот адрес напоминания больше не приходят.
stop-unknown = Срок действия этого адреса истёк, или адрес неполный.

desk-mail = Почта
letters-title = Почта
letters-off = Письма не отправляются: параметр mail.smtp_url пуст. Вот что было бы отправлено.
letters-none = Пока ничего не написано.
letters-sent = Отправлено: { $when }
letters-given-up = Больше не отправляется: { $when }
letters-waits =
    { $count ->
        [0] Ждёт отправки, не раньше: { $when }
        [1] Одна попытка; следующая: { $when }
       *[other] Попыток: { $count }; следующая: { $when }
    }
letters-meeting = Открыть заявку
letters-without-secrets = Личные адреса здесь не показаны.
letter-kind-received = Получено
letter-kind-published = В календаре
letter-kind-cancelled = Отменено
letter-kind-changes-requested = Просьба изменить
letter-kind-rejected = Отклонено
letter-kind-withdrawn = Убрано
letter-kind-changed-by-desk = Изменено секретариатом
letter-kind-still-missing = Не хватает сведений
letter-kind-still-meeting = Проводится ли ещё?
letter-kind-digest = Что ждёт решения
letter-kind-urgent = Срочно
letters-refused = Этот адрес не принимает письма. С какого времени: { $when }. Ответ: { $problem }
letter-kind-private-address = Личные адреса
mail-subject-private-address = Ваши личные адреса
mail-says-private-address = Вот новый личный адрес каждой из ваших заявок. Прежние действуют, если их не сделали недействительными.

lost-title = Вернуться к своим заявкам
lost-link = Потеряли личный адрес прежней заявки?
lost-intro = Введите адрес электронной почты, который указан в ваших заявках. Мы пришлём на него новый личный адрес каждой из них, не чаще раза в час.
lost-button = Прислать мои личные адреса
lost-asked = Если с этим адресом есть заявки, письмо с новыми личными адресами уже отправляется.
lost-no-mail = Сейчас этот календарь не отправляет писем. Обратитесь, пожалуйста, в секретариат.
standing-renew-title = Личный адрес попал в чужие руки?
standing-renew = Сделайте недействительным и его, и все остальные адреса этой заявки. Новый придёт на адрес, указанный в заявке.
standing-renew-button = Сделать недействительным и прислать новый
desk-renew = Сделать личные адреса недействительными и прислать автору новый
