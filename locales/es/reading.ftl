### Said to readers: listings, meetings, feeds.

upcoming-title = Próximas reuniones
upcoming-intro = Reuniones de las Coaliciones Dinámicas, los Foros sobre Mejores Prácticas, las Redes de Políticas, el Grupo Asesor de Múltiples Partes Interesadas (MAG) y los IGF nacionales, regionales y de la juventud. Todas figuran aquí para que cualquiera pueda participar.
past-title = Reuniones anteriores
past-intro = Las reuniones celebradas, con las grabaciones, resúmenes y transcripciones que han añadido los grupos.
past-years = Años
past-without-date = Día sin registrar
past-count =
    { $count ->
        [one] { $count } reunión en { $year }
       *[other] { $count } reuniones en { $year }
    }
empty-title = Todavía no hay nada en el calendario
empty-text = Los grupos anuncian sus reuniones con el botón que figura abajo. La secretaría comprueba cada una y la publica aquí, y llega a todas las personas suscritas.
list-count =
    { $count ->
        [one] { $count } reunión
       *[other] { $count } reuniones
    }
list-date-to-be-confirmed = Fecha por confirmar
list-nothing-coming = No hay próximas reuniones con estos criterios. Las anteriores están aquí:
list-has-recording = grabación disponible
list-clock = Horas de { $place }
subscribe-to-this = Suscribirse a esta lista
join = Unirse
join-which = Unirse: { $title }
join-heading = Unirse a esta reunión
join-ways = Cómo unirse
join-at = Unirse: { $label }
join-leads-to = Este enlace lleva a
join-does-not-take-place = Esta reunión no se celebra en esta fecha.
join-is-over = Esta reunión ha terminado.
join-all-details = Todos los detalles de esta reunión
add-to-calendar = Añadir a mi calendario
add-date-to-calendar = Añadir esta fecha a mi calendario
add-series-to-calendar = Añadir toda la serie a mi calendario
meeting-post-next = Anunciar la siguiente
filter-label = Filtrar
filter-kind = Tipo de grupo
filter-group = Grupo
filter-topic = Tema
filter-mode = Virtual o presencial
filter-words = Palabras de búsqueda
filter-recording = Con grabación
filter-any = Todos
filter-button = Mostrar
filter-clear = Mostrar todo
paging-label = Páginas
paging-previous = Página anterior
paging-next = Página siguiente
paging-where = Página { $page } de { $pages }

kind-secretariat = Secretaría del IGF
kind-mag = Grupo Asesor de Múltiples Partes Interesadas
kind-mag-working-group = Grupos de trabajo del Grupo Asesor
kind-dc-coordination-group = Coordinación de las Coaliciones Dinámicas
kind-dynamic-coalition = Coaliciones Dinámicas
kind-best-practice-forum = Foros sobre Mejores Prácticas
kind-policy-network = Redes de Políticas
kind-intersessional-other = Otras actividades entre períodos de sesiones
kind-nri-regional = IGF regionales
kind-nri-subregional = IGF subregionales
kind-nri-national = IGF nacionales
kind-nri-youth = IGF de la juventud

mode-virtual = Virtual
mode-face-to-face = Presencial
mode-hybrid = Híbrida
mode-in-town = { $mode }: { $town }

status-confirmed = Confirmada
status-tentative = Provisional
status-postponed = Aplazada
status-moved-online = Pasa a ser virtual
status-cancelled = Cancelada
badge-date-to-be-confirmed = Fecha por confirmar

link-kind-document = Documento
link-kind-agenda = Orden del día
link-kind-recording = Grabación
link-kind-summary = Informe resumido
link-kind-transcript = Transcripción
link-kind-slides = Diapositivas

when-from-to = { $date }, { $start } – { $end }
when-from-to-days = { $start } – { $end }
when-at = { $date }, { $time }
when-row = { $clock } { $place }
when-row-other-day = { $clock } { $place }, { $date }
when-all-day = Sin horas indicadas
when-local-days = Hora local: { $place }
when-hours-not-given = No se indican las horas.
when-hours-not-given-in = No se indican las horas. Los días son según la hora local: { $place }.
when-end-not-given = No se indica la hora de finalización.
when-last-hour-not-given = No se indica la hora a la que termina el último día.
when-date-to-be-confirmed = La fecha está por confirmar.
when-date-unknown = Fecha por confirmar
when-early = Principios de { $month }
when-middle = Mediados de { $month }
when-late = Finales de { $month }
when-between = Entre el { $earliest } y el { $latest }

