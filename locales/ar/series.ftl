### Said of series, parts and slots: in forms, lists and on pages.

field-held = كم مرة يُعقد؟
held-once = مرة واحدة
held-parts = على أجزاء، لكل جزء ساعاته
held-slots = أكثر من مرة لمناطق زمنية مختلفة، ويُختار أحد المواعيد
held-series = بصفة متكررة: سلسلة اجتماعات
error-held-one-needs-times = لعقده أكثر من مرة، يرجى اختيار «في تاريخ محدد وفي ساعة محددة» أعلاه

post-dates-parts = الأجزاء الأخرى
post-dates-slots = المواعيد الأخرى المتاحة
post-dates-series = في أي تواريخ؟
dates-first = الموعد الأول:
dates-first-change = تعديل الموعد الأول
dates-part = الجزء { $number }
dates-slot = الموعد { $number }
post-sittings-hint = لا تُحتسب الصفوف الفارغة. وإذا كان وقت الانتهاء قبل وقت البدء فهو في اليوم التالي.
post-also-date-hint = يُترك فارغًا إذا كان في تاريخ الموعد الأول نفسه.
post-also-zone-hint = يُترك فارغًا إذا كان بتوقيت الموعد الأول نفسه.
post-add-part = إضافة جزء آخر
post-add-slot = إضافة موعد آخر
field-also_date = التاريخ
field-also_day = المواعيد الأخرى: اليوم
field-also_month = المواعيد الأخرى: الشهر
field-also_year = المواعيد الأخرى: السنة
field-also_start_time = وقت البدء
field-also_end_time = وقت الانتهاء
field-also_zone = المنطقة الزمنية أو المدينة
field-also_fold = المرة الأولى أو الثانية (المواعيد الأخرى)
error-also_start_time-too-few = يرجى إدخال ساعات موعد آخر على الأقل

field-step = كيف يتكرر؟
series-weekday = { $weekday ->
    [mon] الاثنين
    [tue] الثلاثاء
    [wed] الأربعاء
    [thu] الخميس
    [fri] الجمعة
    [sat] السبت
   *[sun] الأحد
 }
series-nth-weekday = { $nth ->
    [1] يوم { series-weekday } الأول
    [2] يوم { series-weekday } الثاني
    [3] يوم { series-weekday } الثالث
    [4] يوم { series-weekday } الرابع
   *[5] يوم { series-weekday } الخامس (إن وُجد)
 }
series-week = { $every ->
    [1] كل أسبوع، يوم { series-weekday }
    [2] كل أسبوعين، يوم { series-weekday }
    [few] كل { $every } أسابيع، يوم { series-weekday }
   *[other] كل { $every } أسبوعًا، يوم { series-weekday }
 }
series-month = { $every ->
    [1] كل شهر
    [2] كل شهرين
    [few] كل { $every } أشهر
   *[other] كل { $every } شهرًا
 }
series-month-weekday = { series-month }، { series-nth-weekday }
series-month-last-weekday = { series-month }، يوم { series-weekday } الأخير
series-month-day = { series-month }، في اليوم { $day ->
    [29] 29 (إن وُجد)
    [30] 30 (إن وُجد)
    [31] 31 (إن وُجد)
   *[other] { $day }
 }
series-listed = في تواريخ أذكرها
series-on-dates = في عدة تواريخ
field-every = كل كم أسبوع أو شهر؟
post-every-hint = 1 لكل أسبوع أو شهر، و2 لكل أسبوعين أو شهرين، و12 على الأكثر. وتركه فارغًا يعني 1.
field-ends = متى تنتهي السلسلة؟
ends-count = بعد عدد من المواعيد
ends-until = في يوم محدد
field-count = ما عدد المواعيد؟
post-count-hint = من 2 إلى 120، خلال 24 شهرًا.
field-until_date = آخر يوم ممكن
field-until_day = آخر يوم في السلسلة: اليوم
field-until_month = آخر يوم في السلسلة: الشهر
field-until_year = آخر يوم في السلسلة: السنة
post-until-hint = بعد الموعد الأول بما لا يتجاوز 24 شهرًا.
field-dates = التواريخ
post-listed-hint = تاريخ واحد في كل سطر، مثلًا 13 3 2018 أو 2018-03-13. والموعد الأول مدرج بالفعل.
field-confirm_date = مواعيد مقررة مبدئيًا ابتداءً من هذا اليوم
field-confirm_day = مبدئيًا ابتداءً من: اليوم
field-confirm_month = مبدئيًا ابتداءً من: الشهر
field-confirm_year = مبدئيًا ابتداءً من: السنة
post-confirm-hint = إذا لم يكن مؤكدًا أن الاجتماعات ستستمر كل هذه المدة: تظهر المواعيد التالية على أنها غير مؤكدة، وسيُطلب منكم تأكيد انعقادها.

