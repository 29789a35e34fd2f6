//! The objects of a calendar: all that is public and passes its filter, however long ago it was.
//! Nothing leaves because a window moved on, so whoever asks what changed is told all of it.

use super::token::Token;
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::MeetingId;
use crate::feeds::{CalendarObject, MeetingObjects, Stock};
use chrono::{DateTime, NaiveDate, Utc};
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
    objects: &'a MeetingObjects,
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
pub fn all(stock: &Stock, filter: &Filter) -> Vec<Member> {
    let meetings = stock.snapshot().meetings().iter();
    let held = meetings.filter_map(|meeting| of_meeting(stock, filter, meeting));
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
pub fn changed(
    stock: &Stock,
    filter: &Filter,
    (token, _today): (&Token, NaiveDate),
) -> Vec<Change> {
    let known = token.known();
    let mut changes = Vec::new();
    for meeting in stock.snapshot().meetings() {
        if meeting.seq < known.0 {
            continue;
        }
        let held = of_meeting(stock, filter, meeting);
        for object in stock.objects(meeting.id).iter().flat_map(|all| all.iter()) {
            let uid = object.uid();
            changes.push(Change {
                seq: meeting.seq,
                uid: uid.to_owned(),
                is_there: held.as_ref().is_some_and(|held| held.object(uid).is_some()),
            });
        }
    }
    changes.retain(|change| (change.seq, change.uid.as_str()) > known);
    changes
}

/// What a calendar holds of the meeting that a UID belongs to.
pub fn by_uid<'a>(stock: &'a Stock, filter: &Filter, uid: &str) -> Option<Held<'a>> {
    let meeting = stock.snapshot().meeting(meeting_of(uid)?)?;
    of_meeting(stock, filter, meeting)
}

/// The meeting that a UID belongs to, if it is one of ours.
pub fn meeting_of(uid: &str) -> Option<MeetingId> {
    MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)
}

fn of_meeting<'a>(
    stock: &'a Stock,
    filter: &Filter,
    meeting: &Arc<PublishedMeeting>,
) -> Option<Held<'a>> {
    let is_let_through = filter.accepts(meeting, stock.snapshot());
    Some(Held {
        objects: is_let_through.then(|| stock.objects(meeting.id))??,
        seq: meeting.seq,
        modified: meeting.modified,
    })
}
