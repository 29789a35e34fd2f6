### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = 、
feed-semicolon = ；

feed-title-part = { $title }（第 { $number } 部分，共 { $of } 部分）
feed-title-slot = { $title }（第 { $number } 场，共 { $of } 场，任选其一）

feed-join = 加入会议：{ $address }
feed-join-label = 加入会议
feed-register = 注册：{ $address }
feed-details = 详情：{ $address }
feed-link = { $label }：{ $address }

feed-tentative = 暂定，仍可能变动。
feed-postponed = 会议推迟，不在此时间举行，新日期另行通知。
feed-moved-online = 改为线上举行，不设线下会场。
feed-cancelled = 会议取消，不再举行。
feed-given-up = 此条目已取消：会议已按现在的时间重新列出。
feed-held-no-more = 此日期不再举行会议。
feed-rescheduled = 已改期，原定于：{ $before }。
feed-was-to-be = 原定于：{ $before }。

feed-when = 时间：{ $when }
feed-when-unknown = 时间：待定
feed-when-within = 时间：待定；{ $within }
feed-in-utc = UTC 时间：{ $range }
feed-hours-not-given = 未注明具体时间。
feed-end-not-given = 未注明结束时间。
feed-date = { $date }{ $weekday }
feed-at = { $date } { $time }
feed-from = { $start }开始
feed-from-to = { $start }至{ $end }
feed-from-to-next-day = { $start }至次日{ $end }
feed-utc = { $range } UTC
feed-clock = { $range }，{ $place }（UTC{ $offset }）
feed-clock-changing = { $range }，{ $place }（开始时 UTC{ $before }，结束时 UTC{ $after }）
feed-own-and-utc = { $own }；UTC 时间：{ $range }
feed-between = { $first }至{ $last }之间
feed-early = { $month }上旬，{ $between }
feed-middle = { $month }中旬，{ $between }
feed-late = { $month }下旬，{ $between }
feed-some-time = { $in }内

feed-is-part = 这是第 { $number } 部分，共 { $of } 部分。
feed-is-slot = 会议以同一议程举行 { $of } 场，任选其一。
feed-part-line = 第 { $number } 部分：{ $when }
feed-other-slot = 另一场：{ $when }
feed-slot-line = 第 { $number } 场：{ $when }

feed-weekday = { $weekday ->
    [mon] 星期一
    [tue] 星期二
    [wed] 星期三
    [thu] 星期四
    [fri] 星期五
    [sat] 星期六
   *[sun] 星期日
 }
feed-nth-weekday = { $nth ->
    [first] 第一个{ feed-weekday }
    [second] 第二个{ feed-weekday }
    [third] 第三个{ feed-weekday }
    [fourth] 第四个{ feed-weekday }
    [fifth] 第五个{ feed-weekday }
   *[last] 最后一个{ feed-weekday }
 }
feed-nth-day = { $day } 日
feed-rule-week = { $every ->
    [1] 每周{ feed-weekday }
   *[other] 每 { $every } 周的{ feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] 每月 { feed-nth-day }
   *[other] 每 { $every } 个月的 { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] 每月{ feed-nth-weekday }
   *[other] 每 { $every } 个月的{ feed-nth-weekday }
 }
feed-rule-rare = { $rule }（如有）
feed-hours-in = { $range }，{ $place }
feed-when-rule = 时间：{ $rule }，{ $hours }，至 { $last } 为止
feed-then-once = 之后 { $first }：{ $hours }
feed-then-rule = 自 { $first } 起：{ $rule }，{ $hours }
feed-then-dates = 自 { $first } 起：在若干日期，{ $hours }
feed-new-hours = 自 { $from } 起时间有调整；原为：{ $before }
# One of several hours before, after the first.
feed-hours-then = 自 { $from } 起 { $hours }

feed-agenda = 议程：
feed-held-by = 主办：{ $groups }
feed-registration-required = 注册（必须）：{ $address }
feed-registration-optional = 注册（自愿）：{ $address }
feed-languages = 会议语文：{ $names }
feed-interpretation = 口译语文：{ $names }
feed-captions = 提供实时字幕
feed-documents = 文件：
feed-outcomes = 录像和报告：
feed-participants = 参加人数：{ $count }

feed-name = IGF：{ $what }
feed-about = 互联网治理论坛社群的会议
feed-about-group = { $group } 的会议
feed-about-meeting = 互联网治理论坛共用日历中的一次会议
feed-about-cut = { $about }。{ $cut }
feed-cut = 会议过多，一个日历无法容纳；如需其余会议，请减少所选团体。
feed-cut-since = 会议过多，一个日历无法容纳：本日历从 { $since } 起；如需其余会议，请减少所选团体。
feed-cut-until = 会议过多，一个日历无法容纳：本日历至 { $until } 止；如需其余会议，请减少所选团体。
feed-cut-within = 会议过多，一个日历无法容纳：本日历从 { $since } 起至 { $until } 止；如需其余会议，请减少所选团体。
feed-name-region = 区域：{ $values }
feed-name-topic = 主题：{ $values }
feed-name-language = 语文：{ $values }
feed-name-words = 关键词：“{ $words }”
feed-name-recording = 有录像
feed-name-past-all = 全部往期会议
feed-name-past-days = 过去 { $count } 天
feed-name-past-weeks = 过去 { $count } 周
feed-name-past-months = 过去 { $count } 个月
feed-name-past-years = 过去 { $count } 年
