### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = arabe
language-en = anglais
language-es = espagnol
language-fr = français
language-ru = russe
language-zh = chinois
language-pt = portugais
language-de = allemand
language-it = italien
language-sw = swahili
language-hi = hindi
language-ja = japonais
language-ko = coréen
language-nl = néerlandais
language-pl = polonais
language-sq = albanais
language-sr = serbe
language-hr = croate
language-uk = ukrainien
language-tr = turc
language-id = indonésien
language-bn = bengali
language-ur = ourdou
language-fa = persan
language-am = amharique
language-zh-hant = chinois traditionnel
