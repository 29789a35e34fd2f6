### Said to readers: listings, meetings, feeds.

upcoming-title = Réunions à venir
upcoming-intro = Réunions des coalitions dynamiques, des forums sur les meilleures pratiques, des réseaux de politiques, du Groupe consultatif multipartite (MAG), des IGF nationaux et régionaux et des IGF des jeunes. Toutes sont annoncées ici afin que toute personne puisse y participer.
past-title = Réunions passées
past-intro = Les réunions qui ont eu lieu, avec les enregistrements, résumés et transcriptions que les groupes ont ajoutés.
past-years = Années
past-without-date = Jour non consigné
past-count =
    { $count ->
        [one] { $count } réunion en { $year }
       *[other] { $count } réunions en { $year }
    }
empty-title = Le calendrier est encore vide
empty-text = Les groupes annoncent leurs réunions au moyen du bouton ci-dessous. Le secrétariat vérifie chacune d’elles et la publie ici ; toutes les personnes abonnées la reçoivent.
list-count =
    { $count ->
        [one] { $count } réunion
       *[other] { $count } réunions
    }
list-date-to-be-confirmed = Date à confirmer
list-nothing-coming = Aucune réunion à venir ne correspond. Les précédentes sont ici :
list-has-recording = enregistrement disponible
list-clock = Heures : { $place }
subscribe-to-this = S’abonner à cette liste
join = Participer
join-which = Participer : { $title }
join-heading = Participer à cette réunion
join-ways = Comment se connecter
join-at = Participer : { $label }
join-leads-to = Ce lien mène à
join-does-not-take-place = Cette réunion n’a pas lieu à cette date.
join-is-over = Cette réunion est terminée.
join-all-details = Tous les détails de cette réunion
add-to-calendar = Ajouter à mon calendrier
add-date-to-calendar = Ajouter cette date à mon calendrier
add-series-to-calendar = Ajouter toute la série à mon calendrier
meeting-post-next = Annoncer la suivante
filter-label = Filtrer
filter-kind = Type de groupe
filter-group = Groupe
filter-topic = Thème
filter-mode = En ligne ou sur place
filter-words = Mots recherchés
filter-recording = Avec enregistrement
filter-any = Tous
filter-button = Afficher
filter-clear = Tout afficher
paging-label = Pages
paging-previous = Page précédente
paging-next = Page suivante
paging-where = Page { $page } sur { $pages }

kind-secretariat = Secrétariat de l’IGF
kind-mag = Groupe consultatif multipartite
kind-mag-working-group = Groupes de travail du Groupe consultatif
kind-dc-coordination-group = Coordination des coalitions dynamiques
kind-dynamic-coalition = Coalitions dynamiques
kind-best-practice-forum = Forums sur les meilleures pratiques
kind-policy-network = Réseaux de politiques
kind-intersessional-other = Autres travaux intersessions
kind-nri-regional = IGF régionaux
kind-nri-subregional = IGF sous-régionaux
kind-nri-national = IGF nationaux
kind-nri-youth = IGF des jeunes

mode-virtual = En ligne
mode-face-to-face = En présentiel
mode-hybrid = Hybride
mode-in-town = { $mode } : { $town }

status-confirmed = Confirmée
status-tentative = Provisoire
status-postponed = Reportée
status-moved-online = Désormais en ligne
status-cancelled = Annulée
badge-date-to-be-confirmed = Date à confirmer

link-kind-document = Document
link-kind-agenda = Ordre du jour
link-kind-recording = Enregistrement
link-kind-summary = Rapport de synthèse
link-kind-transcript = Transcription
link-kind-slides = Diapositives

when-from-to = { $date }, { $start } – { $end }
when-from-to-days = { $start } – { $end }
when-at = { $date }, { $time }
when-row = { $clock } { $place }
when-row-other-day = { $clock } { $place }, { $date }
when-all-day = Heures non indiquées
when-local-days = Heure locale : { $place }
when-hours-not-given = Les heures ne sont pas indiquées.
when-hours-not-given-in = Les heures ne sont pas indiquées. Les jours sont à l’heure locale : { $place }.
when-end-not-given = L’heure de fin n’est pas indiquée.
when-last-hour-not-given = L’heure à laquelle se termine le dernier jour n’est pas indiquée.
when-date-to-be-confirmed = La date reste à confirmer.
when-date-unknown = Date à confirmer
when-early = Début { $month }
when-middle = Mi-{ $month }
when-late = Fin { $month }
when-between = Entre le { $earliest } et le { $latest }

