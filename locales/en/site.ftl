### Said on every page: header, footer, navigation.

site-name = Common IGF calendar
skip-to-content = Skip to the content
nav-label = Main
nav-upcoming = Upcoming
nav-past = Past meetings
nav-groups = Groups
nav-subscribe = Subscribe
nav-post = Post a meeting
nav-desk = Secretariat’s desk
nav-languages = Languages
zone-label = Show times in
zone-button = Set
zone-hint = A town or a time zone, for example Nairobi or Asia/Kathmandu.
zone-unknown-title = That place is not known
zone-unknown = “{ $typed }” is not a place or time zone that we know. Enter a larger town of the same zone, or a name such as Africa/Nairobi.
footer-about = A one-stop shop for all meetings of the Internet Governance Forum’s community.
back-to-list = Go to upcoming meetings
your-time = On your device’s clock
away-banner = The calendar shows what was published until { $when }. Nothing can be posted or changed at the moment.
