### Said of what comes out of a meeting, and of what groups are asked for.

after-title = Después de la reunión
after-intro = Lo que resultó de ella, para quienes no estuvieron. Aparece con la reunión en el archivo y en el calendario de todas las personas suscritas; el resto de la entrada queda como está.
after-links-title = Grabación, informe, transcripción, diapositivas
after-add = Añadir otro
after-participants-hint = En el lugar y a distancia en conjunto, por ejemplo 42. Déjelo en blanco si nadie los contó.

field-outcome_kind = Qué es
field-outcome_label = Nombre, si tiene uno propio
field-outcome_url = Dirección de la grabación o del informe
field-participants = Número de participantes
problem-not-a-count = { $field }: introduzca un número entero de 1 a { $limit }
error-outcome_url-missing = Introduzca la dirección de esta grabación o de este informe
check-change-after = Cambiar lo que resultó de ella

meeting-participants =
    { $count ->
        [one] Participó { $count } persona.
       *[other] Participaron { $count } personas.
    }
list-participants =
    { $count ->
        [one] { $count } participante
       *[other] { $count } participantes
    }

shortcut-outcomes = Añadir grabación, informe o número de participantes
shortcut-cancelled = Cancelar esta reunión
shortcut-postponed = Aplazarla (nueva fecha por anunciar)
shortcut-confirmed = Finalmente se celebra

attention-title = Conviene revisar
attention-now = En curso
attention-soon = En los próximos dos días
attention-near = En los próximos siete días
attention-link-missing = El enlace para unirse todavía no se ha facilitado.
attention-place-missing = El lugar todavía no se ha anunciado.
attention-remedy = Añadir lo que falta
attention-unconfirmed = Las fechas a partir del { $date } solo están previstas. Pregunte al grupo: ¿siguen reuniéndose en estas fechas?
attention-confirmed = El grupo dice que sí
attention-not-confirmed = El grupo dice que no, o en otras fechas
