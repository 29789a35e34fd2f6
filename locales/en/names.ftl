### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ru = Russian
language-zh = Chinese
language-pt = Portuguese
language-de = German
language-it = Italian
language-sw = Swahili
language-hi = Hindi
language-ja = Japanese
language-ko = Korean
language-nl = Dutch
language-pl = Polish
language-sq = Albanian
language-sr = Serbian
language-hr = Croatian
language-uk = Ukrainian
language-tr = Turkish
language-id = Indonesian
language-bn = Bangla
language-ur = Urdu
language-fa = Persian
language-am = Amharic
language-zh-hant = Traditional Chinese
