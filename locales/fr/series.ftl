### Said of series, parts and slots: in forms, lists and on pages.

field-held = À quelle fréquence a-t-elle lieu ?
held-once = Une fois
held-parts = En plusieurs parties, chacune à ses propres heures
held-slots = Plusieurs fois, pour différents fuseaux horaires : on choisit l’une d’elles
held-series = Régulièrement : une série
error-held-one-needs-times = Pour une réunion qui a lieu plusieurs fois, choisissez plus haut « À une date et à une heure précises »

post-dates-parts = Les autres parties
post-dates-slots = Les autres horaires au choix
post-dates-series = À quelles dates ?
dates-first = La première :
dates-first-change = Modifier la première
dates-part = Partie { $number }
dates-slot = Horaire { $number }
post-sittings-hint = Les lignes laissées vides ne comptent pas. Une fin antérieure au début est le lendemain.
post-also-date-hint = Laissez vide si c’est à la même date que la première.
post-also-zone-hint = Laissez vide si c’est à la même heure locale que la première.
post-add-part = Ajouter une autre partie
post-add-slot = Ajouter un autre horaire
field-also_date = Date
field-also_day = Autres : jour
field-also_month = Autres : mois
field-also_year = Autres : année
field-also_start_time = Heure de début
field-also_end_time = Heure de fin
field-also_zone = Fuseau horaire ou ville
field-also_fold = Première ou seconde fois (autres)
error-also_start_time-too-few = Saisissez les heures d’au moins une autre

field-step = Comment se répète-t-elle ?
series-weekday = { $weekday ->
    [mon] lundi
    [tue] mardi
    [wed] mercredi
    [thu] jeudi
    [fri] vendredi
    [sat] samedi
   *[sun] dimanche
 }
series-nth-weekday = { $nth ->
    [1] premier { series-weekday }
    [2] deuxième { series-weekday }
    [3] troisième { series-weekday }
    [4] quatrième { series-weekday }
   *[5] cinquième { series-weekday } (s’il y en a un)
 }
series-week = { $every ->
    [1] Chaque semaine, le { series-weekday }
   *[other] Toutes les { $every } semaines, le { series-weekday }
 }
series-month = { $every ->
    [1] Chaque mois
   *[other] Tous les { $every } mois
 }
series-month-weekday = { series-month }, le { series-nth-weekday }
series-month-last-weekday = { series-month }, le dernier { series-weekday }
series-month-day = { series-month }, le { $day ->
    [1] 1er
    [29] 29 (s’il existe)
    [30] 30 (s’il existe)
    [31] 31 (s’il existe)
   *[other] { $day }
 }
series-listed = Aux dates que j’indique
series-on-dates = À plusieurs dates
field-every = Toutes les combien de semaines ou de mois ?
post-every-hint = 1 pour chaque semaine ou mois, 2 pour un sur deux, 12 au plus. Vide signifie 1.
field-ends = Quand se termine-t-elle ?
ends-count = Après un certain nombre de dates
ends-until = À un jour donné
field-count = Combien de dates ?
post-count-hint = De 2 à 120, sur 24 mois au plus.
field-until_date = Le dernier jour possible
field-until_day = Dernier jour de la série : jour
field-until_month = Dernier jour de la série : mois
field-until_year = Dernier jour de la série : année
post-until-hint = Au plus tard 24 mois après la première.
field-dates = Les dates
post-listed-hint = Une par ligne, par exemple 13 3 2018 ou 2018-03-13. La première y est déjà.
field-confirm_date = Seulement prévue à partir de ce jour
field-confirm_day = Prévue à partir de : jour
field-confirm_month = Prévue à partir de : mois
field-confirm_year = Prévue à partir de : année
post-confirm-hint = S’il n’est pas certain que vous vous réunissiez aussi longtemps : les dates suivantes sont indiquées comme provisoires, et on vous demandera si elles tiennent toujours.

post-occurrences-title = Vérifiez toutes les dates
post-occurrences-intro = { $count ->
    [one] Il y a { $count } date. Si elle est à un autre moment, indiquez-le ; ce que vous y laissez vide reste comme d’habitude.
   *[other] Il y a { $count } dates. Cochez celles où vous ne vous réunissez pas. Si l’une est à un autre moment, indiquez-le ; ce que vous y laissez vide reste comme d’habitude.
 }
field-skip = Pas à cette date
dates-other-time = Autre date ou autres heures
field-moved_from = Dates à un autre moment
field-moved_date = Date
field-moved_start_time = Début
field-moved_end_time = Fin
dates-shift = À partir d’ici { $time } UTC : changement d’heure ({ $place })
dates-skipped = N’a pas lieu à cette date
dates-instead-of = Déplacée : au lieu du { $date }
dates-other-hours = À d’autres heures que d’habitude
dates-planned = Prévue, à confirmer
dates-in-parts = En { $count } parties
dates-choose = Tenue { $count } fois avec le même ordre du jour : choisissez l’une d’elles
dates-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
 }
dates-more = { $count ->
    [one] { $count } autre date
   *[other] { $count } autres dates
 }

check-change-dates = Modifier les dates
check-change-single = Supprimer ou déplacer certaines dates
check-echo-first = La première ailleurs

problem-too-few = { $field } : indiquez-en au moins { $least }
problem-not-a-number = { $field } : saisissez un nombre entier de { $least } à { $most }
problem-too-many-months = { $field } : une série peut durer au plus { $limit } mois
problem-over-a-day = { $field } : la fin doit être le même jour ou dans la nuit qui suit. Pour plusieurs jours, choisissez des parties
problem-unreadable-date = { $field } : « { $text } » n’est pas une date. Écrivez le jour, le mois et l’année, par exemple 13 3 2018
problem-overlap = { $field } : c’est en même temps qu’une autre
problem-not-the-last-weekday = { $field } : la première date n’est pas le dernier de ces jours de la semaine dans son mois
problem-no-such-date = { $field } : il n’y en a pas le { $date }
problem-one-needs-times = { $field } : une date d’une série a besoin d’heures
problem-has-begun = { $field } : une partie de la série a déjà eu lieu ; elle doit rester une série avec des heures
problem-too-early = { $field } : saisissez le { $day } ou plus tard ; ce qui a eu lieu avant reste tel quel
error-step-missing = Choisissez comment elle se répète
error-ends-missing = Choisissez quand elle se termine
error-count-missing = Saisissez le nombre de dates
error-until_date-missing = Saisissez le dernier jour possible
error-dates-too-few = Indiquez au moins une date en plus de la première
error-count-too-few = Il faut au moins { $least } dates
error-until_date-too-few = Il faut au moins { $least } dates jusqu’à ce jour
error-skip-too-few = Au moins une date doit rester

confirm-question = Vous réunissez-vous toujours à ces dates ?
confirm-planned = Les dates à partir du { $date } sont seulement prévues. Merci de dire au secrétariat si vous vous réunirez.
confirm-yes = Oui, nous nous réunissons
confirm-no = Non, ou à d’autres dates
meeting-all-dates = Toutes les dates
problem-was-held = Cette réunion a eu lieu le { $date }. On ne peut ajouter que ses résultats : enregistrements, comptes rendus, nombre de participants.
dates-past = { $count ->
    [one] { $count } date passée
   *[other] { $count } dates passées
 }
