### Said of what changed in a meeting, and when.

caution-still-postponed = La date n’est plus celle qui est publiée, mais le formulaire indique toujours « { $status } ». Si la nouvelle date est sûre, choisissez « { $confirmed } ».
caution-old-note = « { $written } » a été écrit lorsque l’état était « { $before } ». Le formulaire indique maintenant « { $status } » : modifiez ou supprimez ce qui n’est plus exact.
