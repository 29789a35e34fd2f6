### Said in mail, and on the pages that mail leads to.

mail-subject-received = وصلنا طلبكم: { $title }
mail-subject-published = على التقويم: { $title }
mail-subject-cancelled = أُلغي: { $title }
mail-subject-changes-requested = يرجى تعديل طلبكم: { $title }
mail-subject-rejected = لم يُدرج في التقويم: { $title }
mail-subject-withdrawn = سُحب من التقويم: { $title }
mail-subject-changed-by-desk = عدّلته الأمانة: { $title }
mail-subject-still-missing = ما زالت معلومات ناقصة: { $title }
mail-subject-still-meeting = هل ما زال يُعقد؟ { $title }
mail-subject-digest =
    { $count ->
        [zero] لا طلبات تنتظر المراجعة
        [one] طلب واحد ينتظر المراجعة
        [two] طلبان ينتظران المراجعة
        [few] { $count } طلبات تنتظر المراجعة
        [many] { $count } طلبًا ينتظر المراجعة
       *[other] { $count } طلب ينتظر المراجعة
    }
mail-subject-urgent = يبدأ خلال 24 ساعة وينتظر المراجعة: { $title }

mail-says-received = شكرًا لكم. تقرأ الأمانة كل طلب قبل إدراجه في التقويم، ويستغرق ذلك عادةً يومي عمل. وسنكتب إليكم فور اتخاذ القرار.
mail-says-published = أصبح طلبكم مدرجًا في التقويم. يمكن للجميع الاطلاع عليه، ويصل إلى المشتركين في التقويم.
mail-says-cancelled = يبيّن التقويم الآن أن هذا الاجتماع أُلغي. ويرى ذلك أيضًا المشتركون في التقويم.
mail-says-changes-requested = تطلب منكم الأمانة تعديل طلبكم قبل إدراجه في التقويم. وكل ما أدخلتموه محفوظ.
mail-says-rejected = قررت الأمانة عدم إدراج هذا الطلب في التقويم.
mail-says-withdrawn = سحبت الأمانة هذا الاجتماع من التقويم.
mail-says-changed-by-desk = عدّلت الأمانة طلبكم. ويبيّن التقويم الآن ما يلي:
mail-says-still-missing = اقترب موعد الاجتماع، وما زال التقويم ينقصه ما يلزم للمشاركة: الرابط أو المكان أو التاريخ. يرجى إضافته.
mail-says-still-meeting = ما زالت هذه السلسلة مدرجة في التقويم. إذا كانت مستمرة كما أُعلن فلا يلزمكم شيء، إلا إذا بيّن التقويم أن تواريخها تنتظر التأكيد. وإذا تغيّرت أو انتهت فيرجى إبلاغنا.
mail-says-digest =
    { $count ->
        [zero] لا طلبات تنتظر القرار.
        [one] طلب واحد ينتظر القرار:
        [two] طلبان ينتظران القرار:
        [few] { $count } طلبات تنتظر القرار. أقربها موعدًا:
        [many] { $count } طلبًا ينتظر القرار. أقربها موعدًا:
       *[other] { $count } طلب ينتظر القرار. أقربها موعدًا:
    }
mail-says-urgent = ينتظر هذا الطلب القرار، ويبدأ الاجتماع خلال 24 ساعة.

mail-reason = كتبت الأمانة:
mail-title = العنوان
mail-group = الجهة المنظِّمة
mail-when = الموعد
mail-when-exact = { $date }: { $clocks }
mail-when-more =
    { $count ->
        [zero] { $first }
        [one] { $first } (وتاريخ آخر)
        [two] { $first } (وتاريخان آخران)
        [few] { $first } (و{ $count } تواريخ أخرى)
        [many] { $first } (و{ $count } تاريخًا آخر)
       *[other] { $first } (و{ $count } تاريخ آخر)
    }
mail-reference = الرقم المرجعي
mail-line = { $title } ({ $group }): { $starts }
mail-more =
    { $count ->
        [zero] ولا شيء غيرها.
        [one] وطلب آخر.
        [two] وطلبان آخران.
        [few] و{ $count } طلبات أخرى.
        [many] و{ $count } طلبًا آخر.
       *[other] و{ $count } طلب آخر.
    }
