### Said of what comes out of a meeting, and of what groups are asked for.

after-title = Après la réunion
after-intro = Ce qu’il en est ressorti, pour les personnes qui n’y étaient pas. Cela paraît avec la réunion dans les archives et dans tous les calendriers ; le reste de l’annonce ne change pas.
after-links-title = Enregistrement, rapport, transcription, diapositives
after-add = En ajouter un autre
after-participants-hint = Sur place et à distance ensemble, par exemple 42. Laissez vide si personne n’a compté.

field-outcome_kind = De quoi il s’agit
field-outcome_label = Nom, s’il en a un
field-outcome_url = Adresse de l’enregistrement ou du rapport
field-participants = Nombre de participants
problem-not-a-count = { $field } : saisissez un nombre entier de 1 à { $limit }
error-outcome_url-missing = Saisissez l’adresse de cet enregistrement ou de ce rapport
check-change-after = Modifier ce qui en est ressorti

meeting-participants =
    { $count ->
        [one] { $count } personne a participé.
       *[other] { $count } personnes ont participé.
    }
list-participants =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }

shortcut-outcomes = Ajouter un enregistrement, un rapport ou le nombre de participants
shortcut-cancelled = Annuler cette réunion
shortcut-postponed = La reporter (nouvelle date à suivre)
shortcut-confirmed = Elle a finalement lieu

attention-title = À vérifier
attention-now = En cours
attention-soon = Dans les deux jours
attention-near = Dans la semaine
attention-link-missing = Le lien de connexion n’a pas encore été communiqué.
attention-place-missing = Le lieu n’a pas encore été annoncé.
attention-remedy = Ajouter ce qui manque
attention-unconfirmed = Les dates à partir du { $date } sont seulement prévues. Demandez au groupe : vous réunissez-vous toujours à ces dates ?
attention-confirmed = Le groupe répond oui
attention-not-confirmed = Le groupe répond non, ou à d’autres dates
