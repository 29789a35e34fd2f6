### Said at the desk of what is stored and cannot be read.

left-out-title = Laissé hors du calendrier
left-out-intro = Ce qui est enregistré ici est illisible ; aucun lecteur ne le voit. La personne qui gère le serveur apprend quoi faire avec :
left-out-newer = Une version plus récente du calendrier l’a écrit et peut le lire.
left-out-group = Groupe { $name }
left-out-topic = Thème { $name }
left-out-change = Modification { $number } du journal
desk-unreadable = Illisible
desk-unreadable-intro = Une partie de ce qui est enregistré pour cette réunion est illisible. Tant que ce n’est pas réparé, elle ne peut être ni affichée, ni modifiée, ni approuvée. Vous pouvez rejeter ce qui attend et la retirer du calendrier ; la personne qui l’a annoncée en est informée. La personne qui gère le serveur en apprend plus avec :
desk-unreadable-revision = Version { $number }
desk-unreadable-document = Tel qu’enregistré
desk-unreadable-approve = Ce qui a été envoyé est illisible et ne peut donc pas être approuvé.
