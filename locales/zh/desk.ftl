### Said to those who review what was posted.

desk-title = 工作台
desk-outside-title = 秘书处工作台
desk-outside = 您尚未登录，或会话已结束。秘书处使用一次性地址登录。服务器管理员可用以下命令生成：
desk-enter-title = 进入工作台
desk-enter-intro = 此地址只能使用一次。
desk-enter-closed = 此地址已使用或已过期。服务器管理员可用以下命令重新生成：
desk-enter-button = 进入
desk-name = 您的姓名
desk-name-hint = 同事会在您的决定旁看到您的姓名。
desk-name-missing = 请输入您的姓名
desk-leave = 退出
desk-count =
    { $count ->
        [0] 没有等待决定的条目。
       *[other] { $count } 个条目等待决定。
    }
desk-nothing = 新条目一经发送即显示在此处。
desk-sent = 由 { $poster } 发送，{ $when }
desk-is-edit = 对已发布会议的修改
desk-published = 已发布
desk-not-taken = 您的决定未生效
desk-already-decided = { $reviewer } 已先于您作出决定：{ $verdict }，{ $when }。
desk-superseded = 在此期间有更新的版本，现显示于此。
desk-taken-back = 提交者在此期间已撤回，因此无需作出决定。
desk-held-meanwhile = 自提交更改以来，该系列的部分会议已举行，因此不能再改为没有时间的会议。请该小组结束此系列。
desk-held-while-reading = 在您阅读期间，该系列又有一次会议举行，因此将要发布的内容与此页所示不同。下面是目前的内容；请重新作出决定。
desk-adapted = 自提交以来，以下 { $count } 个日期的会议已举行：{ $dates }。这些内容保持原样；将要发布的内容如下。
desk-changes = 拟修改内容
desk-field = 字段
desk-before = 现在
desk-after = 修改后
desk-as-readers = 读者将看到的内容
desk-notes = 记录附注（不公布）
desk-decide = 您的决定
desk-approve = 批准并发布
desk-ask = 要求修改
desk-reject = 拒绝
desk-withdraw = 从日历中撤下
desk-withdraw-hint = 会议将从页面和订阅中消失。如果会议不举行，请改为修改并选择“已取消”，以便大家知晓。
desk-withdraw-button = 撤下
desk-withdrawn = 由 { $reviewer } 于 { $when } 从日历中撤下。
desk-reason = 您给提交者的意见
desk-reason-hint = 要求修改或拒绝时必填。
desk-reason-missing = 请写明应作何修改或拒绝的原因
desk-reason-too-long = 最多 1000 个字符
desk-reason-unknown-choice = 请选择批准、要求修改或拒绝
desk-edit = 修改本次会议
desk-history = 历史记录
desk-revision-sent = 发送于 { $when }
desk-revision-taken-back = 提交者于 { $when } 撤回
desk-revision-decided = { $reviewer }：{ $verdict }，{ $when }
verdict-approved = 批准
verdict-changes-requested = 要求修改
verdict-rejected = 拒绝

city-new-york = 纽约
city-sao-paulo = 圣保罗
city-geneva = 日内瓦
city-nairobi = 内罗毕
city-new-delhi = 新德里
city-beijing = 北京

desk-decided = 已决定（{ $verdict }）：
desk-next = 下一个：
