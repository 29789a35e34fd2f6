### The desk’s queue.

desk-nav-queue = قائمة الانتظار
queue-oldest = أقدمها أُرسل { $ago }.
queue-ago-now = الآن
queue-ago-minutes =
    { $count ->
        [one] قبل دقيقة واحدة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
queue-ago-hours =
    { $count ->
        [one] قبل ساعة واحدة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
queue-ago-days =
    { $count ->
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
queue-sent = أُرسل { $ago }
queue-asked = طلب { $reviewer } تعديلات { $ago }
queue-section-soon = تبدأ خلال 24 ساعة
queue-section-changes = تعديلات على اجتماعات منشورة
queue-section-new = جديدة
queue-section-again = أُعيد إرسالها بعد طلب تعديلات
queue-section-poster = بانتظار المرسل
queue-is-new = جديد
queue-is-again = أُعيد إرساله
queue-look-published = ربما كان في التقويم من قبل
queue-look-twice = ربما أُرسل مرتين
queue-look-clash = في الوقت نفسه: { $title }
queue-look-contradiction = النص والاستمارة لا يتفقان
queue-look-host = موقع جديد للانضمام: { $host }
queue-look-link = الرابط ناقص
queue-look-place = المكان ناقص
queue-record = نُشر من قبل: { $published }، ورُفض: { $rejected }
queue-record-none = أول طلب من هذا العنوان
queue-of-sender = كل ما أرسله هذا المرسل ({ $count })
queue-from = المرسل:
queue-find = بحث وتصفية
queue-q = العنوان أو المرسل أو الرقم المرجعي
queue-state = الحالة
queue-state-waiting = بانتظار القرار
queue-state-poster = بانتظار المرسل
queue-state-decided = ما بُتّ فيه
queue-state-approved = ما قُبل
queue-state-rejected = ما رُفض
queue-state-withdrawn = ما سُحب من التقويم
queue-state-taken-back = ما استرده مرسله
queue-nothing-found = لا شيء يطابق ما تبحث عنه.
queue-choose = اختيار: { $title }
queue-tick-all = اختيار كل ما في هذه الصفحة
queue-tick-none = إلغاء الاختيار
queue-bulk = ما يُفعل بالمختار
queue-bulk-none = اختر طلبًا واحدًا على الأقل
queue-approve = قبول
queue-spam = رفض بوصفه بريدًا مزعجًا
queue-spam-hint = لا يُبلَّغ أحد بالبريد المزعج.
queue-reason-hint = يقرؤه كل من اختيرت طلباتهم. لا بد منه عند طلب تعديلات أو عند الرفض.
queue-results = ما تقرر
queue-to-be-read = انعقد بعض هذه السلسلة منذ إرسال التعديل. افتح الطلب لترى ما سيُنشر.
queue-gone = لم يعد لهذا الطلب وجود.
queue-not-yours = لا يعود إليك البت في طلبات هذا النوع من المجموعات.
queue-back = العودة إلى قائمة الانتظار
queue-undone = تراجع عنه { $reviewer } ({ $when })
verdict-spam = رُفض بوصفه بريدًا مزعجًا
verdict-withdrawn = سُحب من التقويم
verdict-taken-back = استرده مرسله
undo = تراجع
undo-which = تراجع: { $title }
undo-all = التراجع عن الكل
undo-until = حتى { $time } UTC؛ لا يُبلَّغ أحد قبل ذلك.
undo-results = ما جرى التراجع عنه
undo-done = جرى التراجع
undo-waits = جرى التراجع، وعاد الطلب إلى الانتظار:
undo-back = جرى التراجع، وعاد الاجتماع إلى التقويم:
undo-too-late = فات الأوان: يمكن التراجع عن القرار خلال عشر دقائق.
undo-told = رسالة بشأنه في طريقها بالفعل، فلا يمكن التراجع عنه.
undo-overtaken = أُرسل شيء أو تقرر منذ ذلك الحين، فلا يمكن التراجع عنه.
keys-title = المفاتيح
keys-move = التالي، السابق
keys-tick = اختيار
keys-open = فتح
keys-find = بحث
keys-turn-off = تعطيل المفاتيح
keys-turn-on = تفعيل المفاتيح
audit-act-undo = جرى التراجع
