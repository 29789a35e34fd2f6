### Said of what comes out of a meeting, and of what groups are asked for.

after-title = After the meeting
after-intro = What came out of it, for those who were not there. It appears with the meeting in the archive and in everybody’s calendar; the rest of the entry stays as it is.
after-links-title = Recording, report, transcript, slides
after-add = Add another one
after-participants-hint = In the place and from afar together, for example 42. Leave it empty if nobody counted.

field-outcome_kind = What it is
field-outcome_label = Name, if it has one of its own
field-outcome_url = Address of the recording or report
field-participants = Number of participants
problem-not-a-count = { $field }: enter a whole number from 1 to { $limit }
error-outcome_url-missing = Enter the address of this recording or report
check-change-after = Change what came out of it

meeting-participants =
    { $count ->
        [one] { $count } person took part.
       *[other] { $count } people took part.
    }
list-participants =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }

shortcut-outcomes = Add recording, report or number of participants
shortcut-cancelled = Cancel this meeting
shortcut-postponed = Postpone it (new date to follow)
shortcut-confirmed = It takes place after all

attention-title = Needs a look
attention-now = Going on now
attention-soon = Within two days
attention-near = Within a week
attention-link-missing = The link to join is still to follow.
attention-place-missing = The venue is still to be announced.
attention-remedy = Add what is missing
attention-unconfirmed = The dates from { $date } on are only planned. Ask the group: are you still meeting on these dates?
attention-confirmed = The group says yes
attention-not-confirmed = The group says no, or other dates
