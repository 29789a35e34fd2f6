### The desk’s queue.

desk-nav-queue = File d’attente
queue-oldest = La plus ancienne a été envoyée { $ago }.
queue-ago-now = à l’instant
queue-ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
queue-ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
queue-ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
queue-sent = Envoyée { $ago }
queue-asked = { $reviewer } a demandé des modifications { $ago }
queue-section-soon = Commencent dans les 24 heures
queue-section-changes = Modifications de réunions publiées
queue-section-new = Nouvelles
queue-section-again = Renvoyées après une demande de modifications
queue-section-poster = En attente de leur auteur
queue-is-new = Nouvelle
queue-is-again = Renvoyée
queue-look-published = Peut-être déjà au calendrier
queue-look-twice = Peut-être envoyée deux fois
queue-look-clash = En même temps que { $title }
queue-look-contradiction = Le texte et le formulaire se contredisent
queue-look-host = Nouveau site de connexion : { $host }
queue-look-link = Lien manquant
queue-look-place = Lieu manquant
queue-record = Déjà publiées : { $published }, rejetées : { $rejected }
queue-record-none = Première annonce de cette adresse
queue-of-sender = Toutes celles de cet expéditeur ({ $count })
queue-from = De :
queue-find = Chercher et filtrer
queue-q = Titre, auteur ou référence
queue-state = État
queue-state-waiting = En attente
queue-state-poster = En attente de leur auteur
queue-state-decided = Décidées
queue-state-approved = Approuvées
queue-state-rejected = Rejetées
queue-state-withdrawn = Retirées du calendrier
queue-state-taken-back = Reprises par leur auteur
queue-nothing-found = Rien ne correspond à votre recherche.
queue-choose = Choisir : { $title }
queue-tick-all = Choisir toutes celles de cette page
queue-tick-none = N’en choisir aucune
queue-bulk = Pour celles qui sont choisies
queue-bulk-none = Choisissez au moins une annonce
queue-approve = Approuver
queue-spam = Rejeter comme spam
queue-spam-hint = En cas de spam, personne n’est prévenu.
queue-reason-hint = Tous les auteurs des annonces choisies le lisent. Nécessaire pour demander des modifications ou rejeter.
queue-results = Ce qui a été décidé
queue-to-be-read = Une partie de cette série a eu lieu depuis l’envoi de la modification. Ouvrez-la pour voir ce qui sera publié.
queue-gone = Cette annonce n’existe plus.
queue-not-yours = Vous ne décidez pas des annonces de ce type de groupe.
queue-back = Retour à la file d’attente
queue-undone = Annulé par { $reviewer } (date : { $when })
verdict-spam = rejetée comme spam
verdict-withdrawn = retirée du calendrier
verdict-taken-back = reprise par son auteur
undo = Annuler
undo-which = Annuler : { $title }
undo-all = Tout annuler
undo-until = Jusqu’à { $time } UTC ; personne n’est prévenu avant.
undo-results = Ce qui a été annulé
undo-done = annulé
undo-waits = C’est annulé ; l’annonce attend de nouveau :
undo-back = C’est annulé ; la réunion est de nouveau au calendrier :
undo-too-late = Il est trop tard : une décision peut être annulée pendant dix minutes.
undo-told = Un courriel à ce sujet est déjà parti ; la décision ne peut plus être annulée.
undo-overtaken = Autre chose a été envoyé ou décidé depuis ; la décision ne peut plus être annulée.
keys-title = Touches
keys-move = suivante, précédente
keys-tick = choisir
keys-open = ouvrir
keys-find = chercher
keys-turn-off = Désactiver les touches
keys-turn-on = Activer les touches
audit-act-undo = Annulé
