### Said on every page: header, footer, navigation.
