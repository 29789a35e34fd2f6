//! What feeds say of each meeting, kept ready. It follows the calendar: what a newer snapshot took
//! over unchanged stays, what it left behind goes.

use super::entry::entries;
use super::ical::{CalendarObject, MeetingObjects};
use super::site::Site;
use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{MeetingId, Named, Slug};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use uuid::fmt::Hyphenated;

/// Keeps what feeds say of the newest snapshot that was asked for, shared by all threads.
#[derive(Debug)]
pub struct Shelf {
    newest: Mutex<Arc<Stock>>,
}

/// What feeds say of one snapshot. Each meeting is put into words when it is first asked for and
/// once for its revision; stocks of later snapshots share them.
#[derive(Debug)]
pub struct Stock {
    snapshot: Arc<Snapshot>,
    site: Arc<Site>,
    ready: HashMap<MeetingId, Arc<ReadyMeeting>>,
}

/// What feeds say of one meeting; another format is another cell beside the first.
#[derive(Debug)]
struct ReadyMeeting {
    meeting: Arc<PublishedMeeting>,
    objects: OnceLock<MeetingObjects>,
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

    /// Where the calendar lies on the web.
    pub(super) fn site(&self) -> &Site {
        &self.site
    }

    /// What iCalendar says of a meeting; `None` if there is no such meeting or nothing to say, as its
    /// date is too vague.
    pub fn objects(&self, id: MeetingId) -> Option<&MeetingObjects> {
        let ready = self.ready.get(&id)?;
        let objects = ready.objects.get_or_init(|| {
            let entries = entries(&ready.meeting, &self.snapshot, &self.site);
            MeetingObjects::of(&entries)
        });
        (!objects.is_empty()).then_some(objects)
    }

    /// The calendar object of a UID, which begins with its meeting's id.
    pub fn object(&self, uid: &str) -> Option<&CalendarObject> {
        let id = MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)?;
        self.objects(id)?.iter().find(|object| object.uid() == uid)
    }

    /// Makes all of it ready, so that no subscriber waits for it: about 25 µs a meeting, for a thread
    /// in the background. Feeds are right without it.
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
            objects: OnceLock::new(),
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
