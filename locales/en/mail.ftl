### Said in mail, and on the pages that mail leads to.

mail-subject-received = We have your entry: { $title }
mail-subject-published = On the calendar: { $title }
mail-subject-cancelled = Cancelled: { $title }
mail-subject-changes-requested = Please change your entry: { $title }
mail-subject-rejected = Not put on the calendar: { $title }
mail-subject-withdrawn = Taken off the calendar: { $title }
mail-subject-changed-by-desk = Changed by the secretariat: { $title }
mail-subject-still-missing = Something is still missing: { $title }
mail-subject-still-meeting = Is it still held? { $title }
mail-subject-digest =
    { $count ->
        [one] { $count } entry waits for review
       *[other] { $count } entries wait for review
    }
mail-subject-urgent = Begins within 24 hours and waits for review: { $title }

mail-says-received = Thank you. The secretariat reads every entry before it goes on the calendar, usually within two working days. You will hear from us as soon as it is decided.
mail-says-published = Your entry is on the calendar now. Everybody can see it, and those who subscribe to the calendar receive it.
mail-says-cancelled = The calendar now says that this meeting is cancelled. Those who subscribe to the calendar see it, too.
mail-says-changes-requested = The secretariat asks you to change your entry before it goes on the calendar. What you entered is kept.
mail-says-rejected = The secretariat has decided not to put this entry on the calendar.
mail-says-withdrawn = The secretariat has taken this meeting off the calendar.
mail-says-changed-by-desk = The secretariat has changed your entry. The calendar shows it like this now:
mail-says-still-missing = This meeting is near, and the calendar still lacks what people need in order to take part: the link, the place or the date. Please add it.
mail-says-still-meeting = This series is still on the calendar. If it goes on as announced, you need not do anything, unless the calendar says that its dates are to be confirmed. If it has changed or ended, please say so.
mail-says-digest =
    { $count ->
        [one] { $count } entry waits for a decision:
       *[other] { $count } entries wait for a decision. The soonest:
    }
mail-says-urgent = This entry waits for a decision, and the meeting begins within 24 hours.

mail-reason = The secretariat writes:
mail-title = Title
mail-group = Held by
mail-when = When
mail-when-exact = { $date }: { $clocks }
mail-when-more =
    { $count ->
        [one] { $first } (and { $count } more date)
       *[other] { $first } (and { $count } more dates)
    }
mail-reference = Reference
mail-line = { $title } ({ $group }): { $starts }
mail-more =
    { $count ->
        [one] and { $count } more.
       *[other] and { $count } more.
    }
mail-fact = { $name }: { $value }
mail-way = { $words }:
mail-see = See it on the calendar
mail-desk = Go to the desk
mail-review = Review it
mail-change-received = See or change your entry
mail-change-published = Change it later
mail-change-cancelled = Change it later
mail-change-changes-requested = Change your entry
mail-change-rejected = See your entry
mail-change-withdrawn = See your entry
mail-change-changed-by-desk = Change it again
mail-change-still-missing = Add what is missing
mail-change-still-meeting = Confirm or change it
mail-attached = The meeting is attached as a file that calendar programs can open.
mail-keep-private = Please do not pass this mail on: with the private address in it anyone can change the entry.
mail-why = You receive this because your address was given with an entry of the { $calendar }.
mail-why-desk = You receive this because you review entries of the { $calendar }.
mail-stop = Send me no more reminders

stop-title = No more reminders
stop-intro = Press the button, and { $address } receives no more reminders from this calendar. You will still hear what becomes of your own entries.
stop-button = Send me no more reminders
stop-done = Done. This address receives no more reminders.
stop-unknown = This address has expired or is not complete.

desk-mail = Mail
letters-title = Mail
letters-off = No mail is sent: the setting mail.smtp_url is empty. This is what would have been sent.
letters-none = Nothing has been written yet.
letters-sent = Sent on { $when }
letters-given-up = Given up on { $when }
letters-waits =
    { $count ->
        [0] Waits to be sent, not before { $when }
        [1] Tried once; next on { $when }
       *[other] Tried { $count } times; next on { $when }
    }
letters-meeting = See the entry
letters-without-secrets = Private addresses are left out here.
letter-kind-received = Received
letter-kind-published = On the calendar
letter-kind-cancelled = Cancelled
letter-kind-changes-requested = Changes asked for
letter-kind-rejected = Rejected
letter-kind-withdrawn = Taken off
letter-kind-changed-by-desk = Changed by the secretariat
letter-kind-still-missing = Something is missing
letter-kind-still-meeting = Is it still held?
letter-kind-digest = What waits
letter-kind-urgent = Urgent
letters-refused = This address does not take mail since { $when }: { $problem }
letter-kind-private-address = Private addresses
mail-subject-private-address = Your private addresses
mail-says-private-address = Here is a new private address of each of your entries. Earlier ones that were not made void still work.

lost-title = Back to your entries
lost-link = Did you lose the private address of an earlier entry?
lost-intro = Enter the e-mail address that you gave with your entries. We send a new private address of each of them there, at most once an hour.
lost-button = Send me my private addresses
lost-asked = If entries were made with this address, a mail with new private addresses is on its way to it.
lost-no-mail = This calendar sends no mail at present. Please ask the secretariat.
standing-renew-title = This private address came into other hands?
standing-renew = Make it void, with all others of this entry. A new one is mailed to the address that was given with the entry.
standing-renew-button = Make void and send a new one
desk-renew = Make its private addresses void and mail the poster a new one
