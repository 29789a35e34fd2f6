### The desk’s page of one entry, editing with approval, and the private page that tells posters what happened.

review-jump = Go to the decision
review-aside = Decision and notes
review-since-read = Since it was last read
review-since-read-intro = { $reviewer } decided on { $when }: { $verdict }. This is different now:
review-then-read = As it was read
review-hosts = Where the links lead
review-host-same = { $host }: as before.
review-host-used =
    { $count ->
        [one] { $host }: { $group } has used it for { $count } other meeting.
       *[other] { $host }: { $group } has used it for { $count } other meetings.
    }
review-host-first = { $host }: nothing to compare it with. No other link of { $group } is on the calendar.
review-host-new = { $host } is new to { $group }. Links so far led to: { $known }
review-preview-in = Language of the preview
review-reads = The poster reads it in this language: { $language }
review-ready = Ready-made reason
review-ready-fill = Put it into the text
review-claim-take = I am on it
review-claim-own = You have been on it since { $since }
review-claim-other = { $name } has been on it since { $since }
review-claim-let-go = Let it go
review-notes-title = Notes among reviewers
review-notes-hint = Only the secretariat sees them.
review-note = Add a note
review-note-button = Add
review-note-missing = Write the note first
review-note-too-long = Use at most 1000 characters
review-kept = What you wrote before your session ended is below. It has not been sent yet.
review-outside-kept = What you wrote is not lost. It is kept for a day and comes back to you once you are in.
review-typed = What you entered
review-nothing-waits = Nothing of this entry waits any more, so there is nothing to approve.

amend-title = Edit and approve
amend-back = Back to the entry
amend-jump = Go to the button
amend-hint = The poster is told what you changed.
amend-look = See what you change
amend-changes = What you change
amend-nothing = Nothing yet.
amend-moved-on = The poster has sent a newer revision meanwhile. Nothing was published. Below is that one with what you changed; please look at it once more and approve it.
amend-theirs = What the newer revision changed
amend-dates = It is held several times. Its dates are changed step by step, with the button below this form.
amend-dates-button = Change the dates

ready-reason-link = The link does not work
    .text = The link to join does not open, or it leads to something else. Please check it and send the meeting again.
ready-reason-dates = Text and date do not agree
    .text = The title or the description gives another date or time than the form. Please correct whichever is wrong and send the meeting again.
ready-reason-unclear = It is not clear what it is about
    .text = Readers cannot tell from the title and the description what the meeting is about and for whom it is. Please add a sentence or two and send it again.
ready-reason-group = Another group holds it
    .text = The meeting does not seem to be held by the group that you chose. Please choose the group that holds it and send it again.
ready-reason-twice = Already on the calendar
    .text = This meeting is on the calendar already. If you want to change it, please use the private address that came with it.
ready-reason-not-ours = Not a meeting of the community
    .text = This calendar is for meetings of the community of the Internet Governance Forum, and this does not seem to be one.

private-waits = What waits for the secretariat
private-as-readers = See it as readers will see it
private-published = What is on the calendar
private-story = What happened so far
private-sent = { $who } sent it on { $when }.
private-decided = The secretariat decided on { $when }: { $verdict }.
private-taken-back = You took it back on { $when }.
private-part = It became part of what was sent later.
private-waiting = Nobody has decided on it yet.
private-desk-changed = What the secretariat changed:
private-withdrawn = The secretariat took the meeting off the calendar on { $when }.

audit-act-note = Note among reviewers
audit-act-claim = On it
audit-act-let-go = Let go
audit-act-edit-and-approve = Edited and approved
