### Said where several people change one meeting at the same time: to whoever sends second, and at the desk.

together-title = This meeting has changed since you began
together-since = Since you began, { $who } changed: { $what } ({ $when }).
together-beside = Your change is put beside it.
together-rejected = What you started from was not taken: { $who } rejected it on { $when }.
together-taken-back = What you started from does not count any more: it was taken back on { $when }.
together-gone = What you left as it was does not come along. If you want it, enter it again.
together-begun = When you began
together-to-questions = Something was changed by both of you. Choose below what is to be sent.
together-questions = Choose what is to be sent
together-both = You both changed this; { $who } did so on { $when }.
together-both-gone = You changed this, but what you started from was not taken.
together-mine = Your answer
together-now = As it is now
together-nothing = (nothing)
together-choose = { $what }: choose which answer is to be sent
together-moved-on = The meeting has changed again since you looked. Nothing was sent: look at it once more
together-not-taken = What you started from was not taken. Nothing was sent: look at the meeting as it would be now, then send it

sender-desk = { $name } (secretariat)
sender-desk-unnamed = the secretariat
names-and = { $first } and { $second }
names-comma = { $first }, { $second }
waiting-several =
    { $count ->
        [one] { $count } change, by { $names }
       *[other] { $count } changes, by { $names }
    }
standing-take-back-newest = The button takes back the newest one: what { $who } sent on { $when }.

desk-waiting = The changes in it
desk-decides-all =
    { $count ->
        [one] { $count } change waits. Your decision is about it.
       *[other] { $count } changes wait together. The newest holds all of them, and your decision is about all of them.
    }
desk-waiting-sent = Sent by { $who } on { $when }
desk-waiting-new = The announcement itself.
desk-waiting-same = It says the same as before.
desk-waiting-before = Before
desk-revision-part = Is part of revision { $number }

part-timing = When
part-title = Title
part-text_language = Language of the text
part-group = Group
part-cohosts = Other groups
part-topics = Topics
part-description = Description
part-agenda = Agenda
part-links = Documents, recordings and reports
part-contact = Contact
part-status = Whether it takes place
part-status_note = Why it is not as planned
part-past_reason = Why it was posted after the date
part-mode = How people meet
part-remote = How to join from afar
part-place = Place
part-registration = Registration
part-languages = Languages spoken
part-interpretation = Interpretation
part-captioning = Live captions
part-participants = Number of participants
part-category = Category
part-provenance = Source
