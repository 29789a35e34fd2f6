### Said of what changed in a meeting, and when.

history-title = Что изменилось
history-confirmed = Встреча подтверждена.
history-tentative = Предварительно: еще может измениться.
history-postponed = Встреча отложена: новая дата будет объявлена позже.
history-not-postponed = Встреча больше не отложена.
history-moved-online = Встреча переведена в онлайн.
history-not-moved-online = Встреча больше не проводится только онлайн.
history-cancelled = Встреча отменена и не состоится.
history-not-cancelled = Отмена снята: встреча состоится.
history-moved = Встреча перенесена. Теперь: { $to }; раньше: { $from }.
history-times = Время изменено. Теперь: { $to }; раньше: { $from }.
history-hours = Начиная с { $from }: { $to }; раньше: { $before }.
history-hours-until = С { $from } по { $until }: { $to }; раньше: { $before }.
# One of several hours before, after the first.
history-hours-then = начиная с { $from } — { $hours }
history-dates = Изменены даты или время.
history-date-set = Назначена дата: { $to }.
history-date-open = Прежняя дата больше не действует: { $from }. Теперь: { $to }.
history-expected = Дата все еще уточняется. Теперь ожидается: { $to }.
history-date-unknown = Дата все еще уточняется.
history-mode = Формат встречи теперь: { $to }; раньше: { $from }.
history-place = Новые сведения о месте проведения.
history-access = Новые сведения о том, как подключиться.
history-title-was = Новое название; раньше было «{ $from }».
history-text = Изменен текст описания или повестки дня.
history-outcomes = Добавлено: { $kinds }.
history-other = Изменены другие сведения.

badge-rescheduled = Перенесена
history-moved-from = Перенесена. Прежняя дата:
history-was = Прежняя дата:
history-new-date-to-follow = Новая дата будет объявлена позже

caution-still-postponed = Дата уже не та, что опубликована, а в форме по-прежнему указано «{ $status }». Если новая дата точна, выберите «{ $confirmed }».
caution-old-note = «{ $written }» написано, когда статус был «{ $before }». Теперь в форме указано «{ $status }»: измените или удалите то, что больше не верно.
history-one = { $on }: { $what }
history-left-out = { $on }: эта дата убрана.
history-added = { $on }: эта дата добавлена.
history-participants = Число участников: { $count }.
