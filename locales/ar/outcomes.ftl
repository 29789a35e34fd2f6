### Said of what comes out of a meeting, and of what groups are asked for.

after-title = بعد الاجتماع
after-intro = نتائج الاجتماع لمن لم يحضره. تظهر مع الاجتماع في الأرشيف وفي تقاويم جميع المشتركين، وتبقى سائر البيانات كما هي.
after-links-title = التسجيل والتقرير والنص الحرفي وشرائح العرض
after-add = إضافة رابط آخر
after-participants-hint = الحاضرون في المكان وعن بُعد معًا، مثلًا 42. ويُترك فارغًا إذا لم يُحصَ العدد.

field-outcome_kind = النوع
field-outcome_label = الاسم، إن كان له اسم خاص
field-outcome_url = رابط التسجيل أو التقرير
field-participants = عدد المشاركين
problem-not-a-count = { $field }: يرجى إدخال عدد صحيح من 1 إلى { $limit }
error-outcome_url-missing = يرجى إدخال رابط هذا التسجيل أو التقرير
check-change-after = تعديل نتائج الاجتماع

meeting-participants =
    { $count ->
        [zero] لم يشارك أحد.
        [one] شارك شخص واحد.
        [two] شارك شخصان.
        [few] شارك { $count } أشخاص.
        [many] شارك { $count } شخصًا.
       *[other] شارك { $count } شخص.
    }
list-participants =
    { $count ->
        [zero] لا مشاركين
        [one] مشارك واحد
        [two] مشاركان
        [few] { $count } مشاركين
        [many] { $count } مشاركًا
       *[other] { $count } مشارك
    }

shortcut-outcomes = إضافة تسجيل أو تقرير أو عدد المشاركين
shortcut-cancelled = إلغاء هذا الاجتماع
shortcut-postponed = تأجيله (يُعلَن الموعد الجديد لاحقًا)
shortcut-confirmed = سيُعقد الاجتماع رغم ذلك

attention-title = يحتاج إلى متابعة
attention-now = جارٍ الآن
attention-soon = خلال يومين
attention-near = خلال أسبوع
attention-link-missing = لم يُضف رابط الانضمام بعد.
attention-place-missing = لم يُعلَن مكان الانعقاد بعد.
attention-remedy = إضافة ما ينقص
attention-unconfirmed = المواعيد ابتداءً من { $date } مقررة مبدئيًا فقط. يرجى سؤال المجموعة: هل ما زلتم تجتمعون في هذه المواعيد؟
attention-confirmed = أجابت المجموعة: نعم
attention-not-confirmed = أجابت المجموعة: لا، أو في مواعيد أخرى
