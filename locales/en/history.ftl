### Said of what changed in a meeting, and when.

history-title = What has changed
history-confirmed = Confirmed.
history-tentative = Tentative: it may still change.
history-postponed = Postponed: a new date is to follow.
history-not-postponed = No longer postponed.
history-moved-online = Moved online.
history-not-moved-online = No longer moved online.
history-cancelled = Cancelled: it does not take place.
history-not-cancelled = No longer cancelled: it takes place after all.
history-moved = Rescheduled: now { $to }; before, { $from }.
history-times = Times changed: now { $to }; before, { $from }.
history-hours = From { $from } on: { $to }; before, { $before }.
history-hours-until = From { $from } to { $until }: { $to }; before, { $before }.
# One of several hours before, after the first.
history-hours-then = from { $from } on { $hours }
history-dates = Dates or times changed.
history-date-set = The date is set: { $to }.
history-date-open = The date { $from } no longer holds. Now: { $to }.
history-expected = The date is still to be confirmed. Expected now: { $to }.
history-date-unknown = The date is still to be confirmed.
history-mode = How people meet: now { $to }; before, { $from }.
history-place = New details of the place.
history-access = New details of how to join.
history-title-was = New title; before, it was “{ $from }”.
history-text = New text in the description or the agenda.
history-outcomes = Added: { $kinds }.
history-other = Other details changed.

badge-rescheduled = Rescheduled
history-moved-from = Moved: it was to be on
history-was = It was to be on
history-new-date-to-follow = New date to follow

caution-still-postponed = The date is not the published one any more, but the form still says “{ $status }”. If the new date is certain, choose “{ $confirmed }”.
caution-old-note = “{ $written }” was said of “{ $before }”. Now the form says “{ $status }”: change or delete what no longer holds.
history-one = { $on }: { $what }
history-left-out = { $on }: this date was taken out.
history-added = { $on }: this date was added.
history-participants = Number of participants: { $count }.
