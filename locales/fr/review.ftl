### The desk’s page of one entry, editing with approval, and the private page that tells posters what happened.

review-jump = Aller à la décision
review-aside = Décision et notes
review-since-read = Depuis la dernière lecture
review-since-read-intro = Décision de { $reviewer }, { $when } : { $verdict }. Ce qui a changé depuis :
review-then-read = À la lecture
review-hosts = Où mènent les liens
review-host-same = { $host } : comme avant.
review-host-used =
    { $count ->
        [one] { $host } : déjà utilisé par { $group } pour { $count } autre réunion.
       *[other] { $host } : déjà utilisé par { $group } pour { $count } autres réunions.
    }
review-host-first = { $host } : rien à quoi le comparer. Aucun autre lien de { $group } ne figure au calendrier.
review-host-new = { $host } est nouveau pour { $group }. Jusqu’ici, les liens menaient à : { $known }
review-preview-in = Langue de l’aperçu
review-reads = Langue dans laquelle le message sera lu : { $language }
review-ready = Motif tout prêt
review-ready-fill = Mettre dans le texte
review-claim-take = Je m’en occupe
review-claim-own = Vous vous en occupez depuis : { $since }
review-claim-other = { $name } s’en occupe depuis : { $since }
review-claim-let-go = Ne plus m’en occuper
review-notes-title = Notes internes
review-notes-hint = Seul le secrétariat les voit.
review-note = Ajouter une note
review-note-button = Ajouter
review-note-missing = Rédigez d’abord la note
review-note-too-long = Utilisez au plus 1000 caractères
review-kept = Ce que vous aviez écrit avant la fin de votre session figure ci-dessous. Rien n’a encore été envoyé.
review-outside-kept = Ce que vous avez écrit n’est pas perdu : le texte est conservé pendant un jour et vous attend dès que vous serez entré.
review-typed = Ce que vous avez saisi
review-nothing-waits = Plus rien de cette annonce n’est en attente ; il n’y a donc rien à approuver.

amend-title = Modifier et approuver
amend-back = Retour à l’annonce
amend-jump = Aller au bouton
amend-hint = La personne qui a envoyé l’annonce apprend ce que vous avez modifié.
amend-look = Voir ce que vous modifiez
amend-changes = Ce que vous modifiez
amend-nothing = Rien pour l’instant.
amend-moved-on = Une version plus récente a été envoyée entre-temps. Rien n’a été publié. La voici avec vos modifications ; relisez-la et approuvez-la.
amend-theirs = Ce que la version plus récente a modifié
amend-dates = La réunion se tient plusieurs fois. Ses dates se modifient étape par étape, avec le bouton sous ce formulaire.
amend-dates-button = Modifier les dates

ready-reason-link = Le lien ne fonctionne pas
    .text = Le lien de connexion ne s’ouvre pas ou mène ailleurs. Veuillez le vérifier et renvoyer la réunion.
ready-reason-dates = Le texte et la date ne concordent pas
    .text = Le titre ou la description indique une autre date ou une autre heure que le formulaire. Veuillez corriger ce qui est faux et renvoyer la réunion.
ready-reason-unclear = On ne comprend pas de quoi il s’agit
    .text = Le titre et la description ne permettent pas de savoir de quoi traite la réunion ni à qui elle s’adresse. Veuillez ajouter une ou deux phrases et la renvoyer.
ready-reason-group = Un autre groupe l’organise
    .text = La réunion ne semble pas organisée par le groupe que vous avez choisi. Veuillez choisir le groupe qui l’organise et la renvoyer.
ready-reason-twice = Déjà au calendrier
    .text = Cette réunion figure déjà au calendrier. Pour la modifier, veuillez utiliser l’adresse privée reçue avec elle.
ready-reason-not-ours = Pas une réunion de la communauté
    .text = Ce calendrier est réservé aux réunions de la communauté du Forum sur la gouvernance de l’Internet, et celle-ci ne semble pas en faire partie.

private-waits = Ce qui attend le secrétariat
private-as-readers = Voir comme le public le verra
private-published = Ce qui figure au calendrier
private-story = Ce qui s’est passé jusqu’ici
private-sent = Envoi par { $who }, { $when }.
private-decided = Décision du secrétariat, { $when } : { $verdict }.
private-taken-back = Vous l’avez retirée : { $when }.
private-part = Cet envoi fait partie de ce qui a été envoyé plus tard.
private-waiting = Aucune décision n’a encore été prise.
private-desk-changed = Ce que le secrétariat a modifié :
private-withdrawn = Le secrétariat a retiré la réunion du calendrier : { $when }.

audit-act-note = Note interne
audit-act-claim = Prise en charge
audit-act-let-go = Fin de la prise en charge
audit-act-edit-and-approve = Modification et approbation
