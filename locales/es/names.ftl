### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = árabe
language-en = inglés
language-es = español
language-fr = francés
language-ru = ruso
language-zh = chino
language-pt = portugués
language-de = alemán
language-it = italiano
language-sw = suajili
language-hi = hindi
language-ja = japonés
language-ko = coreano
language-nl = neerlandés
language-pl = polaco
language-sq = albanés
language-sr = serbio
language-hr = croata
language-uk = ucraniano
language-tr = turco
language-id = indonesio
language-bn = bengalí
language-ur = urdu
language-fa = persa
language-am = amárico
language-zh-hant = chino tradicional
