### Said of what changed in a meeting, and when.

history-title = Ce qui a changé
history-confirmed = Confirmée.
history-tentative = Provisoire : elle peut encore changer.
history-postponed = Reportée : une nouvelle date sera annoncée.
history-not-postponed = N’est plus reportée.
history-moved-online = A désormais lieu en ligne.
history-not-moved-online = N’a plus lieu uniquement en ligne.
history-cancelled = Annulée : elle n’a pas lieu.
history-not-cancelled = N’est plus annulée : elle a finalement lieu.
history-moved = Nouvelle date : { $to } ; auparavant : { $from }.
history-times = Nouveaux horaires : { $to } ; auparavant : { $from }.
history-hours = À partir du { $from } : { $to } ; auparavant, { $before }.
history-hours-until = Du { $from } au { $until } : { $to } ; auparavant, { $before }.
# One of several hours before, after the first.
history-hours-then = à partir du { $from }, { $hours }
history-dates = Les dates ou les horaires ont changé.
history-date-set = La date est fixée : { $to }.
history-date-open = La date précédente ne tient plus : { $from }. Désormais : { $to }.
history-expected = La date reste à confirmer. Prévue désormais : { $to }.
history-date-unknown = La date reste à confirmer.
history-mode = Forme de la réunion : { $to } ; auparavant : { $from }.
history-place = Nouvelles précisions sur le lieu.
history-access = Nouvelles précisions sur la façon de se joindre.
history-title-was = Nouveau titre ; c’était auparavant « { $from } ».
history-text = Nouveau texte dans la description ou l’ordre du jour.
history-outcomes = Ajouté : { $kinds }.
history-other = D’autres détails ont changé.

badge-rescheduled = Nouvelle date
history-moved-from = Déplacée. Date précédente :
history-was = Date précédente :
history-new-date-to-follow = Une nouvelle date sera annoncée

caution-still-postponed = La date n’est plus celle qui est publiée, mais le formulaire indique toujours « { $status } ». Si la nouvelle date est sûre, choisissez « { $confirmed } ».
caution-old-note = « { $written } » a été écrit lorsque l’état était « { $before } ». Le formulaire indique maintenant « { $status } » : modifiez ou supprimez ce qui n’est plus exact.
history-one = { $on } : { $what }
history-left-out = { $on } : cette date a été retirée.
history-added = { $on } : cette date a été ajoutée.
history-participants = Nombre de participants : { $count }.
