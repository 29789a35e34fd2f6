### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = ,{" "}
feed-semicolon = { " " };{ " " }

feed-title-part = { $title } (partie { $number } sur { $of })
feed-title-slot = { $title } (horaire { $number } sur { $of }, { $of ->
    [2] choisissez l’un ou l’autre
   *[other] choisissez-en un
 })

feed-join = Participer : { $address }
feed-join-label = Participer à la réunion
feed-register = S’inscrire : { $address }
feed-details = Détails : { $address }
feed-link = { $label } : { $address }

feed-tentative = Provisoire : elle peut encore changer.
feed-postponed = Reportée : elle n’a pas lieu à cette date ; une nouvelle date sera annoncée.
feed-moved-online = Désormais en ligne : elle a lieu uniquement en ligne.
feed-cancelled = Annulée : elle n’a pas lieu.
feed-given-up = Annulé ici : la réunion figure de nouveau, à ses horaires actuels.
feed-held-no-more = Cette séance n’a plus lieu.
feed-rescheduled = Nouvelle date. Date précédente : { $before }.
feed-was-to-be = Date précédente : { $before }.

feed-when = Quand : { $when }
feed-when-unknown = Quand : à confirmer
feed-when-within = Quand : à confirmer ; { $within }
feed-in-utc = En UTC : { $range }
feed-hours-not-given = Les heures ne sont pas indiquées.
feed-end-not-given = L’heure de fin n’est pas indiquée.
feed-date = { $weekday } { $date }
feed-at = { $date }, { $time }
feed-from = à partir de { $start }
feed-from-to = { $start } – { $end }
feed-from-to-next-day = { $start } – { $end } le lendemain
feed-utc = { $range } UTC
feed-clock = { $range }, { $place } (UTC{ $offset })
feed-clock-changing = { $range }, { $place } (UTC{ $before } au début, UTC{ $after } à la fin)
feed-own-and-utc = { $own } ; en UTC : { $range }
feed-between = entre le { $first } et le { $last }
feed-early = début { $month }, { $between }
feed-middle = mi-{ $month }, { $between }
feed-late = fin { $month }, { $between }
feed-some-time = courant { $in }

feed-is-part = Ceci est la partie { $number } sur { $of }.
feed-is-slot = { $of ->
    [2] Elle est tenue deux fois avec le même ordre du jour : choisissez l’un ou l’autre horaire.
   *[other] Elle est tenue { $of } fois avec le même ordre du jour : choisissez un horaire.
 }
feed-part-line = Partie { $number } : { $when }
feed-other-slot = L’autre horaire : { $when }
feed-slot-line = Horaire { $number } : { $when }

feed-weekday = { $weekday ->
    [mon] lundi
    [tue] mardi
    [wed] mercredi
    [thu] jeudi
    [fri] vendredi
    [sat] samedi
   *[sun] dimanche
 }
feed-nth-weekday = { $nth ->
    [first] premier { feed-weekday }
    [second] deuxième { feed-weekday }
    [third] troisième { feed-weekday }
    [fourth] quatrième { feed-weekday }
    [fifth] cinquième { feed-weekday }
   *[last] dernier { feed-weekday }
 }
feed-nth-day = { $day ->
    [1] 1er
   *[other] { $day }
 }
feed-rule-week = { $every ->
    [1] chaque { feed-weekday }
   *[other] toutes les { $every } semaines, le { feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] le { feed-nth-day } de chaque mois
   *[other] tous les { $every } mois, le { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] le { feed-nth-weekday } de chaque mois
   *[other] tous les { $every } mois, le { feed-nth-weekday }
 }
feed-rule-rare = { $rule } s’il existe
feed-hours-in = { $range }, { $place }
feed-when-rule = Quand : { $rule }, { $hours }, jusqu’au { $last }
feed-then-once = Puis le { $first } : { $hours }
feed-then-rule = À partir du { $first } : { $rule }, { $hours }
feed-then-dates = À partir du { $first } : à des dates isolées, { $hours }
feed-new-hours = Nouveaux horaires à partir du { $from } ; auparavant : { $before }
# One of several hours before, after the first.
feed-hours-then = à partir du { $from }, { $hours }

feed-agenda = Ordre du jour :
feed-held-by = Organisée par : { $groups }
feed-registration-required = Inscription (obligatoire) : { $address }
feed-registration-optional = Inscription (facultative) : { $address }
feed-languages = Langues de travail : { $names }
feed-interpretation = Interprétation : { $names }
feed-captions = Sous-titrage en direct
feed-documents = Documents :
feed-outcomes = Enregistrements et comptes rendus :
feed-participants = Participants : { $count }

feed-name = IGF : { $what }
feed-about = Réunions de la communauté du Forum sur la gouvernance de l’Internet
feed-about-group = Réunions du groupe { $group }
feed-about-meeting = Une réunion du calendrier commun de l’IGF
feed-about-cut = { $about }. { $cut }
feed-cut = Il y a trop de réunions pour un seul calendrier ; choisissez moins de groupes pour recevoir le reste.
feed-cut-since = Il y a trop de réunions pour un seul calendrier : celui-ci commence le { $since } ; choisissez moins de groupes pour recevoir le reste.
feed-cut-until = Il y a trop de réunions pour un seul calendrier : celui-ci s’arrête le { $until } ; choisissez moins de groupes pour recevoir le reste.
feed-cut-within = Il y a trop de réunions pour un seul calendrier : celui-ci va du { $since } au { $until } ; choisissez moins de groupes pour recevoir le reste.
feed-name-region = région : { $values }
feed-name-topic = thème : { $values }
feed-name-language = langue : { $values }
feed-name-words = mots : « { $words } »
feed-name-recording = avec enregistrement
feed-name-past-all = toutes les réunions passées
feed-name-past-days = { $count ->
    [one] { $count } jour écoulé
   *[other] { $count } jours écoulés
 }
feed-name-past-weeks = { $count ->
    [one] { $count } semaine écoulée
   *[other] { $count } semaines écoulées
 }
feed-name-past-months = { $count ->
    [one] { $count } mois écoulé
   *[other] { $count } mois écoulés
 }
feed-name-past-years = { $count ->
    [one] { $count } an écoulé
   *[other] { $count } ans écoulés
 }
