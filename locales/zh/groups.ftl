### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = 原名：{ $name }（至 { $until }）
group-closed = 该团体已关闭：{ $date }。其会议保留在此。
group-how-to-join = 如何加入
group-mailing-list = 邮件列表
group-contact = 联系人
group-until = 止于
groups-onward = 曾用名：{ $count } 个
group-continues-as = 现为

## What can be wrong

problem-closed-group = { $field }：该团体已关闭，请选择其他团体
problem-taken = { $field }：此名称现在或过去已被使用，请另选名称

## Fields

field-slug = 网址中的名称
field-name = 全称
field-acronym = 简称
field-kind = 团体类型
field-group_description = 工作内容
field-how_to_join = 如何加入
field-mailing_list = 邮件列表
field-website = 网站
field-region = 区域
field-group_country = 国家
field-group_languages = 语文
field-active_from = 首个年份或周期
field-active_until = 最后年份或周期
field-group_status = 状态
field-source_url = 信息来源
field-name_ar = 阿拉伯文
field-name_en = 英文
field-name_es = 西班牙文
field-name_fr = 法文
field-name_ru = 俄文
field-name_zh = 中文
field-new_slug = 网址中的新名称
field-new_name = 新全称
field-new_acronym = 新简称
field-into = 现为
group-name-hint = 用于更正错误。如果团体改了名，请在下方重命名，以便读者用新旧名称都能找到。
group-how-to-join-hint = 想参加的人需要做什么。
group-mailing-list-hint = 其网页地址或收信地址。
group-contact-hint = 读者可以看到两者。
group-place-title = 地点和语文
group-languages-hint = 语文代码，用逗号分隔，例如 en, fr, pt。
group-record-title = 备查信息
group-cycle-hint = 例如 2016。
group-status-hint = 简短说明，例如 active。

## The desk’s lists

lists-new-group = 添加团体
lists-new-topic = 添加主题
lists-back-to-groups = 所有团体
lists-back-to-topics = 所有主题
lists-search = 名称，包括曾用名
lists-search-button = 显示
lists-all-kinds = 所有类型
lists-count = { $count } 个团体
lists-closed = 已关闭
lists-past = 已结束
lists-next = 下次：{ $when }
lists-last = 上次：{ $when }
lists-never = 日历上还没有会议
lists-formerly = 原名：{ $name }
lists-add = 添加
lists-save = 保存
lists-slug-hint = 小写字母、数字和连字符。曾用名仍会指向这里。
lists-as-readers = 读者所见
lists-edit = 修改信息
lists-rename = 重命名
lists-rename-button = 重命名
lists-rename-group-intro = 使用旧名称的网页、订阅源和筛选条件会指向新名称，读者能看到旧名称。已有订阅不受影响。
lists-rename-topic-intro = 使用旧名称的筛选条件和订阅源会指向新名称。读者看到的名称在上方修改。
lists-merge-group = 并入其他团体
lists-merge-topic = 并入其他主题
lists-merge-group-intro = 其网页、订阅源和会议归入另一团体，读者会在那里看到原名。此操作可以撤销。
lists-merge-topic-intro = 带有此主题的会议和团体此后归入另一主题。此操作可以撤销。
lists-merge-button = 合并
lists-merge-missing = 请选择并入哪一个
lists-close-group = 关闭该团体
lists-close-topic = 关闭该主题
lists-close-group-intro = 之后它排在列表末尾，不能再为其发布新会议。已举行的会议保留。
lists-close-topic-intro = 关闭期间，表单不再提供此主题；已使用的保持不变。
lists-reopen = 重新开放
lists-reopen-group-intro = 之后可以再次为其发布会议。
lists-topic-closed = 已关闭：{ $date }
lists-waiting = 该团体待处理的新条目
lists-signpost = 自 { $since } 起，此名称指向：
lists-separate = 恢复独立
lists-separate-intro = 以此名称发布的内容将重新归其所有；此后发布的内容保持不变。
lists-meanwhile = 您填写期间有人做了修改，因此尚未保存。对方所写在下方，您所填在表单中。请查看后再次保存。
lists-meanwhile-look = 期间有人做了修改，因此未执行任何操作。现显示最新状态，请查看后再次点击。
lists-theirs = 期间的修改
lists-theirs-nothing = 无
lists-theirs-contested = 您在此处填写了其他内容；您的文字在表单中。
lists-done-created = 已添加。
lists-done-saved = 已保存。
lists-done-renamed = 已重命名。所有曾用名均指向这里。
lists-done-merged = 已合并。
lists-done-separated = 已恢复独立。
lists-done-closed = 已关闭。
lists-done-reopened = 已重新开放。
lists-done-meetings = 已完成。该团体尚未举行的会议（如有）见下方。
topics-used = 会议：{ $meetings } 个；团体：{ $groups } 个。

## How often a group meets

activity-title = 每年会议
activity-next = 下次
activity-last = 上次
activity-none = 日历上的会议均未举行。
activity-held = { $count } 次会议

## Meetings of a group that is closed

fates-title = 还有 { $count } 个会议尚未举行
fates-legend = 如何处理：{ $title }
fates-keep = 保留
fates-move = 转给其他团体
fates-cancel = 取消
fates-to = 会议转给的团体
fates-to-missing = 请选择会议转给的团体
fates-reason = 取消会议的原因
fates-reason-hint = 读者和发布者都会看到。
fates-reason-missing = 请写明取消会议的原因
fates-button = 执行
fates-waits = 该会议有一项修改待处理，请先处理。
