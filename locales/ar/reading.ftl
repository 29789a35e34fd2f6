### Said to readers: listings, meetings, feeds.

upcoming-title = الاجتماعات المقبلة
upcoming-intro = اجتماعات التحالفات الدينامية، ومنتديات أفضل الممارسات، وشبكات السياسات، والفريق الاستشاري المتعدد أصحاب المصلحة، والمنتديات الوطنية والإقليمية ومنتديات الشباب لحوكمة الإنترنت. وكلها مدرجة هنا ليتسنى لأي شخص الانضمام إليها.
past-title = الاجتماعات السابقة
past-intro = ما عُقد من اجتماعات، مع التسجيلات والملخصات والنصوص الحرفية متى أضافتها المجموعات.
past-years = السنوات
past-without-date = اليوم غير مدوَّن
past-count =
    { $count ->
        [zero] لا اجتماعات في عام { $year }
        [one] اجتماع واحد في عام { $year }
        [two] اجتماعان في عام { $year }
        [few] { $count } اجتماعات في عام { $year }
        [many] { $count } اجتماعًا في عام { $year }
       *[other] { $count } اجتماع في عام { $year }
    }
empty-title = لا يوجد شيء في التقويم بعد
empty-text = تضيف المجموعات اجتماعاتها بالزر أدناه. وتتحقق الأمانة من كل اجتماع وتدرجه هنا، فيصل إلى جميع المشتركين.
list-count =
    { $count ->
        [zero] لا اجتماعات
        [one] اجتماع واحد
        [two] اجتماعان
        [few] { $count } اجتماعات
        [many] { $count } اجتماعًا
       *[other] { $count } اجتماع
    }
list-date-to-be-confirmed = التاريخ غير مؤكد بعد
list-nothing-coming = لا يوجد اجتماع مقبل مطابق. الاجتماعات التي سبقت موجودة هنا:
list-has-recording = تسجيل الاجتماع متاح
list-clock = التوقيت: { $place }
subscribe-to-this = الاشتراك في هذه القائمة
join = الانضمام
join-which = الانضمام: { $title }
join-heading = الانضمام إلى هذا الاجتماع
join-ways = طرق الانضمام
join-at = الانضمام: { $label }
join-leads-to = هذا الرابط يؤدي إلى
join-does-not-take-place = لن يُعقد هذا الاجتماع في هذا الموعد.
join-is-over = انتهى هذا الاجتماع.
join-all-details = جميع تفاصيل هذا الاجتماع
add-to-calendar = الإضافة إلى تقويمي
add-date-to-calendar = إضافة هذا الموعد إلى تقويمي
add-series-to-calendar = إضافة السلسلة كاملة إلى تقويمي
meeting-post-next = إضافة الاجتماع التالي
filter-label = تصفية
filter-kind = نوع المجموعة
filter-group = المجموعة
filter-topic = الموضوع
filter-mode = افتراضي أو حضوري
filter-words = كلمات البحث
filter-recording = مع تسجيل
filter-any = الكل
filter-button = عرض
filter-clear = عرض الكل
paging-label = الصفحات
paging-previous = الصفحة السابقة
paging-next = الصفحة التالية
paging-where = الصفحة { $page } من { $pages }

kind-secretariat = أمانة منتدى حوكمة الإنترنت
kind-mag = الفريق الاستشاري المتعدد أصحاب المصلحة
kind-mag-working-group = الأفرقة العاملة التابعة للفريق الاستشاري
kind-dc-coordination-group = تنسيق التحالفات الدينامية
kind-dynamic-coalition = التحالفات الدينامية
kind-best-practice-forum = منتديات أفضل الممارسات
kind-policy-network = شبكات السياسات
kind-intersessional-other = أعمال أخرى فيما بين الدورات
kind-nri-regional = المنتديات الإقليمية لحوكمة الإنترنت
kind-nri-subregional = المنتديات دون الإقليمية لحوكمة الإنترنت
kind-nri-national = المنتديات الوطنية لحوكمة الإنترنت
kind-nri-youth = منتديات الشباب لحوكمة الإنترنت

mode-virtual = افتراضي
mode-face-to-face = حضوري
mode-hybrid = هجين
mode-in-town = { $mode }: { $town }

status-confirmed = مؤكد
status-tentative = مبدئي
status-postponed = مؤجل
status-moved-online = أصبح افتراضيًا
status-cancelled = ملغى
badge-date-to-be-confirmed = التاريخ غير مؤكد بعد

link-kind-document = وثيقة
link-kind-agenda = جدول الأعمال
link-kind-recording = تسجيل الاجتماع
link-kind-summary = تقرير موجز
link-kind-transcript = نص حرفي
link-kind-slides = شرائح العرض

when-from-to = { $date }، { $start } – { $end }
when-from-to-days = { $start } – { $end }
when-at = { $date }، { $time }
when-row = { $clock } بتوقيت { $place }
when-row-other-day = { $clock } بتوقيت { $place }، { $date }
when-all-day = لم تُحدَّد الساعات
when-local-days = بالتوقيت المحلي: { $place }
when-hours-not-given = لم تُحدَّد الساعات.
when-hours-not-given-in = لم تُحدَّد الساعات. والأيام بالتوقيت المحلي: { $place }.
when-end-not-given = لم يُحدَّد وقت الانتهاء.
when-last-hour-not-given = لم تُحدَّد ساعة انتهاء اليوم الأخير.
when-date-to-be-confirmed = التاريخ غير مؤكد بعد.
when-date-unknown = التاريخ غير مؤكد بعد
when-early = أوائل { $month }
when-middle = منتصف { $month }
when-late = أواخر { $month }
when-between = بين { $earliest } و{ $latest }

