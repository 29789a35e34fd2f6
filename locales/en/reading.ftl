### Said to readers: listings, meetings, feeds.

upcoming-title = Upcoming meetings
upcoming-intro = Meetings of Dynamic Coalitions, Best Practice Forums, Policy Networks, the MAG, and national, regional and youth IGFs. All are listed so that anyone can join.
past-title = Past meetings
past-intro = What was held, with recordings, summaries and transcripts where groups have added them.
past-years = Years
past-without-date = Day not recorded
past-count =
    { $count ->
        [one] { $count } meeting in { $year }
       *[other] { $count } meetings in { $year }
    }
empty-title = Nothing is on the calendar yet
empty-text = Groups post their meetings with the button below. The secretariat checks each one and puts it here, and everybody who has subscribed gets it.
list-count =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
list-clock = Times in { $place }
list-date-to-be-confirmed = Date to be confirmed
list-nothing-coming = No meeting is coming that fits. Earlier ones are here:
list-has-recording = recording available
subscribe-to-this = Subscribe to this list
join = Join
join-which = Join: { $title }
join-heading = Join this meeting
join-ways = How to join
join-at = Join: { $label }
join-leads-to = This link leads to
join-does-not-take-place = This meeting does not take place at this time.
join-is-over = This meeting is over.
join-all-details = All details of this meeting
add-to-calendar = Add to my calendar
add-date-to-calendar = Add this date to my calendar
add-series-to-calendar = Add the whole series to my calendar
meeting-post-next = Post the next one
filter-label = Filter
filter-kind = Kind of group
filter-group = Group
filter-topic = Topic
filter-mode = Virtual or in place
filter-words = Search words
filter-recording = With a recording
filter-any = All
filter-button = Show
filter-clear = Show all
paging-label = Pages
paging-previous = Earlier page
paging-next = Next page
paging-where = Page { $page } of { $pages }

kind-secretariat = IGF Secretariat
kind-mag = Multistakeholder Advisory Group
kind-mag-working-group = MAG working groups
kind-dc-coordination-group = Coordination of Dynamic Coalitions
kind-dynamic-coalition = Dynamic Coalitions
kind-best-practice-forum = Best Practice Forums
kind-policy-network = Policy Networks
kind-intersessional-other = Other intersessional work
kind-nri-regional = Regional IGFs
kind-nri-subregional = Sub-regional IGFs
kind-nri-national = National IGFs
kind-nri-youth = Youth IGFs

mode-virtual = Virtual
mode-face-to-face = Face to face
mode-hybrid = Hybrid
mode-in-town = { $mode }: { $town }

status-confirmed = Confirmed
status-tentative = Tentative
status-postponed = Postponed
status-moved-online = Moved online
status-cancelled = Cancelled
badge-date-to-be-confirmed = Date to be confirmed

link-kind-document = Document
link-kind-agenda = Agenda
link-kind-recording = Recording
link-kind-summary = Summary report
link-kind-transcript = Transcript
link-kind-slides = Slides

when-from-to = { $date }, { $start } – { $end }
when-from-to-days = { $start } – { $end }
when-at = { $date }, { $time }
when-row = { $clock } { $place }
when-row-other-day = { $clock } { $place }, { $date }
when-all-day = Hours not given
when-local-days = Local time in { $place }
when-hours-not-given = Hours are not given.
when-hours-not-given-in = Hours are not given. Days are those in { $place }.
when-end-not-given = The end time is not given.
when-last-hour-not-given = The hour at which the last day ends is not given.
when-date-to-be-confirmed = The date is to be confirmed.
when-date-unknown = Date to be confirmed
when-early = Early { $month }
when-middle = Middle of { $month }
when-late = Late { $month }
when-between = Between { $earliest } and { $latest }

meeting-when = When
meeting-how = How to take part
meeting-what = What it is about
meeting-agenda = Agenda
meeting-documents = Documents
meeting-outcomes = Recordings and reports
meeting-contact = Contact
meeting-category = Listed as:
meeting-past-reason = Posted after the date:
meeting-source = Source:
meeting-reference = Reference { $reference }, last changed on { $date }
access-passcode = Passcode:
access-dial-in = By telephone:
access-by-telephone = By telephone
access-at-registration = The link to join is sent to those who register.
access-to-follow = The link to join will follow here.
access-not-recorded = How to join is not on record.
venue-to-follow = The venue will be announced.
registration = Registration:
registration-required = Registration is required:
said-topics = Topics:
said-languages = Languages spoken:
said-interpretation = Interpretation into:
captioning-offered = With live captions.

groups-title = Groups
groups-intro =
    { $count ->
        [one] { $count } group of the community.
       *[other] { $count } groups of the community, by kind.
    }
groups-past =
    { $count ->
        [one] { $count } that has ended
       *[other] { $count } that have ended
    }
group-website = Website
group-region = Region
group-languages = Languages
group-topics = Topics
group-since = Since
group-status = Status
group-source = Source
group-subscribe = Subscribe to this group
group-nothing-coming = This group has no meeting on the calendar at the moment.
group-all-past = All past meetings of this group

subscribe-title = Subscribe
subscribe-intro = Subscribe once, and every meeting appears in your own calendar, at your own time, with its changes.
subscribe-choose = 1. Choose what you want
subscribe-address = 2. Subscribe
subscribe-copy = Address of your calendar (copy it)
subscribe-open = Open in a calendar app
subscribe-where = 3. Or put the address into your app yourself
subscribe-google = On a computer: Other calendars, the plus sign, From URL. Paste the address.
subscribe-apple = Open the address, or: Calendars, Add Calendar, Add Subscription Calendar. Paste the address.
subscribe-outlook = Add calendar, Subscribe from web. Paste the address.
subscribe-thunderbird = New calendar, On the network. Paste the address.
subscribe-android = Install ICSx⁵, press the plus sign, paste the address.
subscribe-delay = Apps look for changes at their own pace: Apple and Thunderbird within hours, Google within a day. The link to join in each entry goes by way of this calendar, so it is always up to date.
subscribe-programs = For people who write programs: the calendar’s API

one-part = Part { $number } of { $of }
one-slot =
    { $of ->
        [2] Slot { $number } of 2: choose either
       *[other] Slot { $number } of { $of }: choose one
    }
one-of-series = One of a series
meeting-parts = When: in { $count } parts
meeting-slots =
    { $count ->
        [2] When: held twice, choose either
       *[other] When: held { $count } times, choose one
    }
meeting-part = Part { $number }
meeting-slot = Slot { $number }
group-all-coming = All coming meetings of this group

refused-title = This address asks for something that is not here
refused-name = “{ $name }” is not something that can be asked for here.
refused-value = “{ $value }” is not a value of “{ $name }”.
refused-names = What can be asked for: { $values }.
refused-no-names = Nothing can be asked for here beside the address itself.
refused-values = Its values are: { $values }.
refused-group = Its value is the short name or the acronym of a group, as the list of groups has it.
refused-language = Its value is the code of a language: en, fr, pt-BR.
refused-number = Its value is a number from 1 on.
refused-year = Its value is a year: 2018.
refused-date = Its value is a date: 2018-04-10.
refused-past = Its value is a number of days, weeks, months or years (90d, 12w, 18m, 2y) or all.
refused-without = The same page without it
