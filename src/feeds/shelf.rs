//! What feeds say of each meeting, kept ready. It follows the calendar: what a newer snapshot took
//! over unchanged stays, what it left behind goes.

use super::endings::{Endings, Fate, ended_on};
use super::entry::{FeedEntry, Repetition, entries, on, only};
use super::ical::{CalendarObject, MeetingObjects};
use super::select::{Chosen, Dates, told, told_until};
use super::site::Site;
use crate::calendar::{Filter, PublishedMeeting, Snapshot};
use crate::clock::Clock;
use crate::domain::{MeetingId, OccurrenceKey};
use crate::i18n::{Language, Words};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use uuid::fmt::Hyphenated;

/// Keeps what feeds say of the newest snapshot that was asked for, shared by all threads.
#[derive(Debug)]
pub struct Shelf {
    clock: Clock,
    newest: Mutex<Arc<Stock>>,
}

/// What feeds say of one snapshot on one UTC day. Each meeting is put into the words of a language when
/// it is first asked for in it, and once for its revision; stocks of later snapshots and days share them.
#[derive(Debug)]
pub struct Stock {
    snapshot: Arc<Snapshot>,
    today: NaiveDate,
    site: Arc<Site>,
    ready: HashMap<MeetingId, Arc<ReadyMeeting>>,
    endings: OnceLock<Endings>,
}

/// What feeds say of one meeting; another format is another row of cells beside the first.
#[derive(Debug)]
struct ReadyMeeting {
    meeting: Arc<PublishedMeeting>,
    /// The UTC day on which feeds no longer say the same, if there is one.
    good_until: Option<NaiveDate>,
    /// In each language, in the order of [`Language::ALL`]. Most are never asked for.
    objects: [OnceLock<Box<MeetingObjects>>; Language::ALL.len()],
}

/// What iCalendar says of the chosen times of a meeting.
#[derive(Debug)]
pub enum ChosenObjects<'a> {
    /// All times were chosen.
    Ready(&'a MeetingObjects),
    /// Made for this choice alone.
    Made(MeetingObjects),
}

impl Deref for ChosenObjects<'_> {
    type Target = MeetingObjects;

    fn deref(&self) -> &MeetingObjects {
        match self {
            Self::Ready(objects) => objects,
            Self::Made(objects) => objects,
        }
    }
}

