### Said to those who review what was posted.

desk-title = The desk
desk-outside-title = The secretariat’s desk
desk-outside = You are not signed in, or your session has ended. The secretariat gets in with a one-time address. Whoever runs the server makes one with:
desk-enter-title = Enter the desk
desk-enter-intro = This address works once.
desk-enter-closed = This address was used already or has expired. Whoever runs the server makes a new one with:
desk-enter-button = Enter
desk-name = Your name
desk-name-hint = Your colleagues see it beside your decisions.
desk-name-missing = Enter your name
desk-leave = Leave
desk-count =
    { $count ->
        [0] Nothing waits for a decision.
        [one] { $count } entry waits for a decision.
       *[other] { $count } entries wait for a decision.
    }
desk-nothing = New entries appear here as soon as they are sent.
desk-sent = Sent by { $poster } on { $when }
desk-is-edit = Change of a published meeting
desk-published = Published
desk-not-taken = Your decision was not taken
desk-already-decided = { $reviewer } decided before you: { $verdict }, on { $when }.
desk-superseded = A newer revision was sent meanwhile. It is shown here.
desk-taken-back = The poster has taken this back meanwhile, so there is nothing to decide.
desk-held-meanwhile = Some of this series was held since the change was sent, so it can no longer become a meeting without hours. Ask the group to end the series instead.
desk-held-while-reading = Another date of this series was held while you were reading, so something else would be published than this page said. It is below as it is now; please decide again.
desk-adapted =
    { $count ->
        [one] Since this was sent, the date of { $dates } was held. It stays as it was; what will be published is below.
       *[other] Since this was sent, these dates were held: { $dates }. They stay as they were; what will be published is below.
    }
desk-changes = What would change
desk-field = Field
desk-before = Now
desk-after = Then
desk-as-readers = As readers will see it
desk-notes = Notes with the record (not published)
desk-decide = Your decision
desk-approve = Approve and publish
desk-ask = Ask for changes
desk-reject = Reject
desk-withdraw = Take it off the calendar
desk-withdraw-hint = It disappears from pages and feeds. For a meeting that does not take place, change it and choose “Cancelled” instead, so that people hear of it.
desk-withdraw-button = Take it off
desk-withdrawn = Taken off the calendar by { $reviewer } on { $when }.
desk-reason = What you want to tell the poster
desk-reason-hint = Needed when you ask for changes or reject.
desk-reason-missing = Write what should change, or why it is rejected
desk-reason-too-long = Use at most 1000 characters
desk-reason-unknown-choice = Choose approve, ask for changes or reject
desk-edit = Change this meeting
desk-history = History
desk-revision-sent = Sent on { $when }
desk-revision-taken-back = Taken back by its poster on { $when }
desk-revision-decided = { $verdict } by { $reviewer } on { $when }
verdict-approved = approved
verdict-changes-requested = changes asked for
verdict-rejected = rejected

city-new-york = New York
city-sao-paulo = São Paulo
city-geneva = Geneva
city-nairobi = Nairobi
city-new-delhi = New Delhi
city-beijing = Beijing

desk-decided = Decided ({ $verdict }):
desk-next = Next:
