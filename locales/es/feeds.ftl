### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = ,{" "}
feed-semicolon = ;{" "}

feed-title-part = { $title } (parte { $number } de { $of })
feed-title-slot = { $title } (horario { $number } de { $of }, { $of ->
    [2] elija uno u otro
   *[other] elija uno
 })

feed-join = Unirse: { $address }
feed-join-label = Unirse a la reunión
feed-register = Inscribirse: { $address }
feed-details = Detalles: { $address }
feed-link = { $label }: { $address }

feed-tentative = Provisional: aún puede cambiar.
feed-postponed = Aplazada: no se celebra en esta fecha; se anunciará una nueva.
feed-moved-online = Pasa a ser virtual: se celebra solo en línea.
feed-cancelled = Cancelada: no se celebra.
feed-given-up = Cancelado aquí: la reunión figura de nuevo con su horario actual.
feed-held-no-more = Esta sesión ya no se celebra.
feed-rescheduled = Reprogramada. Fecha anterior: { $before }.
feed-was-to-be = Fecha anterior: { $before }.

feed-when = Cuándo: { $when }
feed-when-unknown = Cuándo: por confirmar
feed-when-within = Cuándo: por confirmar; { $within }
feed-in-utc = En UTC: { $range }
feed-hours-not-given = No se indican las horas.
feed-end-not-given = No se indica la hora de finalización.
feed-date = { $weekday }, { $date }
feed-at = { $date }, { $time }
feed-from = desde { $start }
feed-from-to = { $start } – { $end }
feed-from-to-next-day = { $start } – { $end } del día siguiente
feed-utc = { $range } UTC
feed-clock = { $range }, { $place } (UTC{ $offset })
feed-clock-changing = { $range }, { $place } (UTC{ $before } al comienzo, UTC{ $after } al final)
feed-own-and-utc = { $own }; en UTC: { $range }
feed-between = entre el { $first } y el { $last }
feed-early = principios de { $month }, { $between }
feed-middle = mediados de { $month }, { $between }
feed-late = finales de { $month }, { $between }
feed-some-time = en algún momento de { $in }

feed-is-part = Esta es la parte { $number } de { $of }.
feed-is-slot = { $of ->
    [2] Se celebra dos veces con el mismo orden del día: elija una u otra.
   *[other] Se celebra { $of } veces con el mismo orden del día: elija una.
 }
feed-part-line = Parte { $number }: { $when }
feed-other-slot = El otro horario: { $when }
feed-slot-line = Horario { $number }: { $when }

feed-weekday = { $weekday ->
    [mon] lunes
    [tue] martes
    [wed] miércoles
    [thu] jueves
    [fri] viernes
    [sat] sábado
   *[sun] domingo
 }
feed-nth-weekday = { $nth ->
    [first] primer { feed-weekday }
    [second] segundo { feed-weekday }
    [third] tercer { feed-weekday }
    [fourth] cuarto { feed-weekday }
    [fifth] quinto { feed-weekday }
   *[last] último { feed-weekday }
 }
feed-nth-day = día { $day }
feed-rule-week = { $every ->
    [1] cada { feed-weekday }
   *[other] cada { $every } semanas, el { feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] el { feed-nth-day } de cada mes
   *[other] cada { $every } meses, el { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] el { feed-nth-weekday } de cada mes
   *[other] cada { $every } meses, el { feed-nth-weekday }
 }
feed-rule-rare = { $rule }, si lo hay
feed-hours-in = { $range }, { $place }
feed-when-rule = Cuándo: { $rule }, { $hours }, hasta el { $last }
feed-then-once = Después, el { $first }: { $hours }
feed-then-rule = A partir del { $first }: { $rule }, { $hours }
feed-then-dates = A partir del { $first }: en fechas sueltas, { $hours }
feed-new-hours = Nuevo horario a partir del { $from }; antes: { $before }
# One of several hours before, after the first.
feed-hours-then = a partir del { $from }, { $hours }

feed-agenda = Orden del día:
feed-held-by = Organizada por: { $groups }
feed-registration-required = Inscripción (obligatoria): { $address }
feed-registration-optional = Inscripción (opcional): { $address }
feed-languages = Idiomas de la reunión: { $names }
feed-interpretation = Interpretación: { $names }
feed-captions = Subtítulos en tiempo real
feed-documents = Documentos:
feed-outcomes = Grabaciones e informes:
feed-participants = Participantes: { $count }

feed-name = IGF: { $what }
feed-about = Reuniones de la comunidad del Foro para la Gobernanza de Internet
feed-about-group = Reuniones del grupo { $group }
feed-about-meeting = Una reunión del calendario común del IGF
feed-about-cut = { $about }. { $cut }
feed-cut = Hay demasiadas reuniones para un solo calendario; elija menos grupos para recibir el resto.
feed-cut-since = Hay demasiadas reuniones para un solo calendario: este contiene las posteriores al { $since }; elija menos grupos para recibir el resto.
feed-cut-until = Hay demasiadas reuniones para un solo calendario: este llega hasta el { $until }; elija menos grupos para recibir el resto.
feed-cut-within = Hay demasiadas reuniones para un solo calendario: este abarca del { $since } al { $until }; elija menos grupos para recibir el resto.
feed-name-region = región: { $values }
feed-name-topic = tema: { $values }
feed-name-language = idioma: { $values }
feed-name-words = palabras: «{ $words }»
feed-name-recording = con grabación
feed-name-past-all = todas las reuniones pasadas
feed-name-past-days = { $count ->
    [one] { $count } día atrás
   *[other] { $count } días atrás
 }
feed-name-past-weeks = { $count ->
    [one] { $count } semana atrás
   *[other] { $count } semanas atrás
 }
feed-name-past-months = { $count ->
    [one] { $count } mes atrás
   *[other] { $count } meses atrás
 }
feed-name-past-years = { $count ->
    [one] { $count } año atrás
   *[other] { $count } años atrás
 }