meeting-when = الموعد
meeting-how = كيفية المشاركة
meeting-what = موضوع الاجتماع
meeting-agenda = جدول الأعمال
meeting-documents = الوثائق
meeting-outcomes = التسجيلات والتقارير
meeting-contact = جهة الاتصال
meeting-category = مدرج تحت:
meeting-past-reason = سبب الإضافة بعد الموعد:
meeting-source = المصدر:
meeting-reference = المرجع { $reference }، آخر تعديل في { $date }
access-passcode = رمز الدخول:
access-dial-in = عبر الهاتف:
access-by-telephone = عبر الهاتف
access-at-registration = يُرسَل رابط الانضمام إلى كل من سجّل اسمه.
access-to-follow = سيُضاف رابط الانضمام هنا لاحقًا.
access-not-recorded = طريقة الانضمام غير مدوَّنة.
venue-to-follow = سيُعلَن مكان الانعقاد لاحقًا.
registration = التسجيل:
registration-required = التسجيل إلزامي:
said-topics = المواضيع:
said-languages = لغات الاجتماع:
said-interpretation = الترجمة الشفوية إلى:
captioning-offered = مع عرض نصي آني.

groups-title = المجموعات
groups-intro =
    { $count ->
        [zero] لا توجد مجموعات بعد.
        [one] مجموعة واحدة من مجتمع المنتدى.
        [two] مجموعتان من مجتمع المنتدى، حسب النوع.
        [few] { $count } مجموعات من مجتمع المنتدى، حسب النوع.
        [many] { $count } مجموعة من مجتمع المنتدى، حسب النوع.
       *[other] { $count } مجموعة من مجتمع المنتدى، حسب النوع.
    }
groups-past =
    { $count ->
        [zero] لا مجموعات انتهى عملها
        [one] مجموعة واحدة انتهى عملها
        [two] مجموعتان انتهى عملهما
        [few] { $count } مجموعات انتهى عملها
        [many] { $count } مجموعة انتهى عملها
       *[other] { $count } مجموعة انتهى عملها
    }
group-website = الموقع الإلكتروني
group-region = المنطقة
group-languages = اللغات
group-topics = المواضيع
group-since = منذ
group-status = الحالة
group-source = المصدر
group-subscribe = الاشتراك في اجتماعات هذه المجموعة
group-nothing-coming = ليس لهذه المجموعة حاليًا أي اجتماع في التقويم.
group-all-past = جميع الاجتماعات السابقة لهذه المجموعة

subscribe-title = الاشتراك
subscribe-intro = يكفي الاشتراك مرة واحدة لتظهر جميع الاجتماعات وتغييراتها في تقويمك الخاص وبتوقيتك المحلي.
subscribe-choose = 1. اختيار المطلوب
subscribe-address = 2. الاشتراك
subscribe-copy = عنوان تقويمك (للنسخ)
subscribe-open = الفتح في تطبيق التقويم
subscribe-where = 3. أو إدراج العنوان في التطبيق يدويًا
subscribe-google = على الحاسوب: «تقاويم أخرى»، ثم علامة الجمع، ثم «من عنوان URL»، ثم لصق العنوان.
subscribe-apple = فتح العنوان مباشرة، أو: «التقاويم»، ثم «إضافة تقويم»، ثم «إضافة تقويم اشتراك»، ثم لصق العنوان.
subscribe-outlook = «إضافة تقويم»، ثم «الاشتراك من الويب»، ثم لصق العنوان.
subscribe-thunderbird = «تقويم جديد»، ثم «على الشبكة»، ثم لصق العنوان.
subscribe-android = تثبيت ICSx⁵، ثم ضغط علامة الجمع، ثم لصق العنوان.
subscribe-delay = لكل تطبيق وتيرته في البحث عن التغييرات: Apple وThunderbird خلال ساعات، وGoogle خلال يوم. ويمر رابط الانضمام في كل موعد عبر هذا التقويم، فيبقى محدَّثًا دائمًا.
subscribe-programs = للمبرمجين: واجهة برمجة التطبيقات (API) للتقويم (بالإنجليزية)

one-part = الجزء { $number } من { $of }
one-slot = الموعد { $number } من { $of }: اختر واحدًا
one-of-series = ضمن سلسلة اجتماعات
meeting-parts = متى: على عدة أجزاء ({ $count })
meeting-slots = متى: يُعقد أكثر من مرة ({ $count })، اختر موعدًا واحدًا
meeting-part = الجزء { $number }
meeting-slot = الموعد { $number }
group-all-coming = جميع الاجتماعات القادمة لهذه المجموعة

refused-title = يطلب هذا العنوان شيئًا غير موجود هنا
refused-name = لا يمكن طلب «{ $name }» هنا.
refused-value = «{ $value }» ليست قيمة من قيم «{ $name }».
refused-names = ما يمكن طلبه: { $values }.
refused-no-names = لا يمكن طلب أي شيء هنا غير العنوان نفسه.
refused-values = قيمه هي: { $values }.
refused-group = قيمته الاسم القصير لمجموعة أو اختصارها كما في قائمة المجموعات.
refused-language = قيمته رمز لغة: en, fr, pt-BR.
refused-number = قيمته عدد يبدأ من 1.
refused-year = قيمته سنة: 2018.
refused-date = قيمته تاريخ: 2018-04-10.
refused-past = قيمته عدد أيام أو أسابيع أو أشهر أو سنوات (90d, 12w, 18m, 2y) أو all.
refused-without = الصفحة نفسها من دونه
