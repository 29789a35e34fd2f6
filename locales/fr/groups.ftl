### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = Anciennement { $name } (jusqu’au { $until })
group-closed = Ce groupe a été fermé : { $date }. Ses réunions restent ici.
group-how-to-join = Comment participer
group-mailing-list = Liste de diffusion
group-contact = Contact
group-until = Jusqu’à
groups-onward =
    { $count ->
        [one] { $count } ancien nom
       *[other] { $count } anciens noms
    }
group-continues-as = se poursuit sous le nom de

## What can be wrong

problem-closed-group = { $field } : ce groupe a été fermé. Choisissez-en un autre
problem-taken = { $field } : un autre porte ou a porté ce nom. Choisissez un autre nom

## Fields

field-slug = Nom dans les adresses
field-name = Nom complet
field-acronym = Sigle
field-kind = Type de groupe
field-group_description = Ce qu’il fait
field-how_to_join = Comment participer
field-mailing_list = Liste de diffusion
field-website = Site Web
field-region = Région
field-group_country = Pays
field-group_languages = Langues
field-active_from = Première année ou premier cycle
field-active_until = Dernière année ou dernier cycle
field-group_status = Situation
field-source_url = D’où viennent ces informations
field-name_ar = Arabe
field-name_en = Anglais
field-name_es = Espagnol
field-name_fr = Français
field-name_ru = Russe
field-name_zh = Chinois
field-new_slug = Nouveau nom dans les adresses
field-new_name = Nouveau nom complet
field-new_acronym = Nouveau sigle
field-into = Se poursuit sous le nom de
group-name-hint = Pour corriger une erreur. Si le groupe a changé de nom, renommez-le plus bas, afin qu’on le trouve sous les deux noms.
group-how-to-join-hint = Ce que doit faire toute personne qui souhaite participer.
group-mailing-list-hint = L’adresse de sa page ou l’adresse électronique à laquelle on écrit.
group-contact-hint = Les lecteurs voient les deux.
group-place-title = Lieu et langues
group-languages-hint = Codes séparés par des virgules, par exemple en, fr, pt.
group-record-title = Pour mémoire
group-cycle-hint = Par exemple 2016.
group-status-hint = En quelques mots, par exemple active.

## The desk’s lists

lists-new-group = Ajouter un groupe
lists-new-topic = Ajouter un thème
lists-back-to-groups = Tous les groupes
lists-back-to-topics = Tous les thèmes
lists-search = Nom, actuel ou ancien
lists-search-button = Afficher
lists-all-kinds = Tous les types
lists-count =
    { $count ->
        [one] { $count } groupe
       *[other] { $count } groupes
    }
lists-closed = Fermé
lists-past = Terminé
lists-next = Prochaine : { $when }
lists-last = Dernière : { $when }
lists-never = Aucune réunion au calendrier pour l’instant
lists-formerly = Anciennement { $name }
lists-add = Ajouter
lists-save = Enregistrer
lists-slug-hint = Lettres minuscules, chiffres et traits d’union. Les anciens noms continuent de mener ici.
lists-as-readers = Tel que le voient les lecteurs
lists-edit = Modifier les informations
lists-rename = Renommer
lists-rename-button = Renommer
lists-rename-group-intro = Les pages, les flux et les filtres sous l’ancien nom mènent au nouveau, et les lecteurs voient l’ancien nom. Les abonnements continuent tels quels.
lists-rename-topic-intro = Les filtres et les flux sous l’ancien nom mènent au nouveau. Le nom que voient les lecteurs se modifie plus haut.
lists-merge-group = Se poursuit dans un autre groupe
lists-merge-topic = Se poursuit dans un autre thème
lists-merge-group-intro = Sa page, ses flux et ses réunions deviennent ceux de l’autre groupe, où les lecteurs voient l’ancien nom. Cela peut être annulé.
lists-merge-topic-intro = Les réunions et les groupes qui le portent comptent dès lors pour l’autre. Cela peut être annulé.
lists-merge-button = Fusionner
lists-merge-missing = Choisissez ce sous quoi il se poursuit
lists-close-group = Fermer ce groupe
lists-close-topic = Fermer ce thème
lists-close-group-intro = Il figure alors en fin de liste et aucune nouvelle réunion ne peut être publiée pour lui. Ce qui a eu lieu reste.
lists-close-topic-intro = Tant qu’il est fermé, les formulaires ne le proposent pas. Ce qui le porte le garde.
lists-reopen = Rouvrir
lists-reopen-group-intro = Des réunions pourront alors de nouveau être publiées pour lui.
lists-topic-closed = fermé : { $date }
lists-waiting = Nouvelles annonces de ce groupe en attente
lists-signpost = Depuis le { $since }, ce nom mène à :
lists-separate = Le rendre de nouveau autonome
lists-separate-intro = Ce qui a été publié sous ce nom lui revient alors. Ce qui a été publié depuis reste où il est.
lists-meanwhile = Quelqu’un d’autre a modifié ceci pendant que vous écriviez ; rien n’est encore enregistré. Ce qu’il a écrit figure plus bas, ce que vous avez saisi est dans le formulaire. Regardez les deux et enregistrez de nouveau.
lists-meanwhile-look = Quelqu’un d’autre l’a modifié entre-temps ; rien n’a été fait. Voici l’état actuel ; regardez et appuyez de nouveau.
lists-theirs = Ce qui a été modifié entre-temps
lists-theirs-nothing = rien
lists-theirs-contested = Vous avez saisi autre chose ici ; votre texte est dans le formulaire.
lists-done-created = Ajouté.
lists-done-saved = Enregistré.
lists-done-renamed = Renommé. Tous les anciens noms mènent ici.
lists-done-merged = Fusionné.
lists-done-separated = De nouveau autonome.
lists-done-closed = Fermé.
lists-done-reopened = Rouvert.
lists-done-meetings = Fait. Ce qui reste à venir de ce groupe figure plus bas, s’il y a lieu.
topics-used = Réunions : { $meetings }. Groupes : { $groups }.

## How often a group meets

activity-title = Réunions par an
activity-next = Prochaine
activity-last = Dernière
activity-none = Rien de ce qui figure au calendrier n’a encore eu lieu.
activity-held =
    { $count ->
        [one] { $count } réunion
       *[other] { $count } réunions
    }

## Meetings of a group that is closed

fates-title =
    { $count ->
        [one] { $count } réunion est encore à venir
       *[other] { $count } réunions sont encore à venir
    }
fates-legend = Ce que devient { $title }
fates-keep = Garder
fates-move = Passer à un autre groupe
fates-cancel = Annuler
fates-to = Groupe auquel passent les réunions
fates-to-missing = Choisissez le groupe auquel passent les réunions
fates-reason = Pourquoi des réunions sont annulées
fates-reason-hint = Les lecteurs et les auteurs des annonces le voient.
fates-reason-missing = Écrivez pourquoi des réunions sont annulées
fates-button = Appliquer
fates-waits = Une modification de cette réunion est en attente. Décidez d’abord à son sujet.