#[cfg(test)]
std::thread_local! {
    /// How often this thread put a meeting into words.
    pub(crate) static MADE: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Shelf {
    /// A shelf with nothing on it, for a site.
    pub fn new(site: Site, clock: Clock) -> Self {
        let nothing = Stock::new(Arc::default(), site, clock.now().date_naive());
        Self {
            clock,
            newest: Mutex::new(Arc::new(nothing)),
        }
    }

    /// What feeds say of a snapshot today. That of the newest is kept; whoever still holds an older
    /// one gets its own and takes nothing away.
    pub fn stock(&self, snapshot: &Arc<Snapshot>) -> Arc<Stock> {
        let today = self.clock.now().date_naive();
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::ptr_eq(&newest.snapshot, snapshot) && newest.today == today {
            return Arc::clone(&newest);
        }
        let stock = Arc::new(newest.followed_by(Arc::clone(snapshot), today));
        if snapshot.version() >= newest.snapshot.version() {
            *newest = Arc::clone(&stock);
        }
        stock
    }
}

impl Stock {
    /// What feeds of a site say of a snapshot on a UTC day, nothing of it ready yet.
    pub fn new(snapshot: Arc<Snapshot>, site: Site, today: NaiveDate) -> Self {
        let meetings = snapshot.meetings().iter();
        let ready = meetings.map(|meeting| ReadyMeeting::of(meeting, today));
        Self {
            ready: ready.collect(),
            today,
            snapshot,
            site: Arc::new(site),
            endings: OnceLock::new(),
        }
    }

    /// The snapshot.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Where the calendar lies on the web.
    pub(super) fn site(&self) -> &Site {
        &self.site
    }

    /// The UTC day.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// What iCalendar says of a meeting in English; `None` if there is no such meeting or nothing to
    /// say, as its date is too vague. Which objects there are is the same in every language.
    pub fn objects(&self, id: MeetingId) -> Option<&MeetingObjects> {
        self.objects_in(id, Language::En)
    }

    /// What iCalendar says of a meeting with our words in a language; `None` as for [`Self::objects`].
    pub fn objects_in(&self, id: MeetingId, language: Language) -> Option<&MeetingObjects> {
        let ready = self.ready.get(&id)?;
        let objects = ready.objects[language as usize]
            .get_or_init(|| Box::new(self.made(&ready.meeting, &Dates::All, language)));
        (!objects.is_empty()).then_some(objects)
    }

    /// What iCalendar says of the chosen times of a meeting with our words in a language; `None` if it
    /// has nothing to say, as their date is too vague. Each UID is the same whatever was chosen: a rule
    /// has EXDATEs for the rest.
    pub fn chosen_objects(
        &self,
        chosen: &Chosen<'_>,
        language: Language,
    ) -> Option<ChosenObjects<'_>> {
        match &chosen.dates {
            Dates::All => {
                let objects = self.objects_in(chosen.meeting.id, language);
                objects.map(ChosenObjects::Ready)
            }
            some => {
                let objects = self.made(chosen.meeting, some, language);
                (!objects.is_empty()).then_some(ChosenObjects::Made(objects))
            }
        }
    }

    fn made(
        &self,
        meeting: &Arc<PublishedMeeting>,
        dates: &Dates,
        language: Language,
    ) -> MeetingObjects {
        #[cfg(test)]
        MADE.set(MADE.get() + 1);
        MeetingObjects::of(Words::of(language), &self.told(meeting, dates))
    }

    /// What is told of some times of a meeting today.
    pub(super) fn told<'a>(
        &'a self,
        meeting: &'a Arc<PublishedMeeting>,
        dates: &Dates,
    ) -> Vec<FeedEntry<'a>> {
        let told = told(meeting, self.today).map(|one| one.key());
        let told: HashSet<OccurrenceKey> = told.filter(|key| dates.has(*key)).collect();
        let entries = entries(meeting, &self.snapshot, &self.site);
        only(entries, |key| told.contains(&key))
    }

    /// What iCalendar says of one date of a series by itself: also, for 30 days, that it is held no more.
    /// `None` if nothing is held then.
    pub(super) fn objects_on(
        &self,
        id: MeetingId,
        date: NaiveDate,
        language: Language,
    ) -> Option<MeetingObjects> {
        let (snapshot, site) = (&*self.snapshot, &*self.site);
        let held = snapshot
            .meeting(id)
            .and_then(|meeting| on(entries(meeting, snapshot, site), date));
        let entry = held.or_else(|| {
            let (entry, until) = self.ended_on(id, date)?;
            (self.today <= until).then_some(entry)
        })?;
        Some(MeetingObjects::of(Words::of(language), &[entry]))
    }

    /// Whether it is known still that something was to be held on a date of a series on which nothing
    /// is now.
    pub fn was_held_on(&self, id: MeetingId, date: NaiveDate) -> bool {
        self.ended_on(id, date).is_some()
    }

    fn ended_on(&self, id: MeetingId, date: NaiveDate) -> Option<(FeedEntry<'static>, NaiveDate)> {
        let (snapshot, site) = (&*self.snapshot, &*self.site);
        let fate = match snapshot.meeting(id) {
            Some(meeting) => Fate::Public(meeting),
            None => Fate::TakenOff(snapshot.departed_meeting(id)?),
        };
        ended_on(fate, date, (snapshot, site))
    }

    /// What is told for the last time of what a filter lets through.
    pub(super) fn ended(&self, filter: &Filter, language: Language) -> Vec<MeetingObjects> {
        let w = Words::of(language);
        let endings = self.endings();
        endings.met_by(filter, &self.snapshot, self.today, w)
    }

    /// What is told for the last time of one meeting.
    pub(super) fn ended_of(&self, id: MeetingId, language: Language) -> Vec<MeetingObjects> {
        let w = Words::of(language);
        self.endings().of_meeting(id, self.today, w)
    }

    /// Whether iCalendar has something to say of a meeting, be it for the last time.
    pub(super) fn has_calendar(&self, id: MeetingId) -> bool {
        self.objects(id).is_some() || !self.ended_of(id, Language::En).is_empty()
    }

    /// Everything that is told for the last time.
    pub(super) fn endings(&self) -> &Endings {
        self.endings
            .get_or_init(|| Endings::of(&self.snapshot, &self.site))
    }

    /// The calendar object of a UID, which begins with its meeting's id, in English.
    pub fn object(&self, uid: &str) -> Option<&CalendarObject> {
        let id = MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)?;
        self.objects(id)?.iter().find(|object| object.uid() == uid)
    }

    /// Those objects of the chosen times of a meeting that come by a rule, with each recurrence between
    /// two instants (UTC) as an event of its own (RFC 4791, section 9.6.5); without those of which none
    /// is held then.
    pub fn expanded(
        &self,
        chosen: &Chosen<'_>,
        language: Language,
        span: (DateTime<Utc>, DateTime<Utc>),
    ) -> Vec<CalendarObject> {
        let entries = self.told(chosen.meeting, &chosen.dates);
        let ruled = entries
            .iter()
            .filter(|entry| matches!(entry.repetition, Repetition::Rule(_)));
        ruled
            .filter_map(|entry| CalendarObject::expanded(Words::of(language), entry, span))
            .collect()
    }

    /// Every UID that a meeting has, whatever is told of it today.
    pub fn uids(&self, meeting: &PublishedMeeting) -> Vec<String> {
        let entries = entries(meeting, &self.snapshot, &self.site);
        entries.into_iter().map(|entry| entry.uid).collect()
    }

    /// Makes all of it ready in English, which most subscribers get, so that none of them waits for it;
    /// for a thread in the background. Feeds are right without it.
    pub fn prepare(&self) {
        for meeting in self.snapshot.meetings() {
            self.objects(meeting.id);
        }
    }

    /// The stock of another snapshot or day, with all of this one that still holds there. A snapshot has
    /// other meetings where what they name was changed.
    pub(super) fn followed_by(&self, snapshot: Arc<Snapshot>, today: NaiveDate) -> Self {
        let still_holds = |ready: &&Arc<ReadyMeeting>, meeting: &Arc<PublishedMeeting>| {
            let is_good = ready.good_until.is_none_or(|day| today < day);
            is_good && Arc::ptr_eq(&ready.meeting, meeting)
        };
        let ready = snapshot.meetings().iter().map(|meeting| {
            let known = self.ready.get(&meeting.id);
            match known.filter(|ready| still_holds(ready, meeting)) {
                Some(ready) => (meeting.id, Arc::clone(ready)),
                None => ReadyMeeting::of(meeting, today),
            }
        });
        Self {
            today,
            ready: ready.collect(),
            endings: OnceLock::new(),
            site: Arc::clone(&self.site),
            snapshot: Arc::clone(&snapshot),
        }
    }
}

impl ReadyMeeting {
    /// Nothing yet, under the meeting's id.
    fn of(meeting: &Arc<PublishedMeeting>, today: NaiveDate) -> (MeetingId, Arc<Self>) {
        let ready = Self {
            meeting: Arc::clone(meeting),
            good_until: told_until(meeting, today),
            objects: Default::default(),
        };
        (meeting.id, Arc::new(ready))
    }
}
