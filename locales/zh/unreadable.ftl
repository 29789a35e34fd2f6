### Said at the desk of what is stored and cannot be read.

left-out-title = 未列入日历
left-out-intro = 以下内容的存储数据无法读取，因此读者看不到。服务器管理员可用此命令了解如何处理：
left-out-newer = 由较新版本的日历写入，该版本可以读取。
left-out-group = 小组 { $name }
left-out-topic = 主题 { $name }
left-out-change = 日志中的第 { $number } 项更改
desk-unreadable = 无法读取
desk-unreadable-intro = 本次会议存储的部分数据无法读取。修复之前，无法显示、修改或批准。您可以拒绝待审内容并将会议从日历中撤下；提交者会收到通知。服务器管理员可用此命令了解详情：
desk-unreadable-revision = 第 { $number } 版
desk-unreadable-document = 存储的原文
desk-unreadable-approve = 提交的内容无法读取，因此不能批准。
