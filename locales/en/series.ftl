### Said of series, parts and slots: in forms, lists and on pages.

field-held = How often is it held?
held-once = Once
held-parts = In several parts, each with its own hours
held-slots = More than once, for different time zones: people choose one
held-series = Again and again: a series
error-held-one-needs-times = To hold it several times, choose “On a date, at a time” above

post-dates-parts = The other parts
post-dates-slots = The other times to choose from
post-dates-series = On which dates?
dates-first = The first one:
dates-first-change = Change the first one
dates-part = Part { $number }
dates-slot = Slot { $number }
post-sittings-hint = Rows that you leave empty do not count. An end that is before the start is on the next day.
post-also-date-hint = Leave it empty if it is on the same date as the first.
post-also-zone-hint = Leave it empty if it is on the same clock as the first.
post-add-part = Add another part
post-add-slot = Add another time
field-also_date = Date
field-also_day = Others: day
field-also_month = Others: month
field-also_year = Others: year
field-also_start_time = Start time
field-also_end_time = End time
field-also_zone = Time zone or town
field-also_fold = First or second time (others)
error-also_start_time-too-few = Enter the hours of at least one more

field-step = How is it repeated?
series-weekday = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
 }
series-nth-weekday = { $nth ->
    [1] first { series-weekday }
    [2] second { series-weekday }
    [3] third { series-weekday }
    [4] fourth { series-weekday }
   *[5] fifth { series-weekday } (if there is one)
 }
series-week = { $every ->
    [1] Every week, on { series-weekday }
    [2] Every other week, on { series-weekday }
   *[other] Every { $every } weeks, on { series-weekday }
 }
series-month = { $every ->
    [1] Every month
    [2] Every other month
   *[other] Every { $every } months
 }
series-month-weekday = { series-month }, on the { series-nth-weekday }
series-month-last-weekday = { series-month }, on the last { series-weekday }
series-month-day = { series-month }, on the { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [29] 29th (if there is one)
    [30] 30th (if there is one)
    [31] 31st (if there is one)
   *[other] { $day }th
 }
series-listed = On dates that I list
series-on-dates = On several dates
field-every = Every how many weeks or months?
post-every-hint = 1 for every one, 2 for every other one, at most 12. Empty means 1.
field-ends = When does it end?
ends-count = After a number of dates
ends-until = On a day
field-count = How many dates?
post-count-hint = From 2 to 120, within 24 months.
field-until_date = The last day that it may be on
field-until_day = Last day of the series: day
field-until_month = Last day of the series: month
field-until_year = Last day of the series: year
post-until-hint = At most 24 months after the first.
field-dates = The dates
post-listed-hint = One in each line, for example 13 3 2018 or 13 March 2018. The first one is in the list already.
field-confirm_date = Only planned from this day on
field-confirm_day = Only planned from: day
field-confirm_month = Only planned from: month
field-confirm_year = Only planned from: year
post-confirm-hint = If it is not certain that you go on meeting for so long: later dates are shown as tentative, and you will be asked whether you still meet.

post-occurrences-title = Look at all dates
post-occurrences-intro = { $count ->
    [one] There is { $count } date. If it is at another time, say so; what you leave empty there stays as usual.
   *[other] There are { $count } dates. Tick those on which you do not meet. If one is at another time, say so; what you leave empty there stays as usual.
 }
field-skip = Not on this date
dates-other-time = Another date or time
field-moved_from = Dates at another time
field-moved_date = Date
field-moved_start_time = Start
field-moved_end_time = End
dates-shift = From here on { $time } UTC: clocks change in { $place }
dates-skipped = Not held on this date
dates-instead-of = Moved: instead of { $date }
dates-other-hours = Other hours than usual
dates-planned = Planned, to be confirmed
dates-in-parts = In { $count } parts
dates-choose = { $count ->
    [2] Held twice with the same agenda: choose either
   *[other] Held { $count } times with the same agenda: choose one
 }
dates-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
 }
dates-more = { $count ->
    [one] { $count } more date
   *[other] { $count } more dates
 }

check-change-dates = Change the dates
check-change-single = Leave out or move single dates
check-echo-first = The first one elsewhere

problem-too-few = { $field }: give at least { $least }
problem-not-a-number = { $field }: enter a whole number from { $least } to { $most }
problem-too-many-months = { $field }: a series can go on for at most { $limit } months
problem-over-a-day = { $field }: it has to end on the same day or in the night after it. For several days, choose parts
problem-unreadable-date = { $field }: “{ $text }” is not a date. Write day, month and year, such as 13 March 2018
problem-overlap = { $field }: this is at the same time as another one
problem-not-the-last-weekday = { $field }: the first date is not the last such weekday of its month
problem-no-such-date = { $field }: there is none on { $date }
problem-one-needs-times = { $field }: one date of a series needs hours
problem-has-begun = { $field }: some of the series was held already, so it has to stay a series with hours
problem-too-early = { $field }: enter { $day } or later; what was held before stays as it is
error-step-missing = Choose how it is repeated
error-ends-missing = Choose when it ends
error-count-missing = Enter how many dates there are
error-until_date-missing = Enter the last day that it may be on
error-dates-too-few = List at least one date besides the first
error-count-too-few = There have to be at least { $least } dates
error-until_date-too-few = There have to be at least { $least } dates until that day
error-skip-too-few = At least one date has to stay

confirm-question = Are you still meeting on these dates?
confirm-planned = The dates from { $date } on are only planned. Please tell the secretariat whether you will meet.
confirm-yes = Yes, we still meet
confirm-no = No, or on other dates
meeting-all-dates = All dates
problem-was-held = This date was held on { $date }. Only what came out of it can be added: recordings, reports, the number of participants.
dates-past = { $count ->
    [one] { $count } past date
   *[other] { $count } past dates
 }
