### Said to readers: listings, meetings, feeds.

list-count =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
