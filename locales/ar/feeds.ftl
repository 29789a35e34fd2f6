### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = ،{" "}
feed-semicolon = ؛{" "}

feed-title-part = { $title } (الجزء { $number } من { $of })
feed-title-slot = { $title } (الموعد { $number } من { $of }، { $of ->
    [2] اختر أحدهما
   *[other] اختر واحدًا
 })

feed-join = الانضمام: { $address }
feed-join-label = الانضمام إلى الاجتماع
feed-register = التسجيل: { $address }
feed-details = التفاصيل: { $address }
feed-link = { $label }: { $address }

feed-tentative = الموعد مبدئي وقد يتغيّر.
feed-postponed = أُجّل الاجتماع ولن يُعقد في هذا الموعد، وسيُعلن موعد جديد لاحقًا.
feed-moved-online = أصبح الاجتماع افتراضيًا، ولن يُعقد إلا عبر الإنترنت.
feed-cancelled = أُلغي الاجتماع ولن يُعقد.
feed-given-up = أُلغي هنا: أُدرج الاجتماع من جديد في مواعيده الحالية.
feed-held-no-more = لم يعد الاجتماع يُعقد في هذا الموعد.
feed-rescheduled = تغيّر الموعد، وكان: { $before }.
feed-was-to-be = كان الموعد: { $before }.

feed-when = متى: { $when }
feed-when-unknown = متى: التاريخ غير مؤكد بعد
feed-when-within = متى: التاريخ غير مؤكد بعد؛ { $within }
feed-in-utc = بتوقيت UTC: { $range }
feed-hours-not-given = لم تُحدَّد الساعات.
feed-end-not-given = لم يُحدَّد وقت الانتهاء.
feed-date = { $weekday }، { $date }
feed-at = { $date }، { $time }
feed-from = ابتداءً من { $start }
feed-from-to = { $start } إلى { $end }
feed-from-to-next-day = { $start } إلى { $end } من اليوم التالي
feed-utc = { $range } بتوقيت UTC
feed-clock = { $range }، { $place } (UTC{ $offset })
feed-clock-changing = { $range }، { $place } (في البداية UTC{ $before }، وفي النهاية UTC{ $after })
feed-own-and-utc = { $own }؛ بتوقيت UTC: { $range }
feed-between = بين { $first } و{ $last }
feed-early = أوائل { $month }، { $between }
feed-middle = منتصف { $month }، { $between }
feed-late = أواخر { $month }، { $between }
feed-some-time = خلال { $in }

feed-is-part = هذا هو الجزء { $number } من { $of }.
feed-is-slot = { $of ->
    [2] يُعقد مرتين بجدول الأعمال نفسه: اختر إحداهما.
    [few] يُعقد { $of } مرات بجدول الأعمال نفسه: اختر إحداها.
   *[other] يُعقد { $of } مرة بجدول الأعمال نفسه: اختر إحداها.
 }
feed-part-line = الجزء { $number }: { $when }
feed-other-slot = الموعد الآخر: { $when }
feed-slot-line = الموعد { $number }: { $when }

feed-weekday = { $weekday ->
    [mon] الاثنين
    [tue] الثلاثاء
    [wed] الأربعاء
    [thu] الخميس
    [fri] الجمعة
    [sat] السبت
   *[sun] الأحد
 }
feed-nth-weekday = { $nth ->
    [first] يوم { feed-weekday } الأول
    [second] يوم { feed-weekday } الثاني
    [third] يوم { feed-weekday } الثالث
    [fourth] يوم { feed-weekday } الرابع
    [fifth] يوم { feed-weekday } الخامس
   *[last] يوم { feed-weekday } الأخير
 }
feed-nth-day = اليوم { $day }
feed-rule-week = { $every ->
    [1] كل أسبوع، يوم { feed-weekday }
    [2] كل أسبوعين، يوم { feed-weekday }
    [few] كل { $every } أسابيع، يوم { feed-weekday }
   *[other] كل { $every } أسبوعًا، يوم { feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] كل شهر، في { feed-nth-day }
    [2] كل شهرين، في { feed-nth-day }
    [few] كل { $every } أشهر، في { feed-nth-day }
   *[other] كل { $every } شهرًا، في { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] كل شهر، { feed-nth-weekday }
    [2] كل شهرين، { feed-nth-weekday }
    [few] كل { $every } أشهر، { feed-nth-weekday }
   *[other] كل { $every } شهرًا، { feed-nth-weekday }
 }
feed-rule-rare = { $rule } (إن وُجد)
feed-hours-in = { $range }، { $place }
feed-when-rule = متى: { $rule }، { $hours }، حتى { $last }
feed-then-once = ثم في { $first }: { $hours }
feed-then-rule = ابتداءً من { $first }: { $rule }، { $hours }
feed-then-dates = ابتداءً من { $first }: في تواريخ متفرقة، { $hours }
feed-new-hours = أوقات جديدة ابتداءً من { $from }؛ وكانت: { $before }
# One of several hours before, after the first.
feed-hours-then = ابتداءً من { $from } { $hours }

feed-agenda = جدول الأعمال:
feed-held-by = تنظيم: { $groups }
feed-registration-required = التسجيل (إلزامي): { $address }
feed-registration-optional = التسجيل (اختياري): { $address }
feed-languages = لغات الاجتماع: { $names }
feed-interpretation = الترجمة الشفوية: { $names }
feed-captions = عرض نصي آني
feed-documents = الوثائق:
feed-outcomes = التسجيلات والتقارير:
feed-participants = عدد المشاركين: { $count }

feed-name = IGF: { $what }
feed-about = اجتماعات مجتمع منتدى حوكمة الإنترنت
feed-about-group = اجتماعات المجموعة: { $group }
feed-about-meeting = اجتماع من التقويم المشترك لمنتدى حوكمة الإنترنت
feed-about-cut = { $about }. { $cut }
feed-cut = عدد الاجتماعات يفوق ما يتسع له تقويم واحد؛ اختر مجموعات أقل للحصول على الباقي.
feed-cut-since = عدد الاجتماعات يفوق ما يتسع له تقويم واحد: يبدأ هذا التقويم من { $since }؛ اختر مجموعات أقل للحصول على الباقي.
feed-cut-until = عدد الاجتماعات يفوق ما يتسع له تقويم واحد: ينتهي هذا التقويم في { $until }؛ اختر مجموعات أقل للحصول على الباقي.
feed-cut-within = عدد الاجتماعات يفوق ما يتسع له تقويم واحد: يمتد هذا التقويم من { $since } إلى { $until }؛ اختر مجموعات أقل للحصول على الباقي.
feed-name-region = المنطقة: { $values }
feed-name-topic = الموضوع: { $values }
feed-name-language = اللغة: { $values }
feed-name-words = كلمات البحث: «{ $words }»
feed-name-recording = مع تسجيل
feed-name-past-all = جميع الاجتماعات السابقة
feed-name-past-days = { $count ->
    [one] اليوم الماضي ({ $count })
    [two] اليومان الماضيان ({ $count })
    [few] { $count } أيام مضت
   *[other] { $count } يومًا مضت
 }
feed-name-past-weeks = { $count ->
    [one] الأسبوع الماضي ({ $count })
    [two] الأسبوعان الماضيان ({ $count })
    [few] { $count } أسابيع مضت
   *[other] { $count } أسبوعًا مضت
 }
feed-name-past-months = { $count ->
    [one] الشهر الماضي ({ $count })
    [two] الشهران الماضيان ({ $count })
    [few] { $count } أشهر مضت
   *[other] { $count } شهرًا مضت
 }
feed-name-past-years = { $count ->
    [one] السنة الماضية ({ $count })
    [two] السنتان الماضيتان ({ $count })
    [few] { $count } سنوات مضت
   *[other] { $count } سنة مضت
 }
