### Said of what changed in a meeting, and when.

caution-still-postponed = 日期与已发布的不同，但表格中仍为“{ $status }”。如果新日期已确定，请选择“{ $confirmed }”。
caution-old-note = “{ $written }”是在状态为“{ $before }”时写的。现在表格中为“{ $status }”：请修改或删除不再适用的内容。
