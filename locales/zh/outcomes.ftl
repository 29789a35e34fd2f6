### Said of what comes out of a meeting, and of what groups are asked for.

after-title = 会后
after-intro = 供未能与会者了解会议成果。内容会随会议出现在往期会议和所有订阅者的日历中，条目的其余部分保持不变。
after-links-title = 录像、报告、文字记录、幻灯片
after-add = 再添加一项
after-participants-hint = 现场和远程人数合计，例如 42。如未统计，请留空。

field-outcome_kind = 类型
field-outcome_label = 名称（如有）
field-outcome_url = 录像或报告的地址
field-participants = 参会人数
problem-not-a-count = { $field }：请输入 1 至 { $limit } 之间的整数
error-outcome_url-missing = 请输入此录像或报告的地址
check-change-after = 修改会议成果

meeting-participants = 共有 { $count } 人参加。
list-participants = { $count } 人参加

shortcut-outcomes = 添加录像、报告或参会人数
shortcut-cancelled = 取消本次会议
shortcut-postponed = 推迟（新日期待定）
shortcut-confirmed = 会议仍将举行

attention-title = 需要关注
attention-now = 正在进行
attention-soon = 两天之内
attention-near = 一周之内
attention-link-missing = 参会链接尚未提供。
attention-place-missing = 会议地点尚未公布。
attention-remedy = 补充缺少的信息
attention-unconfirmed = 从 { $date } 起的日期仅为计划。请询问该小组：你们仍在这些日期开会吗？
attention-confirmed = 小组回答：是
attention-not-confirmed = 小组回答：否，或改期
