### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = Antes: { $name } (hasta el { $until })
group-closed = Este grupo se cerró: { $date }. Sus reuniones permanecen aquí.
group-how-to-join = Cómo participar
group-mailing-list = Lista de correo
group-contact = Contacto
group-until = Hasta
groups-onward =
    { $count ->
        [one] { $count } nombre anterior
       *[other] { $count } nombres anteriores
    }
group-continues-as = continúa como

## What can be wrong

problem-closed-group = { $field }: este grupo se cerró. Elija otro
problem-taken = { $field }: otro lleva o llevó este nombre. Elija otro nombre

## Fields

field-slug = Nombre en las direcciones
field-name = Nombre completo
field-acronym = Sigla
field-kind = Tipo de grupo
field-group_description = Qué hace
field-how_to_join = Cómo participar
field-mailing_list = Lista de correo
field-website = Sitio web
field-region = Región
field-group_country = País
field-group_languages = Idiomas
field-active_from = Primer año o ciclo
field-active_until = Último año o ciclo
field-group_status = Situación
field-source_url = De dónde procede esta información
field-name_ar = Árabe
field-name_en = Inglés
field-name_es = Español
field-name_fr = Francés
field-name_ru = Ruso
field-name_zh = Chino
field-new_slug = Nuevo nombre en las direcciones
field-new_name = Nuevo nombre completo
field-new_acronym = Nueva sigla
field-into = Continúa como
group-name-hint = Para corregir un error. Si el grupo tomó otro nombre, cámbielo más abajo, para que se lo encuentre por ambos.
group-how-to-join-hint = Qué debe hacer quien quiera participar.
group-mailing-list-hint = La dirección de su página o el correo al que se escribe.
group-contact-hint = Los lectores ven ambos.
group-place-title = Lugar e idiomas
group-languages-hint = Códigos separados por comas, por ejemplo en, fr, pt.
group-record-title = Para el registro
group-cycle-hint = Por ejemplo, 2016.
group-status-hint = En pocas palabras, por ejemplo active.

## The desk’s lists

lists-new-group = Añadir un grupo
lists-new-topic = Añadir un tema
lists-back-to-groups = Todos los grupos
lists-back-to-topics = Todos los temas
lists-search = Nombre, también uno anterior
lists-search-button = Mostrar
lists-all-kinds = Todos los tipos
lists-count =
    { $count ->
        [one] { $count } grupo
       *[other] { $count } grupos
    }
lists-closed = Cerrado
lists-past = Concluido
lists-next = Próxima: { $when }
lists-last = Última: { $when }
lists-never = Aún no tiene reuniones en el calendario
lists-formerly = Antes: { $name }
lists-add = Añadir
lists-save = Guardar
lists-slug-hint = Letras minúsculas, cifras y guiones. Los nombres anteriores siguen llevando aquí.
lists-as-readers = Como lo ven los lectores
lists-edit = Modificar los datos
lists-rename = Cambiar de nombre
lists-rename-button = Cambiar de nombre
lists-rename-group-intro = Las páginas, los canales y los filtros con el nombre anterior llevan al nuevo, y los lectores ven el anterior. Las suscripciones continúan igual.
lists-rename-topic-intro = Los filtros y canales con el nombre anterior llevan al nuevo. El nombre que ven los lectores se modifica arriba.
lists-merge-group = Continúa como otro grupo
lists-merge-topic = Continúa como otro tema
lists-merge-group-intro = Su página, sus canales y sus reuniones pasan al otro grupo, en el que los lectores ven el nombre anterior. Puede deshacerse.
lists-merge-topic-intro = Las reuniones y los grupos que lo tienen cuentan desde entonces como del otro. Puede deshacerse.
lists-merge-button = Fusionar
lists-merge-missing = Elija como qué continúa
lists-close-group = Cerrar este grupo
lists-close-topic = Cerrar este tema
lists-close-group-intro = Pasa al final de las listas y ya no se pueden publicar reuniones nuevas suyas. Lo celebrado permanece.
lists-close-topic-intro = Mientras está cerrado, los formularios no lo ofrecen. Lo que ya lo tiene lo conserva.
lists-reopen = Volver a abrir
lists-reopen-group-intro = Entonces se podrán publicar de nuevo reuniones suyas.
lists-topic-closed = cerrado: { $date }
lists-waiting = Anuncios nuevos de este grupo que esperan
lists-signpost = Desde el { $since } este nombre lleva a:
lists-separate = Volver a separarlo
lists-separate-intro = Lo publicado con este nombre vuelve a ser suyo. Lo publicado desde entonces queda donde está.
lists-meanwhile = Otra persona modificó esto mientras usted escribía; aún no se ha guardado nada. Lo que escribió está más abajo; lo suyo, en el formulario. Revise ambos y guarde de nuevo.
lists-meanwhile-look = Otra persona lo modificó entretanto; no se hizo nada. Se muestra como está ahora; revíselo y pulse de nuevo.
lists-theirs = Lo que se modificó entretanto
lists-theirs-nothing = nada
lists-theirs-contested = Usted escribió otra cosa aquí; su texto está en el formulario.
lists-done-created = Añadido.
lists-done-saved = Guardado.
lists-done-renamed = Se cambió el nombre. Todos los anteriores llevan aquí.
lists-done-merged = Fusionado.
lists-done-separated = Vuelve a estar separado.
lists-done-closed = Cerrado.
lists-done-reopened = Abierto de nuevo.
lists-done-meetings = Hecho. Abajo está lo que aún queda de este grupo, si queda algo.
topics-used = Reuniones: { $meetings }. Grupos: { $groups }.

## How often a group meets

activity-title = Reuniones por año
activity-next = Próxima
activity-last = Última
activity-none = Aún no se ha celebrado nada que figure en el calendario.
activity-held =
    { $count ->
        [one] { $count } reunión
       *[other] { $count } reuniones
    }

## Meetings of a group that is closed

fates-title =
    { $count ->
        [one] Queda { $count } reunión por celebrar
       *[other] Quedan { $count } reuniones por celebrar
    }
fates-legend = Qué será de { $title }
fates-keep = Mantener
fates-move = Pasar a otro grupo
fates-cancel = Cancelar
fates-to = Grupo al que pasan las reuniones
fates-to-missing = Elija el grupo al que pasan las reuniones
fates-reason = Por qué se cancelan las reuniones
fates-reason-hint = Lo ven los lectores y quien publicó la reunión.
fates-reason-missing = Escriba por qué se cancelan las reuniones
fates-button = Aplicar
fates-waits = Hay un cambio de esta reunión en espera. Decida primero sobre él.
