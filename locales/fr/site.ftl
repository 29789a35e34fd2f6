### Said on every page: header, footer, navigation.

site-name = Calendrier commun de l’IGF
skip-to-content = Aller au contenu
nav-label = Navigation principale
nav-upcoming = Réunions à venir
nav-past = Réunions passées
nav-groups = Groupes
nav-subscribe = S’abonner
nav-post = Annoncer une réunion
nav-desk = Espace du secrétariat
nav-languages = Langues
zone-label = Afficher à l’heure de
zone-button = Appliquer
zone-hint = Une ville (en anglais) ou un fuseau horaire, par exemple Nairobi ou Asia/Kathmandu.
zone-unknown-title = Ce lieu n’est pas connu
zone-unknown = « { $typed } » n’est ni une ville ni un fuseau horaire connus de ce site. Saisissez une ville plus grande du même fuseau, ou un nom tel que Africa/Nairobi.
footer-about = Un seul endroit pour toutes les réunions de la communauté du Forum sur la gouvernance de l’Internet (IGF).
back-to-list = Voir les réunions à venir
your-time = À l’heure de votre appareil
away-banner = Le calendrier montre ce qui était publié jusqu’au { $when }. Rien ne peut être annoncé ni modifié pour l’instant.
