### What people are told of what is kept about them; what comes too fast; what a form noticed.

privacy-title = Privacidad
privacy-form-link = Qué hacemos con ellos.
privacy-intro = Este calendario conserva lo menos posible sobre las personas. No muestra publicidad, no cuenta visitas y no carga nada de otros sitios.
privacy-kept-title = Qué se conserva, por qué y durante cuánto tiempo
privacy-reading = Si lee o se suscribe
privacy-reading-what = Nada sobre usted. El registro del servidor tiene una línea por solicitud, con la red de la que procede pero nunca su dirección completa, para poder encontrar fallos y ataques. Su dirección completa se guarda unos minutos, para que nadie pida demasiado.
privacy-posting = Su nombre y su correo electrónico, si publica una reunión
privacy-posting-what = Para que la secretaría pueda preguntarle algo y usted sepa qué ocurre con su anuncio. Nunca se publican. Se sustituyen por «nombre eliminado» pasado este plazo desde que se envió el anuncio y terminó su reunión:
privacy-published = Lo que escribe para el público
privacy-published-what = Se publica cuando la secretaría lo ha aprobado, con el contacto que usted indique para el público, y queda como constancia de las reuniones de la comunidad. Puede modificarlo en cualquier momento.
privacy-drafts = Formularios que rellena
privacy-drafts-what = Para que no se pierda nada de lo que escribió. Desde la última vez que los tocó se conservan:
privacy-letters = Mensajes que le enviamos
privacy-letters-what = Para que la secretaría vea qué se le dijo. A quién se enviaron y qué decían se conserva:
privacy-spam = Anuncios rechazados por ser correo basura
privacy-spam-what = Se eliminan por completo pasado este plazo:
privacy-desk = Quien inicia sesión
privacy-desk-what = Nombre, correo electrónico y cada sesión con el tipo de navegador y su red, mientras use el calendario; puede terminar una sesión en cualquier momento. Lo que deciden las personas de la secretaría queda anotado para siempre, con la red de la que procede, para que se pueda responder de ello.
privacy-backups = Copias de seguridad
privacy-backups-what = Lo eliminado sigue en copias de seguridad anteriores, que solo se leen para recuperar el calendario. Se conservan:
privacy-backups-unknown = Lo eliminado sigue en copias de seguridad anteriores, que solo se leen para recuperar el calendario. Quien gestiona el servidor decide durante cuánto tiempo se conservan.
privacy-who-title = Quién lo lee
privacy-who = La secretaría y quien gestiona el servidor. No se entrega a nadie más ni se usa para nada más.
privacy-cookies-title = Cookies
privacy-cookies = Su navegador guarda unos pocos textos pequeños para este sitio. Ninguno le sigue.
privacy-cookie-language = el idioma en que lee, durante un año
privacy-cookie-zone = la zona horaria que eligió, durante un año
privacy-cookie-session = que ha iniciado sesión, hasta que salga o pase mucho tiempo sin venir
privacy-rights-title = Una copia, o su eliminación
privacy-rights = Pídalo a la secretaría desde la dirección de correo de que se trate. Recibirá todo lo que se conserva sobre esa dirección, o su nombre y su dirección se sustituirán dondequiera que se conserven. Lo publicado para el público queda como se escribió; diga si quiere que también se quite de ahí su nombre.
privacy-ask = Escriba a:
privacy-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
privacy-years =
    { $count ->
        [one] { $count } año
       *[other] { $count } años
    }

held-back-title = Todavía no se ha enviado
held-back-brake = En este momento llegan muchísimos anuncios y cada persona tiene que esperar un poco. No se pierde nada de lo que escribió: se conserva en esta dirección. Envíelo de nuevo dentro de un minuto.
held-back-sent = Con este correo electrónico se han enviado { $count } anuncios en un día y no se aceptan más. No se pierde nada de lo que escribió: se conserva en esta dirección. Envíelo mañana o consulte a la secretaría.
held-back-waiting = Con este correo electrónico hay { $count } anuncios a la espera de la secretaría y no se aceptan más. No se pierde nada de lo que escribió: se conserva en esta dirección. Envíelo cuando se haya decidido sobre algunos, o retire uno que no haga falta.

signs-title = Cómo se rellenó el formulario
signs-quick =
    { $seconds ->
        [one] Desde que se abrió el formulario hasta que se envió pasó { $seconds } segundo.
       *[other] Desde que se abrió el formulario hasta que se envió pasaron { $seconds } segundos.
    }
signs-hidden = Se rellenó un campo que las personas no ven.
signs-hint = Lo hacen los programas, pero también los lectores de pantalla, los gestores de contraseñas y quienes pegan texto. Lea lo que se envió.
signs-leave-empty = Deje este campo vacío

rush-notice =
    { $count ->
        [one] En una hora ha llegado { $count } anuncio, más de lo habitual. Hasta que eso termine, cada remitente puede enviar uno por minuto. No se rechaza nada.
       *[other] En una hora han llegado { $count } anuncios, más de lo habitual. Hasta que eso termine, cada remitente puede enviar uno por minuto. No se rechaza nada.
    }
mail-subject-rush = Llegan más anuncios de lo habitual
mail-says-rush = En una hora han llegado más anuncios de lo habitual. Hasta que eso termine, cada remitente puede enviar uno por minuto, y no se pierde nada de lo escrito. Mire la lista de espera: el correo basura se puede rechazar en bloque.
letter-kind-rush = Más anuncios de lo habitual

sender-erased = nombre eliminado
personal-title = Datos personales
personal-intro = Todo lo que se conserva sobre una persona, según el correo electrónico que indicó. Asegúrese de que quien lo pide tiene esa dirección: responda solo a ella.
personal-email = Correo electrónico
personal-export-title = Una copia
personal-export-hint = Un archivo (JSON) con sus anuncios, formularios, mensajes y sesiones.
personal-export-button = Descargar
personal-erase-title = Eliminar
personal-erase-hint = El nombre y la dirección se sustituyen dondequiera que se conserven, los mensajes pendientes no se envían y las sesiones terminan. Lo publicado para el público, y quién decidió qué, permanece. No se puede deshacer.
personal-again = La misma dirección otra vez
personal-differs = Escriba el mismo correo electrónico que arriba.
personal-erase-button = Eliminar para siempre
personal-done = El nombre y la dirección se han sustituido.
personal-nothing = No se conservaba nada sobre esta dirección.
personal-count-entries = Anuncios
personal-count-forms = Formularios
personal-count-letters = Mensajes
personal-count-keys = Direcciones privadas que ya no valen
personal-count-sessions = Sesiones terminadas
personal-still-named = Anuncios en los que la dirección sigue figurando como texto para el público:
