//! In which order entries stand: in sections, the most urgent first, and what begins soonest first in
//! each.

use crate::store::QueueEntry;
use chrono::{DateTime, TimeDelta, Utc};

/// How near a start is urgent.
const SOON: TimeDelta = TimeDelta::hours(24);

/// A section of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// It begins within 24 hours.
    Soon,
    /// An earlier revision is public.
    Changes,
    New,
    /// It was sent again after changes were asked for.
    Again,
    /// Changes were asked for, and nothing came yet.
    Poster,
}

impl Section {
    /// The name of its anchor, and a part of the keys of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Changes => "changes",
            Self::New => "new",
            Self::Again => "again",
            Self::Poster => "poster",
        }
    }

    /// The section that an entry stands in.
    pub fn of(entry: &QueueEntry, now: DateTime<Utc>) -> Self {
        match entry {
            entry if entry.asked.is_some() => Self::Poster,
            entry if entry.begins_within(SOON, now) => Self::Soon,
            entry => Self::regardless_of_time(entry),
        }
    }

    /// The section of an entry that waits for the desk, were it not urgent.
    pub fn regardless_of_time(entry: &QueueEntry) -> Self {
        match entry {
            entry if entry.is_edit => Self::Changes,
            entry if entry.was_asked => Self::Again,
            _ => Self::New,
        }
    }
}

/// The place of an entry: what has begun already, and what has no date, can wait the longest; else what
/// was sent first comes first.
pub type Place = (Section, bool, Option<DateTime<Utc>>, DateTime<Utc>, String);

/// The place of an entry.
pub fn place(entry: &QueueEntry, now: DateTime<Utc>) -> Place {
    let start = entry.next_start(now).map(|(start, _)| start);
    let section = Section::of(entry, now);
    (
        section,
        start.is_none(),
        start,
        entry.sent,
        entry.meeting.to_string(),
    )
}
