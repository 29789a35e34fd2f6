### Said on every page: header, footer, navigation.

site-name = 互联网治理论坛共用日历
skip-to-content = 跳到正文
nav-label = 主导航
nav-upcoming = 即将举行的会议
nav-past = 往期会议
nav-groups = 团体
nav-subscribe = 订阅
nav-post = 提交会议
nav-desk = 秘书处工作台
nav-languages = 语文
zone-label = 时间显示所用时区
zone-button = 应用
zone-hint = 城市（英文名）或时区，例如 Nairobi 或 Asia/Kathmandu。
zone-unknown-title = 未找到该地点
zone-unknown = 无法识别城市或时区“{ $typed }”。请输入同一时区的较大城市，或 Africa/Nairobi 这样的时区名称。
footer-about = 一站汇集互联网治理论坛社群的所有会议。
back-to-list = 前往即将举行的会议
your-time = 您的设备时间
away-banner = 日历显示截至 { $when } 已发布的内容。目前无法发布或修改任何内容。
