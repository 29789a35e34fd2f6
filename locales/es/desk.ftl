### Said to those who review what was posted.

desk-title = Espacio de trabajo
desk-outside-title = Espacio de la secretaría
desk-outside = No ha iniciado sesión o la sesión ha terminado. La secretaría entra con una dirección de un solo uso. Quien administra el servidor la crea con:
desk-enter-title = Entrar en el espacio de trabajo
desk-enter-intro = Esta dirección sirve una sola vez.
desk-enter-closed = Esta dirección ya se usó o ha caducado. Quien administra el servidor crea una nueva con:
desk-enter-button = Entrar
desk-name = Su nombre
desk-name-hint = El resto del equipo lo ve junto a sus decisiones.
desk-name-missing = Introduzca su nombre
desk-leave = Salir
desk-count =
    { $count ->
        [0] Nada espera una decisión.
        [one] { $count } anuncio espera una decisión.
       *[other] { $count } anuncios esperan una decisión.
    }
desk-nothing = Los anuncios nuevos aparecen aquí en cuanto se envían.
desk-sent = Enviado por { $poster } el { $when }
desk-is-edit = Cambio de una reunión publicada
desk-published = Publicada
desk-not-taken = Su decisión no se ha aplicado
desk-already-decided = { $reviewer } decidió antes que usted: { $verdict }, el { $when }.
desk-superseded = Entretanto se ha enviado una versión más reciente. Es la que se muestra aquí.
desk-taken-back = Entretanto, quien lo envió lo ha retirado, así que no hay nada que decidir.
desk-held-meanwhile = Parte de esta serie se ha celebrado desde que se envió el cambio, por lo que ya no puede convertirse en una reunión sin horas. Pida al grupo que termine la serie.
desk-held-while-reading = Mientras leía se celebró otra fecha de esta serie, por lo que se publicaría algo distinto de lo que decía esta página. Abajo está como es ahora; decida de nuevo, por favor.
desk-adapted =
    { $count ->
        [one] Desde que se envió, se ha celebrado la fecha { $dates }. Queda como estaba; abajo se muestra lo que se publicará.
       *[other] Desde que se envió, se han celebrado estas fechas: { $dates }. Quedan como estaban; abajo se muestra lo que se publicará.
    }
desk-changes = Qué cambiaría
desk-field = Campo
desk-before = Ahora
desk-after = Después
desk-as-readers = Como la verá el público
desk-notes = Notas del registro (no se publican)
desk-decide = Su decisión
desk-approve = Aprobar y publicar
desk-ask = Pedir cambios
desk-reject = Rechazar
desk-withdraw = Retirarla del calendario
desk-withdraw-hint = Desaparece de las páginas y las suscripciones. Si la reunión no se celebra, modifíquela y elija «Cancelada», para que la gente se entere.
desk-withdraw-button = Retirar
desk-withdrawn = Retirada del calendario por { $reviewer } el { $when }.
desk-reason = Lo que quiere decir a quien la anunció
desk-reason-hint = Necesario si pide cambios o rechaza.
desk-reason-missing = Escriba qué debe cambiar o por qué se rechaza
desk-reason-too-long = Use como máximo 1000 caracteres
desk-reason-unknown-choice = Elija aprobar, pedir cambios o rechazar
desk-edit = Cambiar esta reunión
desk-history = Historial
desk-revision-sent = Enviado el { $when }
desk-revision-taken-back = Envío retirado por su autor el { $when }
desk-revision-decided = { $reviewer }: { $verdict }, el { $when }
verdict-approved = aprobación
verdict-changes-requested = solicitud de cambios
verdict-rejected = rechazo

city-new-york = Nueva York
city-sao-paulo = São Paulo
city-geneva = Ginebra
city-nairobi = Nairobi
city-new-delhi = Nueva Delhi
city-beijing = Beijing

desk-decided = Decidido ({ $verdict }):
desk-next = Siguiente:
