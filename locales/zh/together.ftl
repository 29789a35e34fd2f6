### 多人同时修改同一会议时显示：给后发送者，以及秘书处。

together-title = 自您开始填写以来，本次会议已有变动
together-since = 自您开始填写以来，{ $who } 修改了：{ $what }（{ $when }）。
together-beside = 您的修改将与其一并提交。
together-rejected = 您所依据的版本未获采纳：{ $who } 已于 { $when } 拒绝。
together-taken-back = 您所依据的版本已失效：已于 { $when } 撤回。
together-gone = 其中您未改动的内容不会保留。如仍需要，请重新填写。
together-begun = 您开始时
together-to-questions = 有的内容双方都作了修改。请在下方选择发送哪一个。
together-questions = 请选择发送哪一个
together-both = 双方都修改了此项；{ $who } 的修改时间为 { $when }。
together-both-gone = 您修改了此项，但您所依据的版本未获采纳。
together-mine = 您的回答
together-now = 目前的内容
together-nothing = （无）
together-choose = { $what }：请选择发送哪个回答
together-moved-on = 在您查看期间，会议又有变动。尚未发送：请再看一次
together-not-taken = 您所依据的版本未获采纳。尚未发送：请先查看会议现在的样子，然后发送

sender-desk = { $name }（秘书处）
sender-desk-unnamed = 秘书处
names-and = { $first }和{ $second }
names-comma = { $first }、{ $second }
waiting-several = { $count } 项修改，来自{ $names }
standing-take-back-newest = 此按钮撤回最新的一项：{ $who } 于 { $when } 发送的修改。

desk-waiting = 其中包含的修改
desk-decides-all = { $count } 项修改一并等待决定。最新的一项包含全部修改，您的决定适用于全部修改。
desk-waiting-sent = 由 { $who } 发送，{ $when }
desk-waiting-new = 会议通知本身。
desk-waiting-same = 内容与之前相同。
desk-waiting-before = 修改前
desk-revision-part = 包含在第 { $number } 版中

part-timing = 时间
part-title = 标题
part-text_language = 书写语文
part-group = 团体
part-cohosts = 其他团体
part-topics = 主题
part-description = 说明
part-agenda = 议程
part-links = 文件、录像和报告
part-contact = 联系方式
part-status = 会议状态
part-status_note = 为何有变
part-past_reason = 为何在会后提交
part-mode = 会议形式
part-remote = 远程参会方式
part-place = 地点
part-registration = 注册
part-languages = 会议语文
part-interpretation = 口译
part-captioning = 实时字幕
part-participants = 与会人数
part-category = 类别
part-provenance = 来源
