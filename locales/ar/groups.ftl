### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = الاسم السابق: { $name } (حتى { $until })
group-closed = أُغلقت هذه المجموعة بتاريخ { $date }. وتبقى اجتماعاتها هنا.
group-how-to-join = كيفية الانضمام
group-mailing-list = القائمة البريدية
group-contact = جهة الاتصال
group-until = حتى
groups-onward =
    { $count ->
        [zero] لا أسماء سابقة
        [one] اسم سابق واحد
        [two] اسمان سابقان
        [few] { $count } أسماء سابقة
        [many] { $count } اسمًا سابقًا
       *[other] { $count } اسم سابق
    }
group-continues-as = تواصل عملها باسم

## What can be wrong

problem-closed-group = { $field }: أُغلقت هذه المجموعة. يرجى اختيار مجموعة أخرى
problem-taken = { $field }: هذا الاسم مستخدم الآن أو استُخدم من قبل. يرجى اختيار اسم آخر

## Fields

field-slug = الاسم في العناوين
field-name = الاسم الكامل
field-acronym = الاسم المختصر
field-kind = نوع المجموعة
field-group_description = ما تقوم به المجموعة
field-how_to_join = كيفية الانضمام
field-mailing_list = القائمة البريدية
field-website = الموقع الإلكتروني
field-region = المنطقة
field-group_country = البلد
field-group_languages = اللغات
field-active_from = السنة أو الدورة الأولى
field-active_until = السنة أو الدورة الأخيرة
field-group_status = الحالة
field-source_url = مصدر هذه المعلومات
field-name_ar = العربية
field-name_en = الإنكليزية
field-name_es = الإسبانية
field-name_fr = الفرنسية
field-name_ru = الروسية
field-name_zh = الصينية
field-new_slug = الاسم الجديد في العناوين
field-new_name = الاسم الكامل الجديد
field-new_acronym = الاسم المختصر الجديد
field-into = تواصل عملها باسم
group-name-hint = لتصحيح خطأ. إذا اتخذت المجموعة اسمًا آخر فيمكن تغيير اسمها أدناه ليجدها القراء بالاسمين.
group-how-to-join-hint = ما على من يريد المشاركة أن يفعله.
group-mailing-list-hint = عنوان صفحتها أو البريد الإلكتروني الذي تُرسل إليه الرسائل.
group-contact-hint = يراهما القراء.
group-place-title = المكان واللغات
group-languages-hint = رموز اللغات وبينها فواصل، مثل en, fr, pt.
group-record-title = للسجل
group-cycle-hint = مثل 2016.
group-status-hint = بكلمات قليلة، مثل active.

## The desk’s lists

lists-new-group = إضافة مجموعة
lists-new-topic = إضافة موضوع
lists-back-to-groups = كل المجموعات
lists-back-to-topics = كل المواضيع
lists-search = الاسم الحالي أو السابق
lists-search-button = عرض
lists-all-kinds = كل الأنواع
lists-count =
    { $count ->
        [zero] لا مجموعات
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $count } مجموعات
        [many] { $count } مجموعة
       *[other] { $count } مجموعة
    }
