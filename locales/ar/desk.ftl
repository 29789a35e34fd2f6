### Said to those who review what was posted.

desk-title = مساحة العمل
desk-outside-title = مساحة عمل الأمانة
desk-outside = لم يُسجَّل دخولك أو انتهت جلستك. تدخل الأمانة بعنوان يُستعمل مرة واحدة. وتُنشئه الجهة المشغِّلة للخادم بالأمر التالي:
desk-enter-title = الدخول إلى مساحة العمل
desk-enter-intro = يُستعمل هذا العنوان مرة واحدة.
desk-enter-closed = هذا العنوان سبق استعماله أو انتهت صلاحيته. وتُنشئ الجهة المشغِّلة للخادم عنوانًا جديدًا بالأمر التالي:
desk-enter-button = دخول
desk-name = اسمك
desk-name-hint = يظهر لزملائك إلى جانب قراراتك.
desk-name-missing = يرجى إدخال اسمك
desk-leave = خروج
desk-count =
    { $count ->
        [0] لا شيء ينتظر قرارًا.
        [one] طلب واحد ينتظر قرارًا.
        [two] طلبان ينتظران قرارًا.
        [few] { $count } طلبات تنتظر قرارًا.
        [many] { $count } طلبًا ينتظر قرارًا.
       *[other] { $count } طلب ينتظر قرارًا.
    }
desk-nothing = تظهر الطلبات الجديدة هنا فور إرسالها.
desk-sent = مُرسَل من { $poster } في { $when }
desk-is-edit = تعديل اجتماع منشور
desk-published = منشور
desk-not-taken = لم يُسجَّل قرارك
desk-already-decided = سبق قرارك قرار من { $reviewer }: { $verdict }، في { $when }.
desk-superseded = أُرسلت في هذه الأثناء نسخة أحدث، وهي معروضة هنا.
desk-taken-back = استرد المُرسل هذا في هذه الأثناء، فلا يوجد ما يُبت فيه.
desk-held-meanwhile = انعقد جزء من هذه السلسلة منذ إرسال التغيير، فلا يمكن أن تصبح اجتماعًا بلا ساعات. اطلب من المجموعة إنهاء السلسلة.
desk-held-while-reading = انعقد موعد آخر من هذه السلسلة أثناء قراءتك، فما سيُنشر يختلف عما ذكرته هذه الصفحة. المحتوى الحالي معروض أدناه؛ يرجى اتخاذ القرار من جديد.
desk-adapted =
    { $count ->
        [one] منذ إرسال هذا التغيير انعقد هذا الموعد: { $dates }. يبقى كما كان، وما سيُنشر معروض أدناه.
       *[other] منذ إرسال هذا التغيير انعقدت هذه المواعيد: { $dates }. تبقى كما كانت، وما سيُنشر معروض أدناه.
    }
desk-changes = ما سيتغير
desk-field = الحقل
desk-before = الآن
desk-after = بعد التعديل
desk-as-readers = كما سيظهر للقراء
desk-notes = ملاحظات مرفقة (لا تُنشر)
desk-decide = قرارك
desk-approve = الموافقة والنشر
desk-ask = طلب تعديلات
desk-reject = الرفض
desk-withdraw = إزالته من التقويم
desk-withdraw-hint = يختفي من الصفحات ومن الاشتراكات. إذا كان الاجتماع لن يُعقد، فعدّله واختر «أُلغي» ليعلم المشاركون بذلك.
desk-withdraw-button = إزالة
desk-withdrawn = أُزيل من التقويم بواسطة { $reviewer } في { $when }.
desk-reason = رسالتك إلى الجهة المرسِلة
desk-reason-hint = مطلوبة عند طلب تعديلات أو عند الرفض.
desk-reason-missing = يرجى بيان ما ينبغي تعديله أو سبب الرفض
desk-reason-too-long = الحد الأقصى هو 1000 حرف
desk-reason-unknown-choice = يرجى اختيار الموافقة أو طلب تعديلات أو الرفض
desk-edit = تعديل هذا الاجتماع
desk-history = سجل التغييرات
desk-revision-sent = أُرسل في { $when }
desk-revision-taken-back = استرده مرسله في { $when }
desk-revision-decided = { $verdict } من { $reviewer } في { $when }
verdict-approved = موافقة
verdict-changes-requested = طلب تعديلات
verdict-rejected = رفض

city-new-york = نيويورك
city-sao-paulo = ساو باولو
city-geneva = جنيف
city-nairobi = نيروبي
city-new-delhi = نيودلهي
city-beijing = بيجين

desk-decided = اتُّخذ القرار ({ $verdict }):
desk-next = التالي:
