### Said in mail, and on the pages that mail leads to.

mail-subject-received = Nous avons reçu votre annonce : { $title }
mail-subject-published = Au calendrier : { $title }
mail-subject-cancelled = Annulée : { $title }
mail-subject-changes-requested = Votre annonce est à modifier : { $title }
mail-subject-rejected = Non inscrite au calendrier : { $title }
mail-subject-withdrawn = Retirée du calendrier : { $title }
mail-subject-changed-by-desk = Modifiée par le secrétariat : { $title }
mail-subject-still-missing = Il manque encore une information : { $title }
mail-subject-still-meeting = A-t-elle toujours lieu ? { $title }
mail-subject-digest =
    { $count ->
        [one] { $count } annonce à examiner
       *[other] { $count } annonces à examiner
    }
mail-subject-urgent = Commence dans moins de 24 heures et reste à examiner : { $title }

mail-says-received = Merci. Le secrétariat lit chaque annonce avant de l’inscrire au calendrier, en général sous deux jours ouvrables. Vous recevrez un message dès que la décision sera prise.
mail-says-published = Votre annonce figure maintenant au calendrier. Tout le monde peut la voir, et les personnes abonnées au calendrier la reçoivent.
mail-says-cancelled = Le calendrier indique maintenant que cette réunion est annulée. Les personnes abonnées au calendrier le voient aussi.
mail-says-changes-requested = Le secrétariat vous demande de modifier votre annonce avant de l’inscrire au calendrier. Ce que vous avez saisi est conservé.
mail-says-rejected = Le secrétariat a décidé de ne pas inscrire cette annonce au calendrier.
mail-says-withdrawn = Le secrétariat a retiré cette réunion du calendrier.
mail-says-changed-by-desk = Le secrétariat a modifié votre annonce. Voici ce que le calendrier indique maintenant :
mail-says-still-missing = La réunion approche, et il manque encore au calendrier ce qu’il faut pour y participer : le lien, le lieu ou la date. Merci de compléter l’annonce.
mail-says-still-meeting = Cette série figure toujours au calendrier. Si elle se poursuit comme annoncé, vous n’avez rien à faire, sauf si le calendrier indique que ses dates sont à confirmer. Si elle a changé ou pris fin, merci de l’indiquer.
mail-says-digest =
    { $count ->
        [one] { $count } annonce attend une décision :
       *[other] { $count } annonces attendent une décision. Les plus proches :
    }
mail-says-urgent = Cette annonce attend une décision, et la réunion commence dans moins de 24 heures.

mail-reason = Le secrétariat écrit :
mail-title = Titre
mail-group = Organisée par
mail-when = Date
mail-when-exact = { $date } : { $clocks }
mail-when-more =
    { $count ->
        [one] { $first } (et { $count } autre date)
       *[other] { $first } (et { $count } autres dates)
    }
mail-reference = Référence
mail-line = { $title } ({ $group }) : { $starts }
mail-more =
    { $count ->
        [one] et { $count } autre.
       *[other] et { $count } autres.
    }
mail-fact = { $name } : { $value }
mail-way = { $words } :
mail-see = La voir au calendrier
mail-desk = Aller à l’espace de travail
mail-review = L’examiner
mail-change-received = Voir ou modifier l’annonce
mail-change-published = La modifier plus tard
mail-change-cancelled = La modifier plus tard
mail-change-changes-requested = Modifier l’annonce
mail-change-rejected = Voir l’annonce
mail-change-withdrawn = Voir l’annonce
mail-change-changed-by-desk = La modifier de nouveau
mail-change-still-missing = Compléter l’annonce
mail-change-still-meeting = Confirmer ou modifier
mail-attached = La réunion est jointe dans un fichier que les logiciels de calendrier savent ouvrir.
mail-keep-private = Merci de ne pas transférer ce message : avec l’adresse privée qu’il contient, n’importe qui peut modifier l’annonce.
mail-why = Vous recevez ce message parce que votre adresse a été indiquée dans une annonce du { $calendar }.
mail-why-desk = Vous recevez ce message parce que vous examinez les annonces du { $calendar }.
mail-stop = Ne plus m’envoyer de rappels

stop-title = Plus de rappels
stop-intro = Appuyez sur le bouton, et { $address } ne recevra plus de rappels de ce calendrier. Vous continuerez d’être informé du sort de vos propres annonces.
stop-button = Ne plus m’envoyer de rappels
stop-done = C’est fait. Cette adresse ne recevra plus de rappels.
stop-unknown = Cette adresse a expiré ou est incomplète.

desk-mail = Courriels
letters-title = Courriels
letters-off = Aucun courriel n’est envoyé : le réglage mail.smtp_url est vide. Voici ce qui aurait été envoyé.
letters-none = Rien n’a encore été écrit.
letters-sent = Envoyé le { $when }
letters-given-up = Abandonné le { $when }
letters-waits =
    { $count ->
        [0] À envoyer, pas avant le { $when }
        [1] Essayé une fois ; prochain essai le { $when }
       *[other] Essayé { $count } fois ; prochain essai le { $when }
    }
letters-meeting = Voir l’annonce
letters-without-secrets = Les adresses privées n’apparaissent pas ici.
letter-kind-received = Reçue
letter-kind-published = Au calendrier
letter-kind-cancelled = Annulée
letter-kind-changes-requested = Modifications demandées
letter-kind-rejected = Refusée
letter-kind-withdrawn = Retirée
letter-kind-changed-by-desk = Modifiée par le secrétariat
letter-kind-still-missing = Il manque une information
letter-kind-still-meeting = A-t-elle toujours lieu ?
letter-kind-digest = Annonces en attente
letter-kind-urgent = Urgent
letters-refused = Cette adresse n’accepte pas de courriel depuis le { $when } : { $problem }
letter-kind-private-address = Adresses privées
mail-subject-private-address = Vos adresses privées
mail-says-private-address = Voici une nouvelle adresse privée pour chacune de vos annonces. Les précédentes restent valables si elles n’ont pas été annulées.

lost-title = Retrouver vos annonces
lost-link = Vous avez perdu l’adresse privée d’une annonce ?
lost-intro = Saisissez l’adresse électronique indiquée dans vos annonces. Nous y envoyons une nouvelle adresse privée pour chacune, au plus une fois par heure.
lost-button = M’envoyer mes adresses privées
lost-asked = Si des annonces ont été faites avec cette adresse, un message contenant de nouvelles adresses privées est en route.
lost-no-mail = Ce calendrier n’envoie pas de courriel pour le moment. Veuillez vous adresser au secrétariat.
standing-renew-title = Cette adresse privée est tombée en d’autres mains ?
standing-renew = Annulez-la, ainsi que toutes les autres de cette annonce. Une nouvelle est envoyée à l’adresse indiquée dans l’annonce.
standing-renew-button = Annuler et en envoyer une nouvelle
desk-renew = Annuler ses adresses privées et en envoyer une nouvelle à son auteur
