### Said on every page: header, footer, navigation.

site-name = Common IGF calendar