lists-closed = مغلق
lists-past = منتهٍ
lists-next = التالي: { $when }
lists-last = الأخير: { $when }
lists-never = لا اجتماع في التقويم بعد
lists-formerly = الاسم السابق: { $name }
lists-add = إضافة
lists-save = حفظ
lists-slug-hint = أحرف لاتينية صغيرة وأرقام وواصلات. وتظل الأسماء السابقة تقود إلى هنا.
lists-as-readers = كما يراها القراء
lists-edit = تعديل المعلومات
lists-rename = تغيير الاسم
lists-rename-button = تغيير الاسم
lists-rename-group-intro = تقود الصفحات والخلاصات والمرشحات بالاسم السابق إلى الجديد، ويرى القراء الاسم السابق. وتستمر الاشتراكات كما هي.
lists-rename-topic-intro = تقود المرشحات والخلاصات بالاسم السابق إلى الجديد. أما الاسم الذي يراه القراء فيُعدّل أعلاه.
lists-merge-group = المواصلة ضمن مجموعة أخرى
lists-merge-topic = المواصلة ضمن موضوع آخر
lists-merge-group-intro = تصبح صفحتها وخلاصاتها واجتماعاتها للمجموعة الأخرى، ويرى القراء اسمها السابق لديها. ويمكن التراجع عن ذلك.
lists-merge-topic-intro = تُحسب الاجتماعات والمجموعات التي تحمله للموضوع الآخر من الآن فصاعدًا. ويمكن التراجع عن ذلك.
lists-merge-button = دمج
lists-merge-missing = يرجى اختيار ما تُواصَل ضمنه
lists-close-group = إغلاق هذه المجموعة
lists-close-topic = إغلاق هذا الموضوع
lists-close-group-intro = تصبح في آخر القوائم، ولا يمكن نشر اجتماع جديد لها. ويبقى ما عقدته.
lists-close-topic-intro = ما دام مغلقًا لا تعرضه النماذج. ويبقى لدى ما يحمله.
lists-reopen = إعادة الفتح
lists-reopen-group-intro = يمكن عندئذ نشر اجتماعات لها من جديد.
lists-topic-closed = أُغلق: { $date }
lists-waiting = طلبات جديدة لهذه المجموعة في الانتظار
lists-signpost = منذ { $since } يقود هذا الاسم إلى:
lists-separate = جعله مستقلًا من جديد
lists-separate-intro = عندئذ يعود إليه ما نُشر بهذا الاسم. أما ما نُشر بعد ذلك فيبقى حيث هو.
lists-meanwhile = غيّر شخص آخر هذا أثناء كتابتك، فلم يُحفظ شيء بعد. ما كتبه أدناه، وما كتبته أنت في النموذج. يرجى النظر في الاثنين ثم الحفظ من جديد.
lists-meanwhile-look = غيّر شخص آخر هذا في هذه الأثناء، فلم يُنفّذ شيء. وهو معروض كما هو الآن؛ يرجى النظر ثم الضغط من جديد.
lists-theirs = ما تغيّر في هذه الأثناء
lists-theirs-nothing = لا شيء
lists-theirs-contested = كتبت هنا شيئًا آخر؛ ونصك في النموذج.
lists-done-created = تمت الإضافة.
lists-done-saved = تم الحفظ.
lists-done-renamed = تم تغيير الاسم. وكل الأسماء السابقة تقود إلى هنا.
lists-done-merged = تم الدمج.
lists-done-separated = أصبح مستقلًا من جديد.
lists-done-closed = تم الإغلاق.
lists-done-reopened = أُعيد الفتح.
lists-done-meetings = تم. وما بقي من اجتماعات هذه المجموعة أدناه، إن وُجد.
topics-used = الاجتماعات: { $meetings }. المجموعات: { $groups }.

## How often a group meets

activity-title = الاجتماعات في السنة
activity-next = التالي
activity-last = الأخير
activity-none = لم يُعقد بعد شيء مما في التقويم.
activity-held =
    { $count ->
        [zero] لا اجتماعات
        [one] اجتماع واحد
        [two] اجتماعان
        [few] { $count } اجتماعات
        [many] { $count } اجتماعًا
       *[other] { $count } اجتماع
    }

## Meetings of a group that is closed

fates-title =
    { $count ->
        [zero] لا اجتماعات مقبلة
        [one] بقي اجتماع واحد مقبل
        [two] بقي اجتماعان مقبلان
        [few] بقيت { $count } اجتماعات مقبلة
        [many] بقي { $count } اجتماعًا مقبلًا
       *[other] بقي { $count } اجتماع مقبل
    }
fates-legend = مصير { $title }
fates-keep = إبقاء
fates-move = نقل إلى مجموعة أخرى
fates-cancel = إلغاء
fates-to = المجموعة التي تُنقل إليها الاجتماعات
fates-to-missing = يرجى اختيار المجموعة التي تُنقل إليها الاجتماعات
fates-reason = سبب إلغاء الاجتماعات
fates-reason-hint = يراه القراء ومن نشر الاجتماع.
fates-reason-missing = يرجى كتابة سبب إلغاء الاجتماعات
fates-button = تنفيذ
fates-waits = هناك تعديل على هذا الاجتماع في الانتظار. يرجى البت فيه أولًا.