mail-fact = { $name }: { $value }
mail-way = { $words }:
mail-see = الاطلاع عليه في التقويم
mail-desk = الانتقال إلى مساحة العمل
mail-review = مراجعته
mail-change-received = الاطلاع على الطلب أو تعديله
mail-change-published = تعديله لاحقًا
mail-change-cancelled = تعديله لاحقًا
mail-change-changes-requested = تعديل الطلب
mail-change-rejected = الاطلاع على الطلب
mail-change-withdrawn = الاطلاع على الطلب
mail-change-changed-by-desk = تعديله مرة أخرى
mail-change-still-missing = إضافة ما ينقص
mail-change-still-meeting = التأكيد أو التعديل
mail-attached = الاجتماع مرفق في ملف تفتحه برامج التقويم.
mail-keep-private = يرجى عدم إعادة توجيه هذه الرسالة: فمن لديه العنوان الخاص الوارد فيها يستطيع تعديل الطلب.
mail-why = تصلكم هذه الرسالة لأن عنوانكم ورد في طلب من طلبات { $calendar }.
mail-why-desk = تصلكم هذه الرسالة لأنكم تراجعون طلبات { $calendar }.
mail-stop = عدم إرسال تذكيرات أخرى

stop-title = لا مزيد من التذكيرات
stop-intro = اضغطوا على الزر فلا تصل إلى { $address } تذكيرات أخرى من هذا التقويم. وستظل تصلكم القرارات بشأن طلباتكم.
stop-button = عدم إرسال تذكيرات أخرى
stop-done = تم. لن تصل إلى هذا العنوان تذكيرات أخرى.
stop-unknown = انتهت صلاحية هذا العنوان أو أنه غير مكتمل.

desk-mail = البريد
letters-title = البريد
letters-off = لا يُرسل أي بريد: الإعداد mail.smtp_url فارغ. هذا ما كان سيُرسل.
letters-none = لم يُكتب شيء بعد.
letters-sent = أُرسل في { $when }
letters-given-up = تُرك في { $when }
letters-waits =
    { $count ->
        [0] ينتظر الإرسال، ليس قبل { $when }
        [1] محاولة واحدة؛ التالية في { $when }
       *[other] عدد المحاولات: { $count }؛ التالية في { $when }
    }
letters-meeting = الاطلاع على الطلب
letters-without-secrets = لا تظهر العناوين الخاصة هنا.
letter-kind-received = وصل
letter-kind-published = على التقويم
letter-kind-cancelled = أُلغي
letter-kind-changes-requested = طُلبت تعديلات
letter-kind-rejected = رُفض
letter-kind-withdrawn = سُحب
letter-kind-changed-by-desk = عدّلته الأمانة
letter-kind-still-missing = معلومات ناقصة
letter-kind-still-meeting = هل ما زال يُعقد؟
letter-kind-digest = ما ينتظر
letter-kind-urgent = عاجل
letters-refused = هذا العنوان لا يقبل البريد منذ { $when }: { $problem }
letter-kind-private-address = عناوين خاصة
mail-subject-private-address = عناوينكم الخاصة
mail-says-private-address = هذا عنوان خاص جديد لكل طلب من طلباتكم. وتبقى العناوين السابقة صالحة ما لم تُلغَ.

lost-title = العودة إلى طلباتكم
lost-link = هل فقدتم العنوان الخاص لطلب سابق؟
lost-intro = أدخلوا عنوان البريد الإلكتروني الوارد في طلباتكم. نرسل إليه عنوانًا خاصًا جديدًا لكل طلب، مرة في الساعة على الأكثر.
lost-button = إرسال عناويني الخاصة
lost-asked = إذا كانت هناك طلبات بهذا العنوان فإن رسالة فيها عناوين خاصة جديدة في طريقها إليه.
lost-no-mail = لا يرسل هذا التقويم بريدًا في الوقت الحاضر. يرجى سؤال الأمانة.
standing-renew-title = هل وصل هذا العنوان الخاص إلى أيدي غيركم؟
standing-renew = ألغوه مع سائر العناوين الخاصة لهذا الطلب. يُرسل عنوان جديد إلى العنوان الوارد في الطلب.
standing-renew-button = إلغاء وإرسال عنوان جديد
desk-renew = إلغاء عناوينه الخاصة وإرسال عنوان جديد إلى صاحب الطلب