meeting-when = Cuándo
meeting-how = Cómo participar
meeting-what = De qué se trata
meeting-agenda = Orden del día
meeting-documents = Documentos
meeting-outcomes = Grabaciones e informes
meeting-contact = Contacto
meeting-category = Clasificada como:
meeting-past-reason = Anunciada después de la fecha:
meeting-source = Fuente:
meeting-reference = Referencia { $reference }, última modificación: { $date }
access-passcode = Código de acceso:
access-dial-in = Por teléfono:
access-by-telephone = Por teléfono
access-at-registration = El enlace para unirse se envía a quienes se inscriben.
access-to-follow = El enlace para unirse se publicará aquí.
access-not-recorded = No consta cómo unirse.
venue-to-follow = El lugar se anunciará más adelante.
registration = Inscripción:
registration-required = Inscripción obligatoria:
said-topics = Temas:
said-languages = Idiomas de la reunión:
said-interpretation = Interpretación a:
captioning-offered = Con subtítulos en tiempo real.

groups-title = Grupos
groups-intro =
    { $count ->
        [one] { $count } grupo de la comunidad.
       *[other] { $count } grupos de la comunidad, por tipo.
    }
groups-past =
    { $count ->
        [one] { $count } que ha concluido
       *[other] { $count } que han concluido
    }
group-website = Sitio web
group-region = Región
group-languages = Idiomas
group-topics = Temas
group-since = Desde
group-status = Situación
group-source = Fuente
group-subscribe = Suscribirse a este grupo
group-nothing-coming = Este grupo no tiene por ahora ninguna reunión en el calendario.
group-all-past = Todas las reuniones anteriores de este grupo

subscribe-title = Suscribirse
subscribe-intro = Basta suscribirse una vez para que todas las reuniones, con sus cambios, aparezcan en su propio calendario y en su hora local.
subscribe-choose = 1. Elija lo que desea recibir
subscribe-address = 2. Suscríbase
subscribe-copy = Dirección de su calendario (cópiela)
subscribe-open = Abrir en una aplicación de calendario
subscribe-where = 3. O introduzca usted mismo la dirección en su aplicación
subscribe-google = En una computadora: «Otros calendarios», el signo más, «Desde URL». Pegue la dirección.
subscribe-apple = Abra la dirección, o bien: «Calendarios», «Añadir calendario», «Añadir calendario de suscripción». Pegue la dirección.
subscribe-outlook = «Agregar calendario», «Suscribirse desde la web». Pegue la dirección.
subscribe-thunderbird = «Nuevo calendario», «En la red». Pegue la dirección.
subscribe-android = Instale ICSx⁵, pulse el signo más y pegue la dirección.
subscribe-delay = Cada aplicación busca los cambios a su propio ritmo: Apple y Thunderbird, en unas horas; Google, en un día. El enlace para unirse que figura en cada entrada pasa por este calendario, por lo que siempre está al día.
subscribe-programs = Para quienes programan: la API del calendario (en inglés)

one-part = Parte { $number } de { $of }
one-slot = Horario { $number } de { $of }: elija uno
one-of-series = Parte de una serie
meeting-parts = Cuándo: en { $count } partes
meeting-slots =
    { $count ->
        [2] Cuándo: se celebra dos veces, elija una u otra
       *[other] Cuándo: se celebra { $count } veces, elija una
    }
meeting-part = Parte { $number }
meeting-slot = Horario { $number }
group-all-coming = Todas las próximas reuniones de este grupo

refused-title = Esta dirección pide algo que no existe aquí
refused-name = Aquí no se puede pedir «{ $name }».
refused-value = «{ $value }» no es un valor de «{ $name }».
refused-names = Se puede pedir: { $values }.
refused-no-names = Aquí no se puede pedir nada más que la dirección misma.
refused-values = Sus valores son: { $values }.
refused-group = Su valor es el nombre corto o la sigla de un grupo, tal como figura en la lista de grupos.
refused-language = Su valor es el código de un idioma: en, fr, pt-BR.
refused-number = Su valor es un número a partir de 1.
refused-year = Su valor es un año: 2018.
refused-date = Su valor es una fecha: 2018-04-10.
refused-past = Su valor es un número de días, semanas, meses o años (90d, 12w, 18m, 2y) o all.
refused-without = La misma página sin eso
