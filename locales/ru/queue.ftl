### The desk’s queue.

desk-nav-queue = Очередь
queue-oldest = Самая старая отправлена { $ago }.
queue-ago-now = только что
queue-ago-minutes =
    { $count ->
        [one] { $count } минуту назад
        [few] { $count } минуты назад
       *[other] { $count } минут назад
    }
queue-ago-hours =
    { $count ->
        [one] { $count } час назад
        [few] { $count } часа назад
       *[other] { $count } часов назад
    }
queue-ago-days =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
       *[other] { $count } дней назад
    }
queue-sent = Отправлена { $ago }
queue-asked = Изменения запрошены { $ago } ({ $reviewer })
queue-section-soon = Начинаются в ближайшие 24 часа
queue-section-changes = Изменения опубликованных встреч
queue-section-new = Новые
queue-section-again = Отправлены снова после просьбы об изменениях
queue-section-poster = Ожидают отправителя
queue-is-new = Новая
queue-is-again = Отправлена снова
queue-look-published = Возможно, уже в календаре
queue-look-twice = Возможно, отправлена дважды
queue-look-clash = В то же время: { $title }
queue-look-contradiction = Текст и форма расходятся
queue-look-host = Новый сайт для подключения: { $host }
queue-look-link = Нет ссылки
queue-look-place = Нет места проведения
queue-record = Опубликовано ранее: { $published }, отклонено: { $rejected }
queue-record-none = Первая заявка с этого адреса
queue-of-sender = Все от этого отправителя ({ $count })
queue-from = Отправитель:
queue-find = Поиск и фильтр
queue-q = Название, отправитель или номер
queue-state = Состояние
queue-state-waiting = Ожидают решения
queue-state-poster = Ожидают отправителя
queue-state-decided = Решенные
queue-state-approved = Одобренные
queue-state-rejected = Отклоненные
queue-state-withdrawn = Снятые с календаря
queue-state-taken-back = Отозванные отправителем
queue-nothing-found = Ничего не найдено.
queue-choose = Выбрать: { $title }
queue-tick-all = Выбрать все на этой странице
queue-tick-none = Снять выбор
queue-bulk = С выбранными
queue-bulk-none = Выберите хотя бы одну заявку
queue-approve = Одобрить
queue-spam = Отклонить как спам
queue-spam-hint = О спаме никому не сообщается.
queue-reason-hint = Это прочитают все, чьи заявки выбраны. Нужно, чтобы попросить об изменениях или отклонить.
queue-results = Что решено
queue-to-be-read = Часть этой серии прошла после отправки изменения. Откройте ее, чтобы увидеть, что будет опубликовано.
queue-gone = Такой заявки больше нет.
queue-not-yours = Вы не решаете по заявкам групп этого вида.
queue-back = Назад к очереди
queue-undone = Отменено ({ $reviewer }, { $when })
verdict-spam = отклонена как спам
verdict-withdrawn = снята с календаря
verdict-taken-back = отозвана отправителем
undo = Отменить
undo-which = Отменить: { $title }
undo-all = Отменить все
undo-until = До { $time } UTC; раньше никому не сообщается.
undo-results = Что отменено
undo-done = отменено
undo-waits = Решение отменено, заявка снова ждет:
undo-back = Отменено, встреча снова в календаре:
undo-too-late = Слишком поздно: решение можно отменить в течение десяти минут.
undo-told = Письмо об этом уже уходит, отменить решение больше нельзя.
undo-overtaken = С тех пор что-то отправлено или решено, отменить решение больше нельзя.
keys-title = Клавиши
keys-move = следующая, предыдущая
keys-tick = выбрать
keys-open = открыть
keys-find = найти
keys-turn-off = Отключить клавиши
keys-turn-on = Включить клавиши
audit-act-undo = Отменено
