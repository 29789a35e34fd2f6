### The desk’s queue: what waits, what was decided, and how to undo it.

desk-nav-queue = Queue
queue-oldest = The oldest was sent { $ago }.
queue-ago-now = just now
queue-ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
queue-ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
queue-ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
queue-sent = Sent { $ago }
queue-asked = { $reviewer } asked for changes { $ago }
queue-section-soon = Starts within 24 hours
queue-section-changes = Changes to published meetings
queue-section-new = New
queue-section-again = Sent again after changes were asked for
queue-section-poster = Waiting for the poster
queue-is-new = New
queue-is-again = Sent again
queue-look-published = Perhaps on the calendar already
queue-look-twice = Perhaps sent twice
queue-look-clash = At the same time as { $title }
queue-look-contradiction = Text and form say different things
queue-look-host = New host to join on: { $host }
queue-look-link = Link missing
queue-look-place = Place missing
queue-record = Published before: { $published }, rejected: { $rejected }
queue-record-none = First entry from this address
queue-of-sender = All from this sender ({ $count })
queue-from = From:
queue-find = Find and filter
queue-q = Title, poster or reference
queue-state = State
queue-state-waiting = Waiting
queue-state-poster = Waiting for the poster
queue-state-decided = Decided
queue-state-approved = Approved
queue-state-rejected = Rejected
queue-state-withdrawn = Taken off the calendar
queue-state-taken-back = Taken back by the poster
queue-nothing-found = Nothing fits what you are looking for.
queue-choose = Choose: { $title }
queue-tick-all = Choose all on this page
queue-tick-none = Choose none
queue-bulk = With those chosen
queue-bulk-none = Choose at least one entry
queue-approve = Approve
queue-spam = Reject as spam
queue-spam-hint = Of spam nobody is told.
queue-reason-hint = All whose entries are chosen read it. Needed when you ask for changes or reject.
queue-results = What was decided
queue-to-be-read = Some of this series was held since the change was sent. Open it to see what will be published.
queue-gone = There is no such entry any more.
queue-not-yours = You do not decide on entries of this kind of group.
queue-back = Back to the queue
queue-undone = Undone by { $reviewer } on { $when }
verdict-spam = rejected as spam
verdict-withdrawn = taken off the calendar
verdict-taken-back = taken back
undo = Undo
undo-which = Undo: { $title }
undo-all = Undo all
undo-until = Until { $time } UTC; nobody is told before.
undo-results = What was undone
undo-done = undone
undo-waits = Undone; it waits again:
undo-back = Undone; it is on the calendar again:
undo-too-late = It is too late: a decision can be undone for ten minutes.
undo-told = A letter about it is on its way already, so it can no longer be undone.
undo-overtaken = Something was sent or decided since, so it can no longer be undone.
keys-title = Keys
keys-move = next, previous
keys-tick = choose
keys-open = open
keys-find = find
keys-turn-off = Turn keys off
keys-turn-on = Turn keys on
audit-act-undo = Undone
