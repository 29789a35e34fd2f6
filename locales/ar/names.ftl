### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = العربية
language-en = الإنجليزية
language-es = الإسبانية
language-fr = الفرنسية
language-ru = الروسية
language-zh = الصينية
language-pt = البرتغالية
language-de = الألمانية
language-it = الإيطالية
language-sw = السواحيلية
language-hi = الهندية
language-ja = اليابانية
language-ko = الكورية
language-nl = الهولندية
language-pl = البولندية
language-sq = الألبانية
language-sr = الصربية
language-hr = الكرواتية
language-uk = الأوكرانية
language-tr = التركية
language-id = الإندونيسية
language-bn = البنغالية
language-ur = الأردية
language-fa = الفارسية
language-am = الأمهرية
language-zh-hant = الصينية التقليدية
