### Said of what changed in a meeting, and when.

caution-still-postponed = La fecha ya no es la publicada, pero el formulario sigue diciendo «{ $status }». Si la nueva fecha es segura, elija «{ $confirmed }».
caution-old-note = «{ $written }» se escribió cuando el estado era «{ $before }». Ahora el formulario dice «{ $status }»: cambie o borre lo que ya no sea cierto.
