### Said of what changed in a meeting, and when.

history-title = Qué ha cambiado
history-confirmed = Confirmada.
history-tentative = Provisional: aún puede cambiar.
history-postponed = Aplazada: se anunciará una nueva fecha.
history-not-postponed = Ya no está aplazada.
history-moved-online = Pasa a ser virtual.
history-not-moved-online = Ya no es solo virtual.
history-cancelled = Cancelada: no se celebra.
history-not-cancelled = Ya no está cancelada: finalmente se celebra.
history-moved = Reprogramada: ahora, { $to }; antes, { $from }.
history-times = Cambio de horario: ahora, { $to }; antes, { $from }.
history-hours = A partir del { $from }: { $to }; antes, { $before }.
history-hours-until = Del { $from } al { $until }: { $to }; antes, { $before }.
# One of several hours before, after the first.
history-hours-then = a partir del { $from }, { $hours }
history-dates = Han cambiado las fechas o los horarios.
history-date-set = Se ha fijado la fecha: { $to }.
history-date-open = La fecha anterior ya no es válida: { $from }. Ahora: { $to }.
history-expected = La fecha sigue por confirmar. Se prevé ahora: { $to }.
history-date-unknown = La fecha sigue por confirmar.
history-mode = Modalidad: ahora, { $to }; antes, { $from }.
history-place = Nuevos datos sobre el lugar.
history-access = Nuevos datos sobre cómo unirse.
history-title-was = Nuevo título; antes era «{ $from }».
history-text = Nuevo texto en la descripción o en el orden del día.
history-outcomes = Se ha añadido: { $kinds }.
history-other = Han cambiado otros datos.

badge-rescheduled = Reprogramada
history-moved-from = Reprogramada. Fecha anterior:
history-was = Fecha anterior:
history-new-date-to-follow = Se anunciará una nueva fecha

caution-still-postponed = La fecha ya no es la publicada, pero el formulario sigue diciendo «{ $status }». Si la nueva fecha es segura, elija «{ $confirmed }».
caution-old-note = «{ $written }» se escribió cuando el estado era «{ $before }». Ahora el formulario dice «{ $status }»: cambie o borre lo que ya no sea cierto.
history-one = { $on }: { $what }
history-left-out = { $on }: esta fecha se ha quitado.
history-added = { $on }: esta fecha se ha añadido.
history-participants = Número de participantes: { $count }.
