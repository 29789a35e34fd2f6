### Said to those who review what was posted.

desk-title = Espace de travail
desk-outside-title = Espace du secrétariat
desk-outside = Vous n’avez pas ouvert de session, ou votre session a expiré. Le secrétariat entre au moyen d’une adresse à usage unique. La personne qui gère le serveur en crée une avec :
desk-enter-title = Entrer dans l’espace de travail
desk-enter-intro = Cette adresse ne sert qu’une fois.
desk-enter-closed = Cette adresse a déjà servi ou a expiré. La personne qui gère le serveur en crée une nouvelle avec :
desk-enter-button = Entrer
desk-name = Votre nom
desk-name-hint = Vos collègues le voient à côté de vos décisions.
desk-name-missing = Saisissez votre nom
desk-leave = Quitter
desk-count =
    { $count ->
        [0] Rien n’attend de décision.
        [one] { $count } annonce attend une décision.
       *[other] { $count } annonces attendent une décision.
    }
desk-nothing = Les nouvelles annonces apparaissent ici dès leur envoi.
desk-sent = Envoyée par { $poster } le { $when }
desk-is-edit = Modification d’une réunion publiée
desk-published = Publiée
desk-not-taken = Votre décision n’a pas été prise en compte
desk-already-decided = { $reviewer } a décidé avant vous : { $verdict }, le { $when }.
desk-superseded = Une version plus récente a été envoyée entre-temps. C’est elle qui est affichée ici.
desk-taken-back = Son auteur l’a retirée entre-temps ; il n’y a donc rien à décider.
desk-held-meanwhile = Une partie de cette série a eu lieu depuis l’envoi de la modification ; elle ne peut donc plus devenir une réunion sans horaire. Demandez au groupe de mettre fin à la série.
desk-held-while-reading = Une autre date de cette série a eu lieu pendant votre lecture ; ce qui serait publié n’est plus ce que disait cette page. La version actuelle figure ci-dessous ; veuillez décider à nouveau.
desk-adapted =
    { $count ->
        [one] Depuis l’envoi, cette date a eu lieu : { $dates }. Elle reste telle quelle ; ce qui sera publié figure ci-dessous.
       *[other] Depuis l’envoi, ces dates ont eu lieu : { $dates }. Elles restent telles quelles ; ce qui sera publié figure ci-dessous.
    }
desk-changes = Ce qui changerait
desk-field = Champ
desk-before = Actuellement
desk-after = Ensuite
desk-as-readers = Telle que le public la verra
desk-notes = Notes du dossier (non publiées)
desk-decide = Votre décision
desk-approve = Approuver et publier
desk-ask = Demander des modifications
desk-reject = Rejeter
desk-withdraw = La retirer du calendrier
desk-withdraw-hint = Elle disparaît des pages et des abonnements. Si la réunion n’a pas lieu, modifiez-la et choisissez « Annulée », pour que chacun l’apprenne.
desk-withdraw-button = Retirer
desk-withdrawn = Retirée du calendrier par { $reviewer } le { $when }.
desk-reason = Votre message à la personne qui a envoyé l’annonce
desk-reason-hint = Nécessaire si vous demandez des modifications ou rejetez l’annonce.
desk-reason-missing = Indiquez ce qui doit changer, ou le motif du rejet
desk-reason-too-long = Utilisez au maximum 1000 caractères
desk-reason-unknown-choice = Choisissez d’approuver, de demander des modifications ou de rejeter
desk-edit = Modifier cette réunion
desk-history = Historique
desk-revision-sent = Envoyée le { $when }
desk-revision-taken-back = Retirée par son auteur le { $when }
desk-revision-decided = { $reviewer } : { $verdict }, le { $when }
verdict-approved = approbation
verdict-changes-requested = demande de modifications
verdict-rejected = rejet

city-new-york = New York
city-sao-paulo = São Paulo
city-geneva = Genève
city-nairobi = Nairobi
city-new-delhi = New Delhi
city-beijing = Beijing

desk-decided = Décision prise ({ $verdict }) :
desk-next = Suivante :
