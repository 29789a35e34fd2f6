### Groups and topics: what readers see of their names, and the desk’s pages for both.

## Readers

group-formerly = Formerly { $name } (until { $until })
group-closed = This group was closed: { $date }. Its meetings stay here.
group-how-to-join = How to join
group-mailing-list = Mailing list
group-contact = Contact
group-until = Until
groups-onward =
    { $count ->
        [one] { $count } former name
       *[other] { $count } former names
    }
group-continues-as = continues as

## What can be wrong

problem-closed-group = { $field }: this group was closed. Choose another
problem-taken = { $field }: another goes by this name, or went by it. Choose another name

## Fields

field-slug = Name in addresses
field-name = Full name
field-acronym = Acronym
field-kind = Kind of group
field-group_description = What it does
field-how_to_join = How to join
field-mailing_list = Mailing list
field-website = Website
field-region = Region
field-group_country = Country
field-group_languages = Languages
field-active_from = First year or cycle
field-active_until = Last year or cycle
field-group_status = Status
field-source_url = Where this was read
field-name_ar = Arabic
field-name_en = English
field-name_es = Spanish
field-name_fr = French
field-name_ru = Russian
field-name_zh = Chinese
field-new_slug = New name in addresses
field-new_name = New full name
field-new_acronym = New acronym
field-into = Continues as
group-name-hint = To mend a mistake. If the group took another name, rename it below, so that readers find it by both.
group-how-to-join-hint = What somebody has to do who wants to take part.
group-mailing-list-hint = The address of its page, or the address that it is written to.
group-contact-hint = Readers see both.
group-place-title = Place and languages
group-languages-hint = Codes with commas between them, for example en, fr, pt.
group-record-title = For the record
group-cycle-hint = For example 2016.
group-status-hint = In a few words, for example active.

## The desk’s lists

lists-new-group = Add a group
lists-new-topic = Add a topic
lists-back-to-groups = All groups
lists-back-to-topics = All topics
lists-search = Name, also a former one
lists-search-button = Show
lists-all-kinds = All kinds
lists-count =
    { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
lists-closed = Closed
lists-past = Past
lists-next = Next: { $when }
lists-last = Last: { $when }
lists-never = No meeting on the calendar yet
lists-formerly = Formerly { $name }
lists-add = Add
lists-save = Save
lists-slug-hint = Lower-case letters, digits and hyphens. Former names go on leading here.
lists-as-readers = As readers see it
lists-edit = Change what is said
lists-rename = Rename
lists-rename-button = Rename
lists-rename-group-intro = Pages, feeds and filters by the former name lead to the new one, and readers see what it was called before. Subscriptions go on as they are.
lists-rename-topic-intro = Filters and feeds by the former name lead to the new one. What readers call it is changed above.
lists-merge-group = Continues as another group
lists-merge-topic = Continues as another topic
lists-merge-group-intro = Its page, feeds and meetings become the other group’s, which readers see as what was called so before. This can be undone.
lists-merge-topic-intro = Meetings and groups with it count as the other’s from then on. This can be undone.
lists-merge-button = Put together
lists-merge-missing = Choose what it continues as
lists-close-group = Close this group
lists-close-topic = Close this topic
lists-close-group-intro = It then stands last in lists, and no new meeting can be posted for it. What it held stays.
lists-close-topic-intro = While it is closed, forms do not offer it. What has it keeps it.
lists-reopen = Open it again
lists-reopen-group-intro = Meetings can then be posted for it again.
lists-topic-closed = closed: { $date }
lists-waiting = New entries of this group that wait
lists-signpost = Since { $since } this name leads on to:
lists-separate = Make it its own again
lists-separate-intro = What was posted under this name then counts as its own again. What was posted since stays where it is.
lists-meanwhile = Somebody else changed this while you were writing, so nothing is saved yet. What they wrote is below; what you typed is in the form. Look at both and save again.
lists-meanwhile-look = Somebody else changed this meanwhile, so nothing was done. It is shown as it stands now; please look and press again.
lists-theirs = What was changed meanwhile
lists-theirs-nothing = nothing
lists-theirs-contested = You typed something else here; your text is in the form.
lists-done-created = Added.
lists-done-saved = Saved.
lists-done-renamed = Renamed. All former names lead here.
lists-done-merged = Put together.
lists-done-separated = It is its own again.
lists-done-closed = Closed.
lists-done-reopened = Open again.
lists-done-meetings = Done. What is still to come of this group is below, if anything is.
topics-used = Meetings: { $meetings }. Groups: { $groups }.

## How often a group meets

activity-title = Meetings a year
activity-next = Next
activity-last = Last
activity-none = Nothing was held yet that is on the calendar.
activity-held =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }

## Meetings of a group that is closed

fates-title =
    { $count ->
        [one] { $count } meeting is still to come
       *[other] { $count } meetings are still to come
    }
fates-legend = What becomes of { $title }
fates-keep = Keep
fates-move = Move to another group
fates-cancel = Cancel
fates-to = The group that meetings move to
fates-to-missing = Choose the group that meetings move to
fates-reason = Why meetings are cancelled
fates-reason-hint = Readers and posters see it.
fates-reason-missing = Write why meetings are cancelled
fates-button = Carry out
fates-waits = A change of this meeting waits. Decide on it first.
