### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = арабский
language-en = английский
language-es = испанский
language-fr = французский
language-ru = русский
language-zh = китайский
language-pt = португальский
language-de = немецкий
language-it = итальянский
language-sw = суахили
language-hi = хинди
language-ja = японский
language-ko = корейский
language-nl = нидерландский
language-pl = польский
language-sq = албанский
language-sr = сербский
language-hr = хорватский
language-uk = украинский
language-tr = турецкий
language-id = индонезийский
language-bn = бенгальский
language-ur = урду
language-fa = персидский
language-am = амхарский
language-zh-hant = китайский (традиционное письмо)
