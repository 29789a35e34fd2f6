### Dit lorsque plusieurs personnes modifient une même réunion en même temps : à qui envoie en second, et au secrétariat.

together-title = Cette réunion a changé depuis que vous avez commencé
together-since = Depuis que vous avez commencé, { $who } a modifié : { $what } ({ $when }).
together-beside = Votre modification s’y ajoute.
together-rejected = Le texte dont vous êtes parti n’a pas été retenu : { $who } l’a rejeté le { $when }.
together-taken-back = Le texte dont vous êtes parti ne compte plus : il a été retiré le { $when }.
together-gone = Ce que vous aviez laissé tel quel n’est pas repris. Si vous y tenez, saisissez-le de nouveau.
together-begun = Quand vous avez commencé
together-to-questions = Un même point a été modifié des deux côtés. Choisissez plus bas ce qui doit être envoyé.
together-questions = Choisissez ce qui doit être envoyé
together-both = Ce point a été modifié des deux côtés ; par { $who }, le { $when }.
together-both-gone = Vous avez modifié ce point, mais le texte dont vous êtes parti n’a pas été retenu.
together-mine = Votre réponse
together-now = Tel que c’est maintenant
together-nothing = (rien)
together-choose = { $what } : choisissez la réponse à envoyer
together-moved-on = La réunion a encore changé depuis que vous l’avez vue. Rien n’a été envoyé : regardez-la de nouveau
together-not-taken = Le texte dont vous êtes parti n’a pas été retenu. Rien n’a été envoyé : regardez ce que serait la réunion maintenant, puis envoyez

sender-desk = { $name } (secrétariat)
sender-desk-unnamed = le secrétariat
names-and = { $first } et { $second }
names-comma = { $first }, { $second }
waiting-several =
    { $count ->
        [one] { $count } modification, par { $names }
       *[other] { $count } modifications, par { $names }
    }
standing-take-back-newest = Le bouton retire la plus récente : celle que { $who } a envoyée le { $when }.

desk-waiting = Les modifications qu’elle contient
desk-decides-all =
    { $count ->
        [one] { $count } modification attend. Votre décision porte sur elle.
       *[other] { $count } modifications attendent ensemble. La plus récente les contient toutes, et votre décision porte sur toutes.
    }
desk-waiting-sent = Envoyée par { $who } le { $when }
desk-waiting-new = L’annonce elle-même.
desk-waiting-same = Elle dit la même chose qu’avant.
desk-waiting-before = Avant
desk-revision-part = Fait partie de la version { $number }

part-timing = Quand
part-title = Titre
part-text_language = Langue du texte
part-group = Groupe
part-cohosts = Autres groupes
part-topics = Thèmes
part-description = Description
part-agenda = Ordre du jour
part-links = Documents, enregistrements et comptes rendus
part-contact = Contact
part-status = État de la réunion
part-status_note = Pourquoi ce n’est pas comme prévu
part-past_reason = Pourquoi elle a été annoncée après la date
part-mode = Comment se tient la réunion
part-remote = Comment participer à distance
part-place = Lieu
part-registration = Inscription
part-languages = Langues de travail
part-interpretation = Interprétation
part-captioning = Sous-titrage en direct
part-participants = Nombre de participants
part-category = Catégorie
part-provenance = Source
