//! What feeds say of each meeting, kept ready. It follows the calendar: what a newer snapshot took
//! over unchanged stays, what it left behind goes.

use super::entry::entries;
use super::ical::{CalendarObject, MeetingObjects};
use super::site::Site;
use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{MeetingId, Named, Slug};
use crate::i18n::{Language, Words};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use uuid::fmt::Hyphenated;

/// Keeps what feeds say of the newest snapshot that was asked for, shared by all threads.
#[derive(Debug)]
pub struct Shelf {
    newest: Mutex<Arc<Stock>>,
}

/// What feeds say of one snapshot. Each meeting is put into the words of a language when it is first
/// asked for in it, and once for its revision; stocks of later snapshots share them.
#[derive(Debug)]
pub struct Stock {
    snapshot: Arc<Snapshot>,
    site: Arc<Site>,
    ready: HashMap<MeetingId, Arc<ReadyMeeting>>,
}

/// What feeds say of one meeting; another format is another row of cells beside the first.
#[derive(Debug)]
struct ReadyMeeting {
    meeting: Arc<PublishedMeeting>,
    /// In each language, in the order of [`Language::ALL`]. Most are never asked for.
    objects: [OnceLock<Box<MeetingObjects>>; Language::ALL.len()],
}

impl Shelf {
    /// A shelf with nothing on it, for a site.
    pub fn new(site: Site) -> Self {
        Self {
            newest: Mutex::new(Arc::new(Stock::new(Arc::default(), site))),
        }
    }

    /// What feeds say of a snapshot. That of the newest is kept; whoever still holds an older one
    /// gets its own and takes nothing away.
    pub fn stock(&self, snapshot: &Arc<Snapshot>) -> Arc<Stock> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::ptr_eq(&newest.snapshot, snapshot) {
            return Arc::clone(&newest);
        }
        let stock = Arc::new(newest.followed_by(Arc::clone(snapshot)));
        if snapshot.version() >= newest.snapshot.version() {
            *newest = Arc::clone(&stock);
        }
        stock
    }
}

impl Stock {
    /// What feeds of a site say of a snapshot, nothing of it ready yet.
    pub fn new(snapshot: Arc<Snapshot>, site: Site) -> Self {
        let ready = snapshot.meetings().iter().map(ReadyMeeting::of).collect();
        Self {
            snapshot,
            site: Arc::new(site),
            ready,
        }
    }

    /// The snapshot.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// What iCalendar says of a meeting in English; `None` if there is no such meeting or nothing to
    /// say, as its date is too vague. Which objects there are is the same in every language.
    pub fn objects(&self, id: MeetingId) -> Option<&MeetingObjects> {
        self.objects_in(id, Language::En)
    }

    /// What iCalendar says of a meeting with our words in a language; `None` as for [`Self::objects`].
    pub fn objects_in(&self, id: MeetingId, language: Language) -> Option<&MeetingObjects> {
        let ready = self.ready.get(&id)?;
        let objects = ready.objects[language as usize].get_or_init(|| {
            let entries = entries(&ready.meeting, &self.snapshot, &self.site);
            Box::new(MeetingObjects::of(Words::of(language), &entries))
        });
        (!objects.is_empty()).then_some(objects)
    }

    /// The calendar object of a UID, which begins with its meeting's id, in English.
    pub fn object(&self, uid: &str) -> Option<&CalendarObject> {
        let id = MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)?;
        self.objects(id)?.iter().find(|object| object.uid() == uid)
    }

    /// Makes all of it ready in English, which most subscribers get, so that none of them waits for it;
    /// for a thread in the background. Feeds are right without it.
    pub fn prepare(&self) {
        for meeting in self.snapshot.meetings() {
            self.objects(meeting.id);
        }
    }

    /// The stock of another snapshot, with all of this one that still holds there.
    fn followed_by(&self, snapshot: Arc<Snapshot>) -> Self {
        let renamed = Renamed::between(&self.snapshot, &snapshot);
        let still_holds = |ready: &&Arc<ReadyMeeting>, meeting: &Arc<PublishedMeeting>| {
            Arc::ptr_eq(&ready.meeting, meeting) && !renamed.concerns(meeting)
        };
        let ready = snapshot.meetings().iter().map(|meeting| {
            let known = self.ready.get(&meeting.id);
            match known.filter(|ready| still_holds(ready, meeting)) {
                Some(ready) => (meeting.id, Arc::clone(ready)),
                None => ReadyMeeting::of(meeting),
            }
        });
        Self {
            ready: ready.collect(),
            site: Arc::clone(&self.site),
            snapshot: Arc::clone(&snapshot),
        }
    }
}

impl ReadyMeeting {
    /// Nothing yet, under the meeting's id.
    fn of(meeting: &Arc<PublishedMeeting>) -> (MeetingId, Arc<Self>) {
        let ready = Self {
            meeting: Arc::clone(meeting),
            objects: Default::default(),
        };
        (meeting.id, Arc::new(ready))
    }
}

/// The groups and topics of which two snapshots do not say the same.
struct Renamed<'a> {
    groups: HashSet<&'a Slug>,
    topics: HashSet<&'a Slug>,
}

impl<'a> Renamed<'a> {
    fn between(one: &'a Snapshot, other: &'a Snapshot) -> Self {
        let groups = one.groups().chain(other.groups()).map(|group| &group.slug);
        let topics = one.topics().chain(other.topics()).map(|topic| &topic.slug);
        Self {
            groups: groups
                .filter(|slug| one.group(slug) != other.group(slug))
                .collect(),
            topics: topics
                .filter(|slug| one.topic(slug) != other.topic(slug))
                .collect(),
        }
    }

    /// Whether feeds say anything of them in this meeting.
    fn concerns(&self, meeting: &PublishedMeeting) -> bool {
        let is_renamed = |named: Named<'_>| match named {
            Named::Group(slug) => self.groups.contains(slug),
            Named::Topic(slug) => self.topics.contains(slug),
        };
        let is_any = !self.groups.is_empty() || !self.topics.is_empty();
        is_any
            && meeting
                .occurrences()
                .any(|one| one.said.named().any(is_renamed))
    }
}
