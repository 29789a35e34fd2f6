### Said in mail, and on the pages that mail leads to.

mail-subject-received = 我们已收到您的条目：{ $title }
mail-subject-published = 已列入日历：{ $title }
mail-subject-cancelled = 已取消：{ $title }
mail-subject-changes-requested = 请修改您的条目：{ $title }
mail-subject-rejected = 未列入日历：{ $title }
mail-subject-withdrawn = 已从日历撤下：{ $title }
mail-subject-changed-by-desk = 秘书处已修改：{ $title }
mail-subject-still-missing = 仍缺少信息：{ $title }
mail-subject-still-meeting = 是否仍在举行？{ $title }
mail-subject-digest = { $count } 个条目等待审核
mail-subject-urgent = 24 小时内开始，等待审核：{ $title }

mail-says-received = 谢谢。秘书处会先审阅每个条目，再列入日历，通常需要两个工作日。作出决定后，我们会立即通知您。
mail-says-published = 您的条目现已列入日历。所有人都可以看到，订阅日历的人也会收到。
mail-says-cancelled = 日历现已注明本次会议取消。订阅日历的人也会看到。
mail-says-changes-requested = 秘书处请您先修改条目，再列入日历。您填写的内容已保留。
mail-says-rejected = 秘书处决定不将此条目列入日历。
mail-says-withdrawn = 秘书处已将此会议从日历撤下。
mail-says-changed-by-desk = 秘书处修改了您的条目。日历现在显示：
mail-says-still-missing = 会议临近，日历上仍缺少参会所需的信息：链接、地点或日期。请补充。
mail-says-still-meeting = 此系列会议仍在日历上。如按原计划继续举行，您无需操作，除非日历注明日期有待确认。如有变动或已结束，请告知。
mail-says-digest =
    { $count ->
        [one] { $count } 个条目等待决定：
       *[other] { $count } 个条目等待决定。最近的是：
    }
mail-says-urgent = 此条目等待决定，会议将在 24 小时内开始。

mail-reason = 秘书处的说明：
mail-title = 标题
mail-group = 主办方
mail-when = 时间
mail-when-exact = { $date }：{ $clocks }
mail-when-more = { $first }（另有 { $count } 个日期）
mail-reference = 编号
mail-line = { $title }（{ $group }）：{ $starts }
mail-more = 另有 { $count } 个。
mail-fact = { $name }：{ $value }
mail-way = { $words }：
mail-see = 在日历中查看
mail-desk = 前往工作台
mail-review = 审核
mail-change-received = 查看或修改条目
mail-change-published = 日后修改
mail-change-cancelled = 日后修改
mail-change-changes-requested = 修改条目
mail-change-rejected = 查看条目
mail-change-withdrawn = 查看条目
mail-change-changed-by-desk = 再次修改
mail-change-still-missing = 补充信息
mail-change-still-meeting = 确认或修改
mail-attached = 会议已作为附件附上，可用日历程序打开。
mail-keep-private = 请勿转发本邮件：任何人都可以用其中的私人地址修改条目。
mail-why = 您收到本邮件，是因为{ $calendar }的一个条目填写了您的地址。
mail-why-desk = 您收到本邮件，是因为您负责审核{ $calendar }的条目。
mail-stop = 不再向我发送提醒

stop-title = 不再提醒
stop-intro = 按下按钮后，{ $address } 将不再收到本日历的提醒。关于您自己条目的决定仍会通知您。
stop-button = 不再向我发送提醒
stop-done = 已完成。此地址不再收到提醒。
stop-unknown = 此地址已过期或不完整。

desk-mail = 邮件
letters-title = 邮件
letters-off = 未发送邮件：设置 mail.smtp_url 为空。以下是本应发送的内容。
letters-none = 尚无邮件。
letters-sent = 已于{ $when }发送
letters-given-up = 已于{ $when }放弃
letters-waits =
    { $count ->
        [0] 等待发送，不早于{ $when }
        [1] 已尝试 1 次；下次：{ $when }
       *[other] 已尝试 { $count } 次；下次：{ $when }
    }
letters-meeting = 查看条目
letters-without-secrets = 此处不显示私人地址。
letter-kind-received = 已收到
letter-kind-published = 已列入日历
letter-kind-cancelled = 已取消
letter-kind-changes-requested = 要求修改
letter-kind-rejected = 已拒绝
letter-kind-withdrawn = 已撤下
letter-kind-changed-by-desk = 秘书处已修改
letter-kind-still-missing = 缺少信息
letter-kind-still-meeting = 是否仍在举行？
letter-kind-digest = 等待审核
letter-kind-urgent = 紧急
letters-refused = 自{ $when }起，此地址拒收邮件：{ $problem }
letter-kind-private-address = 私人地址
mail-subject-private-address = 您的私人地址
mail-says-private-address = 以下是您每个条目的新私人地址。以前的地址如未作废，仍然有效。

lost-title = 找回您的条目
lost-link = 丢失了以前条目的私人地址？
lost-intro = 请输入您在条目中填写的电子邮件地址。我们会将每个条目的新私人地址发送到该地址，每小时最多一次。
lost-button = 发送我的私人地址
lost-asked = 如有条目使用此地址，含有新私人地址的邮件正在发送。
lost-no-mail = 本日历目前不发送邮件，请联系秘书处。
standing-renew-title = 此私人地址落入他人之手？
standing-renew = 将其与本条目的其他所有私人地址一并作废。新地址会发送到条目中填写的电子邮件地址。
standing-renew-button = 作废并发送新地址
desk-renew = 将其私人地址作废，并向提交者发送新地址
