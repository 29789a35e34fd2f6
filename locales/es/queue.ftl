### The desk’s queue.

desk-nav-queue = Lista de espera
queue-oldest = La más antigua se envió { $ago }.
queue-ago-now = ahora mismo
queue-ago-minutes =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
queue-ago-hours =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
queue-ago-days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
queue-sent = Enviada { $ago }
queue-asked = { $reviewer } pidió cambios { $ago }
queue-section-soon = Empiezan en menos de 24 horas
queue-section-changes = Cambios de reuniones publicadas
queue-section-new = Nuevas
queue-section-again = Enviadas de nuevo tras pedir cambios
queue-section-poster = A la espera de quien la envió
queue-is-new = Nueva
queue-is-again = Enviada de nuevo
queue-look-published = Quizá ya esté en el calendario
queue-look-twice = Quizá enviada dos veces
queue-look-clash = A la misma hora que { $title }
queue-look-contradiction = El texto y el formulario no coinciden
queue-look-host = Nuevo sitio para participar: { $host }
queue-look-link = Falta el enlace
queue-look-place = Falta el lugar
queue-record = Publicadas antes: { $published }; rechazadas: { $rejected }
queue-record-none = Primera entrada de esta dirección
queue-of-sender = Todas de este remitente ({ $count })
queue-from = De:
queue-find = Buscar y filtrar
queue-q = Título, remitente o referencia
queue-state = Estado
queue-state-waiting = En espera
queue-state-poster = A la espera de quien la envió
queue-state-decided = Decididas
queue-state-approved = Aprobadas
queue-state-rejected = Rechazadas
queue-state-withdrawn = Retiradas del calendario
queue-state-taken-back = Retiradas por quien las envió
queue-nothing-found = Nada coincide con lo que busca.
queue-choose = Elegir: { $title }
queue-tick-all = Elegir todas las de esta página
queue-tick-none = No elegir ninguna
queue-bulk = Con las elegidas
queue-bulk-none = Elija al menos una entrada
queue-approve = Aprobar
queue-spam = Rechazar como spam
queue-spam-hint = Del spam no se informa a nadie.
queue-reason-hint = Lo leen todos los que enviaron las entradas elegidas. Es necesario para pedir cambios o rechazar.
queue-results = Lo que se ha decidido
queue-to-be-read = Una parte de esta serie se celebró después de enviarse el cambio. Ábrala para ver qué se publicará.
queue-gone = Esta entrada ya no existe.
queue-not-yours = Usted no decide sobre las entradas de este tipo de grupo.
queue-back = Volver a la lista de espera
queue-undone = Deshecho por { $reviewer } (fecha: { $when })
verdict-spam = rechazada como spam
verdict-withdrawn = retirada del calendario
verdict-taken-back = retirada por quien la envió
undo = Deshacer
undo-which = Deshacer: { $title }
undo-all = Deshacer todo
undo-until = Hasta las { $time } UTC; antes no se informa a nadie.
undo-results = Lo que se ha deshecho
undo-done = deshecho
undo-waits = Deshecho; vuelve a estar en espera:
undo-back = Deshecho; vuelve a estar en el calendario:
undo-too-late = Es demasiado tarde: una decisión se puede deshacer durante diez minutos.
undo-told = Ya ha salido un correo al respecto, así que no se puede deshacer.
undo-overtaken = Desde entonces se ha enviado o decidido algo más, así que no se puede deshacer.
keys-title = Teclas
keys-move = siguiente, anterior
keys-tick = elegir
keys-open = abrir
keys-find = buscar
keys-turn-off = Desactivar las teclas
keys-turn-on = Activar las teclas
audit-act-undo = Deshecho
