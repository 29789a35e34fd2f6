### Said of what changed in a meeting, and when.

caution-still-postponed = الموعد يختلف عن الموعد المنشور، لكن الاستمارة ما زالت تذكر «{ $status }». إذا كان الموعد الجديد مؤكدًا، فاختر «{ $confirmed }».
caution-old-note = كُتب «{ $written }» حين كانت الحالة «{ $before }». والآن تذكر الاستمارة «{ $status }»، فعدّل ما لم يعد صحيحًا أو احذفه.
