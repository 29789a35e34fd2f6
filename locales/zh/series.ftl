### Said of series, parts and slots: in forms, lists and on pages.

field-held = 举行几次？
held-once = 一次
held-parts = 分几个部分，各有各的时间
held-slots = 针对不同时区举行多次：任选其一
held-series = 定期举行：系列会议
error-held-one-needs-times = 如要举行多次，请在上方选择“日期和时间均已确定”

post-dates-parts = 其他部分
post-dates-slots = 其他可选时间
post-dates-series = 在哪些日期？
dates-first = 第一次：
dates-first-change = 修改第一次
dates-part = 第 { $number } 部分
dates-slot = 第 { $number } 场
post-sittings-hint = 留空的行不计。结束时间早于开始时间的，视为次日结束。
post-also-date-hint = 如与第一次同日，请留空。
post-also-zone-hint = 如与第一次使用同一地点的时间，请留空。
post-add-part = 添加另一部分
post-add-slot = 添加另一时间
field-also_date = 日期
field-also_day = 其他：日
field-also_month = 其他：月
field-also_year = 其他：年
field-also_start_time = 开始时间
field-also_end_time = 结束时间
field-also_zone = 时区或城市
field-also_fold = 第一次或第二次（其他）
error-also_start_time-too-few = 请至少再填写一个时间

field-step = 如何重复？
series-weekday = { $weekday ->
    [mon] 星期一
    [tue] 星期二
    [wed] 星期三
    [thu] 星期四
    [fri] 星期五
    [sat] 星期六
   *[sun] 星期日
 }
series-nth-weekday = { $nth ->
    [1] 第一个{ series-weekday }
    [2] 第二个{ series-weekday }
    [3] 第三个{ series-weekday }
    [4] 第四个{ series-weekday }
   *[5] 第五个{ series-weekday }（如有）
 }
series-week = { $every ->
    [1] 每周{ series-weekday }
   *[other] 每 { $every } 周的{ series-weekday }
 }
series-month = { $every ->
    [1] 每月
   *[other] 每 { $every } 个月的
 }
series-month-weekday = { series-month }{ series-nth-weekday }
series-month-last-weekday = { series-month }最后一个{ series-weekday }
series-month-day = { series-month } { $day ->
    [29] 29 日（如有）
    [30] 30 日（如有）
    [31] 31 日（如有）
   *[other] { $day } 日
 }
series-listed = 在我列出的日期
series-on-dates = 在多个日期
field-every = 每几周或几个月一次？
post-every-hint = 1 表示每周或每月，2 表示每两周或每两个月，最多 12。留空即为 1。
field-ends = 何时结束？
ends-count = 举行若干次之后
ends-until = 在某一天
field-count = 共几次？
post-count-hint = 2 至 120 次，在 24 个月之内。
field-until_date = 可能举行的最后一天
field-until_day = 系列的最后一天：日
field-until_month = 系列的最后一天：月
field-until_year = 系列的最后一天：年
post-until-hint = 最迟在第一次之后 24 个月。
field-dates = 日期
post-listed-hint = 每行一个，例如 13 3 2018 或 2018-03-13。第一次的日期已包括在内。
field-confirm_date = 自此日起仅为计划
field-confirm_day = 自此日起仅为计划：日
field-confirm_month = 自此日起仅为计划：月
field-confirm_year = 自此日起仅为计划：年
post-confirm-hint = 如不确定是否会一直开到那时：之后的日期将显示为暂定，届时会询问您会议是否照常举行。

post-occurrences-title = 查看所有日期
post-occurrences-intro = 共 { $count } 个日期。请勾选不开会的日期。如某次改在其他时间，请注明；留空的部分照常。
field-skip = 此日不举行
dates-other-time = 此次改在其他日期或时间
field-moved_from = 改期的日期
field-moved_date = 日期
field-moved_start_time = 开始
field-moved_end_time = 结束
dates-shift = 自此起为 { $time } UTC：{ $place } 调整时钟
dates-skipped = 此日不举行
dates-instead-of = 改期：原定 { $date }
dates-other-hours = 时间与平常不同
dates-planned = 计划中，有待确认
dates-in-parts = 分 { $count } 个部分
dates-choose = 以相同议程举行 { $count } 次：任选其一
dates-count = { $count } 个日期
dates-more = 另有 { $count } 个日期

check-change-dates = 修改日期
check-change-single = 取消或改动个别日期
check-echo-first = 第一次会议在其他地点的时间

problem-too-few = { $field }：至少填写 { $least } 项
problem-not-a-number = { $field }：请输入 { $least } 至 { $most } 之间的整数
problem-too-many-months = { $field }：系列会议最长持续 { $limit } 个月
problem-over-a-day = { $field }：须在当天或当夜结束。如持续多天，请选择分部分举行
problem-unreadable-date = { $field }：“{ $text }”不是日期。请写明日、月、年，例如 13 3 2018
problem-overlap = { $field }：与另一个时间重叠
problem-not-the-last-weekday = { $field }：第一个日期不是当月最后一个这样的星期几
problem-no-such-date = { $field }：系列中没有 { $date }
problem-one-needs-times = { $field }：系列中的单次会议须有具体时间
problem-has-begun = { $field }：系列中已有会议举行，因此须保持为有具体时间的系列
problem-too-early = { $field }：请输入 { $day } 或之后的日期；此前已举行的保持不变
error-step-missing = 请选择如何重复
error-ends-missing = 请选择何时结束
error-count-missing = 请输入共几次
error-until_date-missing = 请输入可能举行的最后一天
error-dates-too-few = 除第一次外，请至少再列出一个日期
error-count-too-few = 至少须有 { $least } 个日期
error-until_date-too-few = 到该日为止至少须有 { $least } 个日期
error-skip-too-few = 至少须保留一个日期

confirm-question = 你们仍在这些日期开会吗？
confirm-planned = 从 { $date } 起的日期仅为计划。请告知秘书处届时是否开会。
confirm-yes = 是的，仍然开会
confirm-no = 否，或改期
meeting-all-dates = 所有日期
problem-was-held = 该次会议已于 { $date } 举行，只能补充其成果：录像、报告、参会人数。
dates-past = { $count } 个已过日期