post-occurrences-title = مراجعة جميع التواريخ
post-occurrences-intro = عدد المواعيد: { $count }. يرجى وضع علامة أمام التواريخ التي لا يُعقد فيها الاجتماع. وإذا كان أحدها في وقت آخر فيرجى ذكره، وما يُترك فارغًا يبقى كالمعتاد.
field-skip = لا يُعقد في هذا التاريخ
dates-other-time = تاريخ آخر أو وقت آخر
field-moved_from = مواعيد في وقت آخر
field-moved_date = التاريخ
field-moved_start_time = البدء
field-moved_end_time = الانتهاء
dates-shift = من هنا فصاعدًا { $time } UTC: تغيير الساعة في { $place }
dates-skipped = لا يُعقد في هذا التاريخ
dates-instead-of = نُقل من { $date }
dates-other-hours = في ساعات غير المعتادة
dates-planned = مقرر مبدئيًا، ولم يُؤكَّد بعد
dates-in-parts = عدد الأجزاء: { $count }
dates-choose = عدد المواعيد بجدول الأعمال نفسه: { $count }. يُختار أحدها
dates-count = { $count ->
    [zero] لا مواعيد
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدًا
   *[other] { $count } موعد
 }
dates-more = { $count ->
    [zero] لا مواعيد أخرى
    [one] موعد آخر
    [two] موعدان آخران
    [few] { $count } مواعيد أخرى
    [many] { $count } موعدًا آخر
   *[other] { $count } موعد آخر
 }

check-change-dates = تعديل التواريخ
check-change-single = حذف تواريخ بعينها أو نقلها
check-echo-first = الموعد الأول في أماكن أخرى

problem-too-few = { $field }: الحد الأدنى هو { $least }
problem-not-a-number = { $field }: يرجى إدخال عدد صحيح من { $least } إلى { $most }
problem-too-many-months = { $field }: الحد الأقصى لمدة السلسلة بالأشهر هو { $limit }
problem-over-a-day = { $field }: يجب أن ينتهي في اليوم نفسه أو في الليلة التالية له. وإذا امتد عدة أيام، يرجى اختيار الأجزاء
problem-unreadable-date = { $field }: «{ $text }» ليس تاريخًا. يرجى كتابة اليوم والشهر والسنة، مثل 13 3 2018
problem-overlap = { $field }: هذا الوقت يتعارض مع موعد آخر
problem-not-the-last-weekday = { $field }: التاريخ الأول ليس الأخير من نوعه بين أيام الأسبوع في شهره
problem-no-such-date = { $field }: لا موعد في { $date }
problem-one-needs-times = { $field }: لا بد من ساعات للموعد الواحد من السلسلة
problem-has-begun = { $field }: عُقد جزء من السلسلة بالفعل، فيجب أن تبقى سلسلة ذات ساعات
problem-too-early = { $field }: يرجى إدخال { $day } أو تاريخ لاحق؛ فما عُقد قبل ذلك يبقى كما هو
error-step-missing = يرجى اختيار كيفية التكرار
error-ends-missing = يرجى اختيار موعد انتهاء السلسلة
error-count-missing = يرجى إدخال عدد المواعيد
error-until_date-missing = يرجى إدخال آخر يوم ممكن
error-dates-too-few = يرجى ذكر تاريخ واحد على الأقل غير الأول
error-count-too-few = الحد الأدنى لعدد المواعيد هو { $least }
error-until_date-too-few = الحد الأدنى لعدد المواعيد حتى ذلك اليوم هو { $least }
error-skip-too-few = يجب أن يبقى موعد واحد على الأقل

confirm-question = هل ما زلتم تجتمعون في هذه المواعيد؟
confirm-planned = المواعيد ابتداءً من { $date } مقررة مبدئيًا فقط. يرجى إبلاغ الأمانة إن كنتم ستجتمعون.
confirm-yes = نعم، ما زلنا نجتمع
confirm-no = لا، أو في مواعيد أخرى
meeting-all-dates = جميع المواعيد
problem-was-held = انعقد هذا الاجتماع في { $date }. لا يمكن إضافة سوى نتائجه: التسجيلات والتقارير وعدد المشاركين.
dates-past = { $count ->
    [zero] لا مواعيد سابقة
    [one] موعد سابق
    [two] موعدان سابقان
    [few] { $count } مواعيد سابقة
    [many] { $count } موعدًا سابقًا
   *[other] { $count } موعد سابق
 }
