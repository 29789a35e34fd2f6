//! The objects of a calendar: all that is public and passes its filter, however long ago it was.
//! Nothing leaves because a window moved on, so whoever asks what changed is told all of it.

use super::resource::Which;
use super::token::Token;
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::MeetingId;
use crate::feeds::{CalendarObject, ChosenObjects, Stock};
use chrono::{DateTime, Utc};
use std::sync::Arc;
use uuid::fmt::Hyphenated;

/// An object of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The change of the log that altered it last.
    pub seq: i64,
    /// Its UID.
    pub uid: String,
}

/// What became of an object since somebody looked. In the order of the change log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The change of the log that altered it last.
    pub seq: i64,
    /// Its UID.
    pub uid: String,
    /// Whether it is there now.
    pub is_there: bool,
}

impl Change {
    /// That an object is there.
    pub fn of(member: Member) -> Self {
        Self {
            seq: member.seq,
            uid: member.uid,
            is_there: true,
        }
    }
}

/// What a calendar holds of a meeting.
pub struct Held<'a> {
    objects: ChosenObjects<'a>,
    /// The change of the log that altered it last.
    pub seq: i64,
    /// When it was altered last, UTC.
    pub modified: DateTime<Utc>,
}

impl Held<'_> {
    /// Each object.
    pub fn objects(&self) -> impl Iterator<Item = &CalendarObject> {
        self.objects.iter()
    }

    /// The object of a UID.
    pub fn object(&self, uid: &str) -> Option<&CalendarObject> {
        self.objects().find(|object| object.uid() == uid)
    }
}

/// Every object of a calendar, in the order of the meetings.
pub fn all(stock: &Stock, which: &Which) -> Vec<Member> {
    let filter = which.filter();
    let meetings = stock.snapshot().meetings().iter();
    let held = meetings.filter_map(|meeting| held_of(stock, (&filter, which), meeting));
    let mut members = Vec::new();
    for held in held {
        members.extend(held.objects().map(|object| Member {
            seq: held.seq,
            uid: object.uid().to_owned(),
        }));
    }
    members
}

/// What became of a calendar's objects since somebody knew as much as a token says. Of a meeting that
/// changed every object is told that is not there now: it may have been, and hearing once too often
/// that something is gone harms nobody.
pub fn changed(stock: &Stock, which: &Which, token: &Token) -> Vec<Change> {
    let filter = which.filter();
    let (known, known_uid) = token.known();
    let snapshot = stock.snapshot();
    let mut changes = Vec::new();
    for meeting in snapshot.meetings() {
        let stamp = meeting.stamp().seq;
        // What only the day changed comes last.
        let seq = match stock.forgot_since(meeting, token.day) {
            true => snapshot.seq(),
            false => stamp,
        };
        if seq < known {
            continue;
        }
        let held = held_of(stock, (&filter, which), meeting);
        changes.extend(stock.uids(meeting).into_iter().map(|uid| {
            Change {
                is_there: held
                    .as_ref()
                    .is_some_and(|held| held.object(&uid).is_some()),
                seq,
                uid,
            }
        }));
    }
    for departed in snapshot.departed() {
        let gone = stock.uids(&departed.last).into_iter();
        changes.extend(gone.map(|uid| Change {
            seq: departed.stamp.seq,
            uid,
            is_there: false,
        }));
    }
    changes.retain(|change| (change.seq, change.uid.as_str()) > (known, known_uid));
    changes
}

/// What a calendar holds of the meeting that a UID belongs to.
pub fn by_uid<'a>(stock: &'a Stock, which: &Which, uid: &str) -> Option<Held<'a>> {
    let meeting = stock.snapshot().meeting(meeting_of(uid)?)?;
    held_of(stock, (&which.filter(), which), meeting)
}

/// An object with each recurrence within a span of time (UTC) as an event of its own.
pub fn expanded(
    stock: &Stock,
    which: &Which,
    uid: &str,
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Option<CalendarObject> {
    let meeting = stock.snapshot().meeting(meeting_of(uid)?)?;
    let chosen = stock.collected(meeting, &which.filter())?;
    stock.expanded(&chosen, (uid, which.language()), span)
}

/// The meeting that a UID belongs to, if it is one of ours.
pub fn meeting_of(uid: &str) -> Option<MeetingId> {
    MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)
}

fn held_of<'a>(
    stock: &'a Stock,
    (filter, which): (&Filter, &Which),
    meeting: &'a Arc<PublishedMeeting>,
) -> Option<Held<'a>> {
    let stamp = meeting.stamp();
    Some(Held {
        objects: stock.collected_objects(meeting, (filter, which.language()))?,
        seq: stamp.seq,
        modified: stamp.at,
    })
}
