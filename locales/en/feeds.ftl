### Said in feeds: beside titles, in descriptions and in the names of feeds. Plain text: without the
### signs &, < and >, which some programs take for markup.

# Between the items of a list, and of a list whose items have commas.
feed-comma = ,{" "}
feed-semicolon = ;{" "}

feed-title-part = { $title } (part { $number } of { $of })
feed-title-slot = { $title } (slot { $number } of { $of }, { $of ->
    [2] choose either
   *[other] choose one
 })

feed-join = Join: { $address }
feed-join-label = Join the meeting
feed-register = Register: { $address }
feed-details = Details: { $address }
feed-link = { $label }: { $address }

feed-tentative = Tentative: this may still change.
feed-postponed = Postponed: it does not take place at this time; a new date is to follow.
feed-moved-online = Moved online: it takes place online only.
feed-cancelled = Cancelled: it does not take place.
feed-given-up = Cancelled here: the meeting is entered at its present times anew.
feed-held-no-more = This date is no longer held.
feed-rescheduled = Rescheduled: before, it was on { $before }.
feed-was-to-be = Before, it was to be on { $before }.

feed-when = When: { $when }
feed-when-unknown = When: to be confirmed
feed-when-within = When: to be confirmed; { $within }
feed-in-utc = In UTC: { $range }
feed-hours-not-given = The hours were not given.
feed-end-not-given = The end time was not given.
feed-date = { $weekday } { $date }
feed-at = { $date }, { $time }
feed-from = from { $start }
feed-from-to = { $start } to { $end }
feed-from-to-next-day = { $start } to { $end } on the next day
feed-utc = { $range } UTC
feed-clock = { $range }, { $place } (UTC{ $offset })
feed-clock-changing = { $range }, { $place } (UTC{ $before } at the start, UTC{ $after } at the end)
feed-own-and-utc = { $own }; in UTC: { $range }
feed-between = between { $first } and { $last }
feed-early = early { $month }, { $between }
feed-middle = mid-{ $month }, { $between }
feed-late = late { $month }, { $between }
feed-some-time = some time in { $in }

feed-is-part = This is part { $number } of { $of }.
feed-is-slot = { $of ->
    [2] It is held twice with the same agenda: choose either.
   *[other] It is held { $of } times with the same agenda: choose one.
 }
feed-part-line = Part { $number }: { $when }
feed-other-slot = The other slot: { $when }
feed-slot-line = Slot { $number }: { $when }

feed-weekday = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
 }
feed-nth-weekday = { $nth ->
    [first] first { feed-weekday }
    [second] second { feed-weekday }
    [third] third { feed-weekday }
    [fourth] fourth { feed-weekday }
    [fifth] fifth { feed-weekday }
   *[last] last { feed-weekday }
 }
feed-nth-day = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
 }
feed-rule-week = { $every ->
    [1] every { feed-weekday }
   *[other] every { $every } weeks on { feed-weekday }
 }
feed-rule-month-day = { $every ->
    [1] the { feed-nth-day } of every month
   *[other] every { $every } months on the { feed-nth-day }
 }
feed-rule-month-weekday = { $every ->
    [1] every { feed-nth-weekday } of the month
   *[other] every { $every } months on the { feed-nth-weekday }
 }
feed-rule-rare = { $rule } where there is one
feed-hours-in = { $range }, { $place }
feed-when-rule = When: { $rule }, { $hours }, until { $last }
feed-then-once = Then on { $first }: { $hours }
feed-then-rule = From { $first } on: { $rule }, { $hours }
feed-then-dates = From { $first } on: on single dates, { $hours }
feed-new-hours = New hours from { $from } on; before: { $before }
# One of several hours before, after the first.
feed-hours-then = from { $from } on { $hours }

feed-agenda = Agenda:
feed-held-by = Held by: { $groups }
feed-registration-required = Registration (required): { $address }
feed-registration-optional = Registration (optional): { $address }
feed-languages = Languages: { $names }
feed-interpretation = Interpretation: { $names }
feed-captions = Live captions
feed-documents = Documents:
feed-outcomes = Outcomes:
feed-participants = Participants: { $count }

feed-name = IGF: { $what }
feed-about = Meetings of the Internet Governance Forum’s community
feed-about-group = Meetings of { $group }
feed-about-meeting = One meeting of the common IGF calendar
feed-about-cut = { $about }. { $cut }
feed-cut = There is too much for one feed; choose fewer groups for the rest.
feed-cut-since = There is too much for one feed: it holds meetings from { $since }; choose fewer groups for the rest.
feed-cut-until = There is too much for one feed: it holds meetings until { $until }; choose fewer groups for the rest.
feed-cut-within = There is too much for one feed: it holds meetings from { $since } until { $until }; choose fewer groups for the rest.
feed-name-region = region: { $values }
feed-name-topic = topic: { $values }
feed-name-language = language: { $values }
feed-name-words = words: “{ $words }”
feed-name-recording = with a recording
feed-name-past-all = all past meetings
feed-name-past-days = { $count ->
    [one] past { $count } day
   *[other] past { $count } days
 }
feed-name-past-weeks = { $count ->
    [one] past { $count } week
   *[other] past { $count } weeks
 }
feed-name-past-months = { $count ->
    [one] past { $count } month
   *[other] past { $count } months
 }
feed-name-past-years = { $count ->
    [one] past { $count } year
   *[other] past { $count } years
 }
