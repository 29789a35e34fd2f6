### Said of what changed in a meeting, and when.

history-title = ما الذي تغيّر
history-confirmed = تأكّد انعقاد الاجتماع.
history-tentative = الموعد مبدئي وقد يتغيّر.
history-postponed = أُجّل الاجتماع، وسيُعلن موعد جديد لاحقًا.
history-not-postponed = لم يعد الاجتماع مؤجلًا.
history-moved-online = أصبح الاجتماع افتراضيًا.
history-not-moved-online = لم يعد الاجتماع افتراضيًا فقط.
history-cancelled = أُلغي الاجتماع ولن يُعقد.
history-not-cancelled = تراجعت المجموعة عن الإلغاء، وسيُعقد الاجتماع.
history-moved = تغيّر الموعد. الموعد الآن: { $to }؛ وكان: { $from }.
history-times = تغيّرت الأوقات. الآن: { $to }؛ وكانت: { $from }.
history-hours = ابتداءً من { $from }: { $to }؛ وكان: { $before }.
history-hours-until = من { $from } إلى { $until }: { $to }؛ وكان: { $before }.
# One of several hours before, after the first.
history-hours-then = ابتداءً من { $from } { $hours }
history-dates = تغيّرت التواريخ أو الأوقات.
history-date-set = حُدّد الموعد: { $to }.
history-date-open = لم يعد الموعد السابق قائمًا: { $from }. الآن: { $to }.
history-expected = لم يُؤكَّد التاريخ بعد. المتوقع الآن: { $to }.
history-date-unknown = لم يُؤكَّد التاريخ بعد.
history-mode = طريقة الانعقاد الآن: { $to }؛ وكانت: { $from }.
history-place = معلومات جديدة عن المكان.
history-access = معلومات جديدة عن كيفية الانضمام.
history-title-was = تغيّر العنوان، وكان «{ $from }».
history-text = تغيّر نص الوصف أو جدول الأعمال.
history-outcomes = أُضيف: { $kinds }.
history-other = تغيّرت تفاصيل أخرى.

badge-rescheduled = تغيّر الموعد
history-moved-from = تغيّر الموعد، وكان مقررًا في
history-was = كان مقررًا في
history-new-date-to-follow = سيُعلن موعد جديد لاحقًا

caution-still-postponed = الموعد يختلف عن الموعد المنشور، لكن الاستمارة ما زالت تذكر «{ $status }». إذا كان الموعد الجديد مؤكدًا، فاختر «{ $confirmed }».
caution-old-note = كُتب «{ $written }» حين كانت الحالة «{ $before }». والآن تذكر الاستمارة «{ $status }»، فعدّل ما لم يعد صحيحًا أو احذفه.
history-one = { $on }: { $what }
history-left-out = { $on }: حُذف هذا الموعد.
history-added = { $on }: أُضيف هذا الموعد.
history-participants = عدد المشاركين: { $count }.
