### Said at the desk of what is stored and cannot be read.

left-out-title = Fuera del calendario
left-out-intro = Lo guardado de estas entradas no se puede leer, así que nadie las ve. Quien administra el servidor averigua qué hacer con:
left-out-newer = Lo escribió una versión más reciente del calendario, que puede leerlo.
left-out-group = Grupo { $name }
left-out-topic = Tema { $name }
left-out-change = Cambio { $number } del registro
desk-unreadable = No se puede leer
desk-unreadable-intro = Algo de lo guardado de esta reunión no se puede leer. Mientras no se repare, no se puede mostrar, cambiar ni aprobar. Puede rechazar lo que espera y retirarla del calendario; se avisa a quien la envió. Quien administra el servidor averigua más con:
desk-unreadable-revision = Versión { $number }
desk-unreadable-document = Tal como está guardado
desk-unreadable-approve = Lo enviado no se puede leer, así que no se puede aprobar.
