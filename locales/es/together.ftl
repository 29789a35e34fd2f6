### Se dice cuando varias personas cambian una misma reunión a la vez: a quien envía después, y en la secretaría.

together-title = Esta reunión ha cambiado desde que usted empezó
together-since = Desde que usted empezó, { $who } ha cambiado: { $what } ({ $when }).
together-beside = Su cambio se añade a ese.
together-rejected = El texto del que usted partió no se aceptó: { $who } lo rechazó el { $when }.
together-taken-back = El texto del que usted partió ya no vale: se retiró el { $when }.
together-gone = Lo que usted dejó como estaba no se conserva. Si lo quiere, vuelva a escribirlo.
together-begun = Cuando usted empezó
together-to-questions = Algo lo han cambiado las dos partes. Elija más abajo qué se envía.
together-questions = Elija qué se envía
together-both = Lo han cambiado las dos partes; { $who }, el { $when }.
together-both-gone = Usted lo ha cambiado, pero el texto del que partió no se aceptó.
together-mine = Su respuesta
together-now = Como está ahora
together-nothing = (nada)
together-choose = { $what }: elija qué respuesta se envía
together-moved-on = La reunión ha vuelto a cambiar desde que usted la vio. No se ha enviado nada: revísela una vez más
together-not-taken = El texto del que usted partió no se aceptó. No se ha enviado nada: vea cómo quedaría ahora la reunión y envíela

sender-desk = { $name } (secretaría)
sender-desk-unnamed = la secretaría
names-and = { $first } y { $second }
names-comma = { $first }, { $second }
waiting-several =
    { $count ->
        [one] { $count } cambio, de { $names }
       *[other] { $count } cambios, de { $names }
    }
standing-take-back-newest = El botón retira el más reciente: el que envió { $who } el { $when }.

desk-waiting = Los cambios que contiene
desk-decides-all =
    { $count ->
        [one] { $count } cambio espera. Su decisión se refiere a él.
       *[other] { $count } cambios esperan juntos. El más reciente los contiene todos, y su decisión se refiere a todos.
    }
desk-waiting-sent = Enviado por { $who } el { $when }
desk-waiting-new = El anuncio mismo.
desk-waiting-same = Dice lo mismo que antes.
desk-waiting-before = Antes
desk-revision-part = Forma parte de la versión { $number }

part-timing = Cuándo
part-title = Título
part-text_language = Idioma del texto
part-group = Grupo
part-cohosts = Otros grupos
part-topics = Temas
part-description = Descripción
part-agenda = Orden del día
part-links = Documentos, grabaciones e informes
part-contact = Contacto
part-status = Estado de la reunión
part-status_note = Por qué no es como estaba previsto
part-past_reason = Por qué se anunció después de la fecha
part-mode = Cómo se celebra
part-remote = Cómo unirse a distancia
part-place = Lugar
part-registration = Inscripción
part-languages = Idiomas de la reunión
part-interpretation = Interpretación
part-captioning = Subtítulos en tiempo real
part-participants = Número de participantes
part-category = Categoría
part-provenance = Fuente
