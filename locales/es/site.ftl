### Said on every page: header, footer, navigation.

site-name = Calendario común del IGF
skip-to-content = Ir al contenido
nav-label = Navegación principal
nav-upcoming = Próximas reuniones
nav-past = Reuniones anteriores
nav-groups = Grupos
nav-subscribe = Suscribirse
nav-post = Anunciar una reunión
nav-desk = Espacio de la secretaría
nav-languages = Idiomas
zone-label = Mostrar los horarios según la hora de
zone-button = Aplicar
zone-hint = Una ciudad (en inglés) o una zona horaria, por ejemplo Nairobi o Asia/Kathmandu.
zone-unknown-title = No conocemos ese lugar
zone-unknown = «{ $typed }» no es una ciudad ni una zona horaria que conozcamos. Introduzca una ciudad mayor de la misma zona o un nombre como Africa/Nairobi.
footer-about = Un solo lugar para todas las reuniones de la comunidad del Foro para la Gobernanza de Internet (IGF).
back-to-list = Ir a las próximas reuniones
your-time = Según el reloj de su dispositivo
away-banner = El calendario muestra lo publicado hasta el { $when }. En este momento no se puede anunciar ni cambiar nada.
