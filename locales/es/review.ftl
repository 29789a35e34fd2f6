### The desk’s page of one entry, editing with approval, and the private page that tells posters what happened.

review-jump = Ir a la decisión
review-aside = Decisión y notas
review-since-read = Desde la última lectura
review-since-read-intro = Decisión de { $reviewer }, { $when }: { $verdict }. Esto es distinto ahora:
review-then-read = Cuando se leyó
review-hosts = Adónde llevan los enlaces
review-host-same = { $host }: como antes.
review-host-used =
    { $count ->
        [one] { $host }: { $group } ya lo usó en { $count } otra reunión.
       *[other] { $host }: { $group } ya lo usó en otras { $count } reuniones.
    }
review-host-first = { $host }: no hay con qué compararlo. En el calendario no hay ningún otro enlace de { $group }.
review-host-new = { $host } es nuevo para { $group }. Hasta ahora los enlaces llevaban a: { $known }
review-preview-in = Idioma de la vista previa
review-reads = Idioma en que se leerá: { $language }
review-ready = Motivo preparado
review-ready-fill = Ponerlo en el texto
review-claim-take = Me ocupo yo
review-claim-own = Se ocupa usted desde: { $since }
review-claim-other = { $name } se ocupa desde: { $since }
review-claim-let-go = Dejarlo
review-notes-title = Notas internas
review-notes-hint = Solo las ve la Secretaría.
review-note = Añadir una nota
review-note-button = Añadir
review-note-missing = Escriba primero la nota
review-note-too-long = Use como máximo 1000 caracteres
review-kept = Lo que escribió antes de que terminara su sesión está abajo. Aún no se ha enviado.
review-outside-kept = Lo que escribió no se ha perdido. Se guarda durante un día y le espera en cuanto entre.
review-typed = Lo que escribió
review-nothing-waits = Ya no hay nada pendiente de este anuncio, así que no hay nada que aprobar.

amend-title = Modificar y aprobar
amend-back = Volver al anuncio
amend-jump = Ir al botón
amend-hint = Se comunica qué ha modificado usted a quien envió el anuncio.
amend-look = Ver lo que modifica
amend-changes = Lo que modifica
amend-nothing = Nada todavía.
amend-moved-on = Entretanto se ha enviado una versión más reciente. No se ha publicado nada. Abajo está esa versión con sus modificaciones; revísela y apruébela.
amend-theirs = Lo que modificó la versión más reciente
amend-dates = Se celebra varias veces. Sus fechas se modifican paso a paso, con el botón que está debajo de este formulario.
amend-dates-button = Modificar las fechas

ready-reason-link = El enlace no funciona
    .text = El enlace para unirse no se abre o lleva a otra cosa. Compruébelo y vuelva a enviar la reunión, por favor.
ready-reason-dates = El texto y la fecha no coinciden
    .text = El título o la descripción dan otra fecha u hora que el formulario. Corrija lo que esté mal y vuelva a enviar la reunión, por favor.
ready-reason-unclear = No queda claro de qué trata
    .text = El título y la descripción no permiten saber de qué trata la reunión ni a quién se dirige. Añada una o dos frases y vuelva a enviarla, por favor.
ready-reason-group = La celebra otro grupo
    .text = La reunión no parece ser del grupo que eligió. Elija el grupo que la celebra y vuelva a enviarla, por favor.
ready-reason-twice = Ya está en el calendario
    .text = Esta reunión ya está en el calendario. Si desea modificarla, use la dirección privada que recibió con ella, por favor.
ready-reason-not-ours = No es una reunión de la comunidad
    .text = Este calendario es para las reuniones de la comunidad del Foro para la Gobernanza de Internet, y esta no parece ser una de ellas.

private-waits = Lo que espera a la Secretaría
private-as-readers = Verlo como lo verá el público
private-published = Lo que está en el calendario
private-story = Lo que ha ocurrido hasta ahora
private-sent = Envío de { $who }, { $when }.
private-decided = Decisión de la Secretaría, { $when }: { $verdict }.
private-taken-back = Usted lo retiró: { $when }.
private-part = Pasó a formar parte de lo que se envió después.
private-waiting = Todavía no se ha decidido.
private-desk-changed = Lo que modificó la Secretaría:
private-withdrawn = La Secretaría retiró la reunión del calendario: { $when }.

audit-act-note = Nota interna
audit-act-claim = Se ocupa
audit-act-let-go = Deja de ocuparse
audit-act-edit-and-approve = Modificación y aprobación
