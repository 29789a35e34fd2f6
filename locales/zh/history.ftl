### Said of what changed in a meeting, and when.

history-title = 变更记录
history-confirmed = 会议已确认。
history-tentative = 暂定，仍可能变动。
history-postponed = 会议推迟，新日期另行通知。
history-not-postponed = 会议不再推迟。
history-moved-online = 改为线上举行。
history-not-moved-online = 不再仅限线上举行。
history-cancelled = 会议取消，不再举行。
history-not-cancelled = 撤销取消，会议照常举行。
history-moved = 已改期。现为：{ $to }；原为：{ $from }。
history-times = 时间有调整。现为：{ $to }；原为：{ $from }。
history-hours = 自 { $from } 起：{ $to }；原为：{ $before }。
history-hours-until = { $from } 至 { $until }：{ $to }；原为：{ $before }。
# One of several hours before, after the first.
history-hours-then = 自 { $from } 起 { $hours }
history-dates = 日期或时间有调整。
history-date-set = 日期已确定：{ $to }。
history-date-open = 原定日期（{ $from }）不再有效。现为：{ $to }。
history-expected = 日期仍待确认。现预计：{ $to }。
history-date-unknown = 日期仍待确认。
history-mode = 会议形式现为：{ $to }；原为：{ $from }。
history-place = 会议地点信息有更新。
history-access = 参会方式有更新。
history-title-was = 标题已更改，原为“{ $from }”。
history-text = 会议介绍或议程有更新。
history-outcomes = 新增：{ $kinds }。
history-other = 其他信息有变动。

badge-rescheduled = 已改期
history-moved-from = 已改期，原定于
history-was = 原定于
history-new-date-to-follow = 新日期另行通知

caution-still-postponed = 日期与已发布的不同，但表格中仍为“{ $status }”。如果新日期已确定，请选择“{ $confirmed }”。
caution-old-note = “{ $written }”是在状态为“{ $before }”时写的。现在表格中为“{ $status }”：请修改或删除不再适用的内容。
history-one = { $on }：{ $what }
history-left-out = { $on }：此日期已移除。
history-added = { $on }：新增此日期。
history-participants = 参加人数：{ $count }。
