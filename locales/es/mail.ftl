### Said in mail, and on the pages that mail leads to.

mail-subject-received = Hemos recibido su anuncio: { $title }
mail-subject-published = En el calendario: { $title }
mail-subject-cancelled = Cancelada: { $title }
mail-subject-changes-requested = Modifique su anuncio: { $title }
mail-subject-rejected = No se publica en el calendario: { $title }
mail-subject-withdrawn = Retirada del calendario: { $title }
mail-subject-changed-by-desk = Modificada por la Secretaría: { $title }
mail-subject-still-missing = Todavía falta información: { $title }
mail-subject-still-meeting = ¿Se sigue celebrando? { $title }
mail-subject-digest =
    { $count ->
        [one] { $count } anuncio pendiente de revisión
       *[other] { $count } anuncios pendientes de revisión
    }
mail-subject-urgent = Comienza en menos de 24 horas y está pendiente de revisión: { $title }

mail-says-received = Gracias. La Secretaría lee cada anuncio antes de publicarlo en el calendario, por lo general en un plazo de dos días laborables. Le escribiremos en cuanto se decida.
mail-says-published = Su anuncio ya está en el calendario. Cualquier persona puede verlo, y lo reciben quienes están suscritos al calendario.
mail-says-cancelled = El calendario indica ahora que esta reunión está cancelada. También lo ven quienes están suscritos al calendario.
mail-says-changes-requested = La Secretaría le pide que modifique su anuncio antes de publicarlo en el calendario. Se conserva todo lo que usted escribió.
mail-says-rejected = La Secretaría ha decidido no publicar este anuncio en el calendario.
mail-says-withdrawn = La Secretaría ha retirado esta reunión del calendario.
mail-says-changed-by-desk = La Secretaría ha modificado su anuncio. El calendario lo muestra ahora así:
mail-says-still-missing = La reunión está próxima y en el calendario todavía falta lo necesario para participar: el enlace, el lugar o la fecha. Complételo, por favor.
mail-says-still-meeting = Esta serie sigue en el calendario. Si continúa como se anunció, no tiene que hacer nada, salvo que el calendario indique que las fechas están por confirmar. Si ha cambiado o ha terminado, indíquelo, por favor.
mail-says-digest =
    { $count ->
        [one] { $count } anuncio espera una decisión:
       *[other] { $count } anuncios esperan una decisión. Los más próximos:
    }
mail-says-urgent = Este anuncio espera una decisión y la reunión comienza en menos de 24 horas.

mail-reason = La Secretaría escribe:
mail-title = Título
mail-group = Organiza
mail-when = Fecha
mail-when-exact = { $date }: { $clocks }
mail-when-more =
    { $count ->
        [one] { $first } (y { $count } fecha más)
       *[other] { $first } (y { $count } fechas más)
    }
mail-reference = Referencia
mail-line = { $title } ({ $group }): { $starts }
mail-more =
    { $count ->
        [one] y { $count } más.
       *[other] y { $count } más.
    }
mail-fact = { $name }: { $value }
mail-way = { $words }:
mail-see = Ver en el calendario
mail-desk = Ir al espacio de trabajo
mail-review = Revisar
mail-change-received = Ver o modificar el anuncio
mail-change-published = Modificar más adelante
mail-change-cancelled = Modificar más adelante
mail-change-changes-requested = Modificar el anuncio
mail-change-rejected = Ver el anuncio
mail-change-withdrawn = Ver el anuncio
mail-change-changed-by-desk = Volver a modificar
mail-change-still-missing = Completar lo que falta
mail-change-still-meeting = Confirmar o modificar
mail-attached = La reunión se adjunta en un archivo que pueden abrir los programas de calendario.
mail-keep-private = No reenvíe este mensaje: con la dirección privada que contiene, cualquier persona puede modificar el anuncio.
mail-why = Recibe este mensaje porque su dirección se indicó en un anuncio del { $calendar }.
mail-why-desk = Recibe este mensaje porque revisa anuncios del { $calendar }.
mail-stop = No enviarme más recordatorios

stop-title = No más recordatorios
stop-intro = Pulse el botón y { $address } no recibirá más recordatorios de este calendario. Seguirá recibiendo las decisiones sobre sus propios anuncios.
stop-button = No enviarme más recordatorios
stop-done = Hecho. Esta dirección no recibirá más recordatorios.
stop-unknown = Esta dirección ha caducado o está incompleta.

desk-mail = Correo
letters-title = Correo
letters-off = No se envía correo: el ajuste mail.smtp_url está vacío. Esto es lo que se habría enviado.
letters-none = Todavía no se ha escrito nada.
letters-sent = Enviado el { $when }
letters-given-up = Abandonado el { $when }
letters-waits =
    { $count ->
        [0] Pendiente de envío, no antes del { $when }
        [1] Un intento; el próximo, el { $when }
       *[other] { $count } intentos; el próximo, el { $when }
    }
letters-meeting = Ver el anuncio
letters-without-secrets = Aquí no se muestran las direcciones privadas.
letter-kind-received = Recibido
letter-kind-published = En el calendario
letter-kind-cancelled = Cancelada
letter-kind-changes-requested = Cambios solicitados
letter-kind-rejected = Rechazado
letter-kind-withdrawn = Retirada
letter-kind-changed-by-desk = Modificado por la Secretaría
letter-kind-still-missing = Falta información
letter-kind-still-meeting = ¿Se sigue celebrando?
letter-kind-digest = Anuncios pendientes
letter-kind-urgent = Urgente
letters-refused = Esta dirección no acepta correo desde el { $when }: { $problem }
letter-kind-private-address = Direcciones privadas
mail-subject-private-address = Sus direcciones privadas
mail-says-private-address = Aquí tiene una nueva dirección privada de cada uno de sus anuncios. Las anteriores siguen sirviendo si no se han anulado.

lost-title = Recuperar sus anuncios
lost-link = ¿Ha perdido la dirección privada de un anuncio anterior?
lost-intro = Escriba la dirección de correo que indicó en sus anuncios. Enviaremos allí una nueva dirección privada de cada uno, como máximo una vez por hora.
lost-button = Enviarme mis direcciones privadas
lost-asked = Si hay anuncios con esta dirección, va en camino un mensaje con nuevas direcciones privadas.
lost-no-mail = Este calendario no envía correo por el momento. Consulte a la Secretaría.
standing-renew-title = ¿Esta dirección privada ha llegado a otras manos?
standing-renew = Anúlela, junto con todas las demás de este anuncio. Se enviará una nueva a la dirección indicada en el anuncio.
standing-renew-button = Anular y enviar una nueva
desk-renew = Anular sus direcciones privadas y enviar una nueva a quien lo publicó
