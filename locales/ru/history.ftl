### Said of what changed in a meeting, and when.

caution-still-postponed = Дата уже не та, что опубликована, а в форме по-прежнему указано «{ $status }». Если новая дата точна, выберите «{ $confirmed }».
caution-old-note = «{ $written }» написано, когда статус был «{ $before }». Теперь в форме указано «{ $status }»: измените или удалите то, что больше не верно.
