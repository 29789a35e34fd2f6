//! Calendar objects: all that iCalendar says under one UID, ready to be put into a feed or to be
//! served by itself.

use super::expand;
use super::held::{Held, held};
use super::properties::text_of;
use super::vcalendar;
use super::vevent::Vevent;
use super::zones::{NamedZone, merged};
use crate::feeds::entry::{FeedEntry, Repetition};
use crate::feeds::tag::strong_tag;
use crate::i18n::Words;
use chrono::{DateTime, Utc};
use std::sync::OnceLock;

/// All components under one UID (RFC 4791, section 4.1): an event, and with it those that stand in
/// place of single occurrences.
#[derive(Debug)]
pub struct CalendarObject {
    uid: String,
    text: String,
    events: usize,
    repeats: bool,
    zones: Vec<NamedZone>,
    held: Vec<Held>,
    etag: OnceLock<String>,
}

/// What iCalendar says of one meeting.
#[derive(Debug)]
pub struct MeetingObjects {
    objects: Vec<CalendarObject>,
    modified: Option<DateTime<Utc>>,
}

impl CalendarObject {
    /// `None` where iCalendar has nothing to say of the entry.
    pub(in crate::feeds) fn of(w: Words, entry: &FeedEntry<'_>) -> Option<Self> {
        Self::made_of(w, entry, &Vevent::all(entry))
    }

    /// Each recurrence between two instants (UTC) as an event of its own (RFC 4791, section 9.6.5);
    /// `None` if there is none.
    pub(in crate::feeds) fn expanded(w: Words, entry: &FeedEntry<'_>, span: Held) -> Option<Self> {
        Self::made_of(w, entry, &expand::vevents(entry, span))
    }

    fn made_of(w: Words, entry: &FeedEntry<'_>, vevents: &[Vevent<'_>]) -> Option<Self> {
        let years = vevents.iter().flat_map(Vevent::zones);
        let zones = merged(years.map(|(zone, year)| (zone, year, year)));
        (!vevents.is_empty()).then(|| Self {
            uid: entry.uid.clone(),
            text: vevents.iter().map(|one| text_of(w, one)).collect(),
            events: vevents.len(),
            repeats: matches!(entry.repetition, Repetition::Rule(_)),
            zones,
            held: held(entry, vevents),
            etag: OnceLock::new(),
        })
    }

    /// Its UID, for good.
    pub fn uid(&self) -> &str {
        &self.uid
    }

    /// Whether it comes by a rule.
    pub fn repeats(&self) -> bool {
        self.repeats
    }

    /// Its VEVENTs one after the other, lines ended by CRLF.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The zones that its VEVENTs name, by name, each once.
    pub fn zones(&self) -> &[NamedZone] {
        &self.zones
    }

    /// Each time at which it is held, from its start to its end, UTC. Whole days count from midnight to
    /// midnight UTC, and where they are held.
    pub fn held(&self) -> &[(DateTime<Utc>, DateTime<Utc>)] {
        &self.held
    }

    /// A whole VCALENDAR that holds nothing else, as CalDAV serves it: without METHOD (RFC 4791,
    /// section 4.1).
    pub fn calendar(&self) -> String {
        vcalendar::of_object(self)
    }

    /// The strong entity tag of [`Self::calendar`], with its quotes; made when it is first asked for.
    pub fn etag(&self) -> &str {
        self.etag.get_or_init(|| strong_tag(&self.calendar()))
    }
}

impl MeetingObjects {
    /// The objects of a meeting's entries in some words, in their order.
    pub(in crate::feeds) fn of(w: Words, entries: &[FeedEntry<'_>]) -> Self {
        let object = |entry| CalendarObject::of(w, entry);
        Self {
            objects: entries.iter().filter_map(object).collect(),
            modified: entries.iter().map(|entry| entry.modified).max(),
        }
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &CalendarObject> {
        self.objects.iter()
    }

    /// Whether iCalendar has nothing to say of the meeting.
    pub fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }

    /// How long they are together.
    pub fn octets(&self) -> usize {
        self.iter().map(|object| object.text.len()).sum()
    }

    /// How many VEVENTs they are together.
    pub fn events(&self) -> usize {
        self.iter().map(|object| object.events).sum()
    }

    /// When the meeting was last published, UTC; `None` if it has no entries.
    pub fn modified(&self) -> Option<DateTime<Utc>> {
        self.modified
    }
}