meeting-when = Quand
meeting-how = Comment participer
meeting-what = Sujet
meeting-agenda = Ordre du jour
meeting-documents = Documents
meeting-outcomes = Enregistrements et rapports
meeting-contact = Contact
meeting-category = Classée comme :
meeting-past-reason = Annoncée après la date :
meeting-source = Source :
meeting-reference = Référence { $reference }, dernière modification : { $date }
access-passcode = Code d’accès :
access-dial-in = Par téléphone :
access-by-telephone = Par téléphone
access-at-registration = Le lien de connexion est envoyé aux personnes inscrites.
access-to-follow = Le lien de connexion sera publié ici.
access-not-recorded = Le mode de connexion n’a pas été consigné.
venue-to-follow = Le lieu sera annoncé ultérieurement.
registration = Inscription :
registration-required = Inscription obligatoire :
said-topics = Thèmes :
said-languages = Langues de travail :
said-interpretation = Interprétation vers :
captioning-offered = Avec sous-titrage en direct.

groups-title = Groupes
groups-intro =
    { $count ->
        [one] { $count } groupe de la communauté.
       *[other] { $count } groupes de la communauté, par type.
    }
groups-past =
    { $count ->
        [one] { $count } groupe qui a pris fin
       *[other] { $count } groupes qui ont pris fin
    }
group-website = Site Web
group-region = Région
group-languages = Langues
group-topics = Thèmes
group-since = Depuis
group-status = Situation
group-source = Source
group-subscribe = S’abonner à ce groupe
group-nothing-coming = Ce groupe n’a actuellement aucune réunion au calendrier.
group-all-past = Toutes les réunions passées de ce groupe

subscribe-title = S’abonner
subscribe-intro = Il suffit de s’abonner une fois : toutes les réunions, avec leurs modifications, apparaissent dans votre propre calendrier, à votre heure.
subscribe-choose = 1. Choisissez ce que vous souhaitez recevoir
subscribe-address = 2. Abonnez-vous
subscribe-copy = Adresse de votre calendrier (à copier)
subscribe-open = Ouvrir dans une application de calendrier
subscribe-where = 3. Ou ajoutez vous-même l’adresse à votre application
subscribe-google = Sur un ordinateur : « Autres agendas », le signe plus, « À partir de l’URL ». Collez l’adresse.
subscribe-apple = Ouvrez l’adresse, ou bien : « Calendriers », « Ajouter un calendrier », « Ajouter un calendrier avec abonnement ». Collez l’adresse.
subscribe-outlook = « Ajouter un calendrier », « S’abonner à partir du web ». Collez l’adresse.
subscribe-thunderbird = « Nouvel agenda », « Sur le réseau ». Collez l’adresse.
subscribe-android = Installez ICSx⁵, appuyez sur le signe plus, collez l’adresse.
subscribe-delay = Chaque application recherche les modifications à son rythme : Apple et Thunderbird en quelques heures, Google en un jour. Le lien de participation figurant dans chaque entrée passe par ce calendrier : il est donc toujours à jour.
subscribe-programs = Pour qui écrit des programmes : l’API du calendrier (en anglais)

one-part = Partie { $number } sur { $of }
one-slot = Horaire { $number } sur { $of } : choisissez-en un
one-of-series = Fait partie d’une série
meeting-parts = Quand : en { $count } parties
meeting-slots =
    { $count ->
        [2] Quand : tenue deux fois, choisissez l’un ou l’autre horaire
       *[other] Quand : tenue { $count } fois, choisissez un horaire
    }
meeting-part = Partie { $number }
meeting-slot = Horaire { $number }
group-all-coming = Toutes les réunions à venir de ce groupe

refused-title = Cette adresse demande quelque chose qui n’existe pas ici
refused-name = On ne peut pas demander « { $name } » ici.
refused-value = « { $value } » n’est pas une valeur de « { $name } ».
refused-names = On peut demander : { $values }.
refused-no-names = On ne peut rien demander ici en plus de l’adresse elle-même.
refused-values = Ses valeurs sont : { $values }.
refused-group = Sa valeur est le nom court ou le sigle d’un groupe, tel que le donne la liste des groupes.
refused-language = Sa valeur est le code d’une langue : en, fr, pt-BR.
refused-number = Sa valeur est un nombre à partir de 1.
refused-year = Sa valeur est une année : 2018.
refused-date = Sa valeur est une date : 2018-04-10.
refused-past = Sa valeur est un nombre de jours, de semaines, de mois ou d’années (90d, 12w, 18m, 2y) ou all.
refused-without = La même page sans cela
