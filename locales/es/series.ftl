### Said of series, parts and slots: in forms, lists and on pages.

field-held = ¿Con qué frecuencia se celebra?
held-once = Una vez
held-parts = En varias partes, cada una con su horario
held-slots = Más de una vez, para distintas zonas horarias: se elige una
held-series = Periódicamente: una serie
error-held-one-needs-times = Para celebrarla varias veces, elija más arriba «En una fecha y a una hora determinadas»

post-dates-parts = Las demás partes
post-dates-slots = Los demás horarios que se ofrecen
post-dates-series = ¿En qué fechas?
dates-first = La primera:
dates-first-change = Cambiar la primera
dates-part = Parte { $number }
dates-slot = Horario { $number }
post-sittings-hint = Las filas en blanco no cuentan. Si la hora de finalización es anterior a la de inicio, es del día siguiente.
post-also-date-hint = Déjelo en blanco si es en la misma fecha que la primera.
post-also-zone-hint = Déjelo en blanco si es según la misma hora local que la primera.
post-add-part = Añadir otra parte
post-add-slot = Añadir otro horario
field-also_date = Fecha
field-also_day = Las demás: día
field-also_month = Las demás: mes
field-also_year = Las demás: año
field-also_start_time = Hora de inicio
field-also_end_time = Hora de finalización
field-also_zone = Zona horaria o ciudad
field-also_fold = Primera o segunda vez (las demás)
error-also_start_time-too-few = Introduzca el horario de al menos una más

field-step = ¿Cómo se repite?
series-weekday = { $weekday ->
    [mon] lunes
    [tue] martes
    [wed] miércoles
    [thu] jueves
    [fri] viernes
    [sat] sábado
   *[sun] domingo
 }
series-nth-weekday = { $nth ->
    [1] primer { series-weekday }
    [2] segundo { series-weekday }
    [3] tercer { series-weekday }
    [4] cuarto { series-weekday }
   *[5] quinto { series-weekday } (si lo hay)
 }
series-week = { $every ->
    [1] Cada semana, el { series-weekday }
   *[other] Cada { $every } semanas, el { series-weekday }
 }
series-month = { $every ->
    [1] Cada mes
   *[other] Cada { $every } meses
 }
series-month-weekday = { series-month }, el { series-nth-weekday }
series-month-last-weekday = { series-month }, el último { series-weekday }
series-month-day = { series-month }, el día { $day ->
    [29] 29 (si lo hay)
    [30] 30 (si lo hay)
    [31] 31 (si lo hay)
   *[other] { $day }
 }
series-listed = En las fechas que indique
series-on-dates = En varias fechas
field-every = ¿Cada cuántas semanas o meses?
post-every-hint = 1 para cada semana o mes, 2 para uno de cada dos, como máximo 12. En blanco significa 1.
field-ends = ¿Cuándo termina?
ends-count = Después de cierto número de fechas
ends-until = Un día determinado
field-count = ¿Cuántas fechas?
post-count-hint = De 2 a 120, en un plazo de 24 meses.
field-until_date = El último día posible
field-until_day = Último día de la serie: día
field-until_month = Último día de la serie: mes
field-until_year = Último día de la serie: año
post-until-hint = Como máximo, 24 meses después de la primera.
field-dates = Las fechas
post-listed-hint = Una en cada línea, por ejemplo 13 3 2018 o 2018-03-13. La primera ya está incluida.
field-confirm_date = Solo prevista a partir de este día
field-confirm_day = Prevista a partir de: día
field-confirm_month = Prevista a partir de: mes
field-confirm_year = Prevista a partir de: año
post-confirm-hint = Si no es seguro que sigan reuniéndose tanto tiempo: las fechas posteriores se muestran como provisionales y se les preguntará si las mantienen.

post-occurrences-title = Revise todas las fechas
post-occurrences-intro = { $count ->
    [one] Hay { $count } fecha. Si es en otro momento, indíquelo; lo que deje en blanco sigue como de costumbre.
   *[other] Hay { $count } fechas. Marque aquellas en las que no se reúnen. Si alguna es en otro momento, indíquelo; lo que deje en blanco sigue como de costumbre.
 }
field-skip = No en esta fecha
dates-other-time = Otra fecha u otro horario
field-moved_from = Fechas en otro momento
field-moved_date = Fecha
field-moved_start_time = Inicio
field-moved_end_time = Fin
dates-shift = A partir de aquí, { $time } UTC: cambia la hora en { $place }
dates-skipped = No se celebra en esta fecha
dates-instead-of = Trasladada: en lugar del { $date }
dates-other-hours = Con otro horario
dates-planned = Prevista, por confirmar
dates-in-parts = En { $count } partes
dates-choose = Se celebra { $count } veces con el mismo orden del día: elija una
dates-count = { $count ->
    [one] { $count } fecha
   *[other] { $count } fechas
 }
dates-more = { $count ->
    [one] { $count } fecha más
   *[other] { $count } fechas más
 }

check-change-dates = Cambiar las fechas
check-change-single = Suprimir o trasladar fechas sueltas
check-echo-first = La primera en otros lugares

problem-too-few = { $field }: indique al menos { $least }
problem-not-a-number = { $field }: introduzca un número entero de { $least } a { $most }
problem-too-many-months = { $field }: una serie puede durar como máximo { $limit } meses
problem-over-a-day = { $field }: tiene que terminar el mismo día o en la noche siguiente. Para varios días, elija partes
problem-unreadable-date = { $field }: «{ $text }» no es una fecha. Escriba día, mes y año, por ejemplo 13 3 2018
problem-overlap = { $field }: coincide con otra
problem-not-the-last-weekday = { $field }: la primera fecha no es el último de esos días de la semana de su mes
problem-no-such-date = { $field }: no hay ninguna el { $date }
problem-one-needs-times = { $field }: una fecha de una serie necesita horas
problem-has-begun = { $field }: parte de la serie ya se celebró; tiene que seguir siendo una serie con horas
problem-too-early = { $field }: introduzca el { $day } o una fecha posterior; lo que ya se celebró queda como está
error-step-missing = Elija cómo se repite
error-ends-missing = Elija cuándo termina
error-count-missing = Introduzca cuántas fechas hay
error-until_date-missing = Introduzca el último día posible
error-dates-too-few = Indique al menos una fecha además de la primera
error-count-too-few = Tiene que haber al menos { $least } fechas
error-until_date-too-few = Tiene que haber al menos { $least } fechas hasta ese día
error-skip-too-few = Tiene que quedar al menos una fecha

confirm-question = ¿Siguen reuniéndose en estas fechas?
confirm-planned = Las fechas a partir del { $date } solo están previstas. Diga a la secretaría si se reunirán.
confirm-yes = Sí, nos seguimos reuniendo
confirm-no = No, o en otras fechas
meeting-all-dates = Todas las fechas
problem-was-held = Esta reunión se celebró el { $date }. Solo se pueden añadir sus resultados: grabaciones, informes, número de participantes.
dates-past = { $count ->
    [one] { $count } fecha pasada
   *[other] { $count } fechas pasadas
 }
