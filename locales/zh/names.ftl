### Names of spoken languages, as they stand alone in a list. Keys are lower-case language tags.

language-ar = 阿拉伯语
language-en = 英语
language-es = 西班牙语
language-fr = 法语
language-ru = 俄语
language-zh = 中文
language-pt = 葡萄牙语
language-de = 德语
language-it = 意大利语
language-sw = 斯瓦希里语
language-hi = 印地语
language-ja = 日语
language-ko = 韩语
language-nl = 荷兰语
language-pl = 波兰语
language-sq = 阿尔巴尼亚语
language-sr = 塞尔维亚语
language-hr = 克罗地亚语
language-uk = 乌克兰语
language-tr = 土耳其语
language-id = 印度尼西亚语
language-bn = 孟加拉语
language-ur = 乌尔都语
language-fa = 波斯语
language-am = 阿姆哈拉语
language-zh-hant = 繁体中文
