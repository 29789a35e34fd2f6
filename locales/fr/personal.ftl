### What people are told of what is kept about them; what comes too fast; what a form noticed.

privacy-title = Confidentialité
privacy-form-link = Ce que nous en faisons.
privacy-intro = Ce calendrier conserve aussi peu de choses que possible sur les personnes. Il n’affiche aucune publicité, ne compte pas les visites et ne charge rien depuis d’autres sites.
privacy-kept-title = Ce qui est conservé, pourquoi et combien de temps
privacy-reading = Si vous lisez ou vous abonnez
privacy-reading-what = Rien sur vous. Le journal du serveur a une ligne par requête, avec le réseau d’où elle vient mais jamais votre adresse entière, afin de trouver les pannes et les attaques. Votre adresse entière est gardée quelques minutes, afin que personne n’en demande trop.
privacy-posting = Votre nom et votre adresse électronique, si vous annoncez une réunion
privacy-posting-what = Pour que le secrétariat puisse vous poser une question et que vous sachiez ce que devient votre annonce. Ils ne sont jamais publiés. Ils sont remplacés par « nom supprimé » après ce délai, compté de l’envoi de l’annonce et de la fin de sa réunion :
privacy-published = Ce que vous écrivez pour le public
privacy-published-what = C’est publié une fois approuvé par le secrétariat, avec le contact que vous indiquez au public, et cela reste comme trace des réunions de la communauté. Vous pouvez le modifier à tout moment.
privacy-drafts = Les formulaires que vous remplissez
privacy-drafts-what = Pour que rien de ce que vous avez saisi ne se perde. Depuis la dernière fois que vous y avez touché, ils sont conservés :
privacy-letters = Les courriels que nous vous envoyons
privacy-letters-what = Pour que le secrétariat voie ce qui vous a été dit. Leur destinataire et leur contenu sont conservés :
privacy-spam = Les annonces rejetées comme indésirables
privacy-spam-what = Elles sont entièrement supprimées après :
privacy-desk = Les personnes qui se connectent
privacy-desk-what = Nom, adresse électronique et chaque session, avec le type de navigateur et son réseau, tant que vous utilisez le calendrier ; vous pouvez terminer une session à tout moment. Ce que décident les personnes du secrétariat est noté pour toujours, avec le réseau d’où cela vient, afin que chacune puisse en répondre.
privacy-backups = Les sauvegardes
privacy-backups-what = Ce qui a été supprimé se trouve encore dans des sauvegardes plus anciennes, lues seulement pour rétablir le calendrier. Elles sont conservées :
privacy-backups-unknown = Ce qui a été supprimé se trouve encore dans des sauvegardes plus anciennes, lues seulement pour rétablir le calendrier. La personne qui gère le serveur décide de leur durée de conservation.
privacy-who-title = Qui le lit
privacy-who = Le secrétariat et la personne qui gère le serveur. Rien n’est donné à d’autres ni utilisé à d’autres fins.
privacy-cookies-title = Cookies
privacy-cookies = Votre navigateur garde quelques petits textes pour ce site. Aucun ne vous suit.
privacy-cookie-language = la langue dans laquelle vous lisez, pendant un an
privacy-cookie-zone = le fuseau horaire que vous avez choisi, pendant un an
privacy-cookie-session = que vous êtes connecté, jusqu’à votre départ ou une longue absence
privacy-rights-title = Une copie, ou l’effacement
privacy-rights = Adressez-vous au secrétariat, depuis l’adresse électronique concernée. Vous recevez tout ce qui est conservé sur cette adresse, ou bien votre nom et votre adresse sont remplacés partout où ils sont conservés. Ce qui a été publié pour le public reste tel qu’il a été écrit ; dites-nous si votre nom doit en être retiré aussi.
privacy-ask = Écrivez à :
privacy-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
privacy-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }

held-back-title = Pas encore envoyé
held-back-brake = Un très grand nombre d’annonces arrive en ce moment, et chacun doit attendre un peu. Rien de ce que vous avez saisi n’est perdu : tout est conservé à cette adresse. Renvoyez-le dans une minute.
held-back-sent = Avec cette adresse électronique, { $count } annonces ont été envoyées en un jour, et d’autres ne sont pas acceptées. Rien de ce que vous avez saisi n’est perdu : tout est conservé à cette adresse. Envoyez-le demain ou adressez-vous au secrétariat.
held-back-waiting = Avec cette adresse électronique, { $count } annonces attendent le secrétariat, et d’autres ne sont pas acceptées. Rien de ce que vous avez saisi n’est perdu : tout est conservé à cette adresse. Envoyez-le quand certaines auront été examinées, ou retirez-en une qui n’est pas nécessaire.

signs-title = Comment le formulaire a été rempli
signs-quick =
    { $seconds ->
        [one] De l’ouverture du formulaire à son envoi : { $seconds } seconde.
       *[other] De l’ouverture du formulaire à son envoi : { $seconds } secondes.
    }
signs-hidden = Un champ que personne ne voit a été rempli.
signs-hint = C’est ce que font des programmes, mais aussi des lecteurs d’écran, des gestionnaires de mots de passe et les personnes qui collent un texte. Lisez ce qui a été envoyé.
signs-leave-empty = Laissez ce champ vide

rush-notice =
    { $count ->
        [one] En une heure, { $count } annonce est arrivée, plus que d’habitude. Jusqu’à ce que cela cesse, chaque expéditeur peut en envoyer une par minute. Rien n’est refusé.
       *[other] En une heure, { $count } annonces sont arrivées, plus que d’habitude. Jusqu’à ce que cela cesse, chaque expéditeur peut en envoyer une par minute. Rien n’est refusé.
    }
mail-subject-rush = Plus d’annonces que d’habitude arrivent
mail-says-rush = Plus d’annonces que d’habitude sont arrivées en une heure. Jusqu’à ce que cela cesse, chaque expéditeur peut en envoyer une par minute, et rien de ce qui a été saisi n’est perdu. Consultez la file d’attente : les indésirables peuvent être rejetées en une fois.
letter-kind-rush = Plus d’annonces que d’habitude

sender-erased = nom supprimé
personal-title = Données personnelles
personal-intro = Tout ce qui est conservé sur une personne, d’après l’adresse électronique qu’elle a indiquée. Assurez-vous que la personne qui le demande a bien cette adresse : ne répondez qu’à celle-ci.
personal-email = Adresse électronique
personal-export-title = Une copie
personal-export-hint = Un fichier (JSON) avec ses annonces, formulaires, courriels et sessions.
personal-export-button = Télécharger
personal-erase-title = Effacer
personal-erase-hint = Le nom et l’adresse sont remplacés partout où ils sont conservés, les courriels en attente ne partent pas et les sessions prennent fin. Ce qui a été publié pour le public, et qui a décidé quoi, reste. C’est irréversible.
personal-again = La même adresse encore une fois
personal-differs = Saisissez la même adresse électronique que ci-dessus.
personal-erase-button = Effacer définitivement
personal-done = Le nom et l’adresse ont été remplacés.
personal-nothing = Rien n’était conservé sur cette adresse.
personal-count-entries = Annonces
personal-count-forms = Formulaires
personal-count-letters = Courriels
personal-count-keys = Adresses privées qui ne valent plus
personal-count-sessions = Sessions terminées
personal-still-named = Annonces où l’adresse figure encore comme texte pour le public :
