### The desk’s page of one entry, editing with approval, and the private page that tells posters what happened.

review-jump = الانتقال إلى القرار
review-aside = القرار والملاحظات
review-since-read = منذ القراءة الأخيرة
review-since-read-intro = قرار { $reviewer } في { $when }: { $verdict }. ما اختلف منذ ذلك الحين:
review-then-read = عند القراءة
review-hosts = إلى أين تقود الروابط
review-host-same = { $host }: كما كان من قبل.
review-host-used =
    { $count ->
        [one] { $host }: سبق أن استعملته { $group } لاجتماع آخر واحد.
        [two] { $host }: سبق أن استعملته { $group } لاجتماعين آخرين.
        [few] { $host }: سبق أن استعملته { $group } لعدد من الاجتماعات الأخرى: { $count }.
        [many] { $host }: سبق أن استعملته { $group } لعدد من الاجتماعات الأخرى: { $count }.
       *[other] { $host }: سبق أن استعملته { $group } لعدد من الاجتماعات الأخرى: { $count }.
    }
review-host-first = { $host }: لا يوجد ما يقارَن به، فليس في التقويم رابط آخر يخص { $group }.
review-host-new = { $host } جديد على { $group }. كانت الروابط حتى الآن تقود إلى: { $known }
review-preview-in = لغة المعاينة
review-reads = اللغة التي تُقرأ بها الرسالة: { $language }
review-ready = سبب جاهز
review-ready-fill = إدراجه في النص
review-claim-take = أتولّى هذا الطلب
review-claim-own = تتولّى هذا الطلب منذ { $since }
review-claim-other = يتولّى { $name } هذا الطلب منذ { $since }
review-claim-let-go = التخلّي عنه
review-notes-title = ملاحظات داخلية
review-notes-hint = لا يراها إلا الأمانة.
review-note = إضافة ملاحظة
review-note-button = إضافة
review-note-missing = يرجى كتابة الملاحظة أولًا
review-note-too-long = الحد الأقصى هو 1000 حرف
review-kept = ما كتبته قبل انتهاء جلستك مذكور أدناه، ولم يُرسل بعد.
review-outside-kept = لم يضع ما كتبته. يُحفظ ليوم واحد ويعود إليك فور دخولك.
review-typed = ما أدخلته
review-nothing-waits = لم يعد شيء من هذا الطلب ينتظر قرارًا، فلا يوجد ما يوافَق عليه.

amend-title = تعديل وموافقة
amend-back = العودة إلى الطلب
amend-jump = الانتقال إلى الزر
amend-hint = تُبلَّغ الجهة المرسِلة بما عدّلته.
amend-look = عرض تعديلاتك
amend-changes = تعديلاتك
amend-nothing = لا شيء حتى الآن.
amend-moved-on = أُرسلت في هذه الأثناء نسخة أحدث، ولم يُنشر شيء. أدناه تلك النسخة مع تعديلاتك؛ يرجى النظر فيها مرة أخرى والموافقة عليها.
amend-theirs = ما عدّلته النسخة الأحدث
amend-dates = يُعقد الاجتماع عدة مرات. تُعدَّل مواعيده خطوة خطوة بالزر الوارد أسفل هذا النموذج.
amend-dates-button = تعديل المواعيد

ready-reason-link = الرابط لا يعمل
    .text = رابط الانضمام لا يفتح أو يقود إلى شيء آخر. يرجى التحقق منه وإرسال الاجتماع من جديد.
ready-reason-dates = النص والتاريخ لا يتفقان
    .text = يذكر العنوان أو الوصف تاريخًا أو وقتًا غير الوارد في النموذج. يرجى تصحيح الخطأ وإرسال الاجتماع من جديد.
ready-reason-unclear = الموضوع غير واضح
    .text = لا يتضح من العنوان والوصف موضوع الاجتماع ولا لمن هو. يرجى إضافة جملة أو جملتين وإرساله من جديد.
ready-reason-group = تعقده مجموعة أخرى
    .text = يبدو أن الاجتماع لا تعقده المجموعة التي اخترتها. يرجى اختيار المجموعة التي تعقده وإرساله من جديد.
ready-reason-twice = موجود في التقويم
    .text = هذا الاجتماع موجود في التقويم. لتعديله يرجى استعمال العنوان الخاص الذي ورد معه.
ready-reason-not-ours = ليس من اجتماعات المجتمع
    .text = هذا التقويم مخصص لاجتماعات مجتمع منتدى حوكمة الإنترنت، ويبدو أن هذا الاجتماع ليس منها.

private-waits = ما ينتظر قرار الأمانة
private-as-readers = عرضه كما سيظهر للقراء
private-published = ما هو منشور في التقويم
private-story = ما جرى حتى الآن
private-sent = أرسله { $who } في { $when }.
private-decided = قرار الأمانة في { $when }: { $verdict }.
private-taken-back = استرددته في { $when }.
private-part = صار جزءًا مما أُرسل لاحقًا.
private-waiting = لم يُتخذ قرار بشأنه بعد.
private-desk-changed = ما عدّلته الأمانة:
private-withdrawn = أزالت الأمانة الاجتماع من التقويم في { $when }.

audit-act-note = ملاحظة داخلية
audit-act-claim = تولّي الطلب
audit-act-let-go = التخلّي عن الطلب
audit-act-edit-and-approve = تعديل وموافقة
