//! The objects of a calendar: all that is public and passes its filter, however long ago it was.
//! Nothing leaves because a window moved on, so whoever asks what changed is told all of it.

use super::resource::Which;
use super::token::Token;
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::MeetingId;
use crate::feeds::{CalendarObject, ChosenObjects, Stock};
use crate::store::Stamp;
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

/// What became of an object since somebody looked. In the order of the change log; what the day alone
/// changed comes behind it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The change of the log that altered it last, or behind which it comes.
    pub seq: i64,
    /// Its UID, behind a mark that no UID begins with if the day alone changed it.
    pub place: String,
    /// Whether it is there now.
    pub is_there: bool,
}

impl Change {
    /// That an object is there.
    pub fn of(member: Member) -> Self {
        Self {
            seq: member.seq,
            place: member.uid,
            is_there: true,
        }
    }

    fn at((seq, place): (i64, String), is_there: bool) -> Self {
        Self {
            seq,
            place,
            is_there,
        }
    }

    /// The UID of the object.
    pub fn uid(&self) -> &str {
        self.place.trim_start_matches(BY_DAY)
    }
}

/// Comes after every sign that is in a UID of ours.
const BY_DAY: char = '~';

/// What a calendar holds of a meeting.
pub struct Held<'a> {
    objects: ChosenObjects<'a>,
    /// The change of the log that altered it last.
    pub seq: i64,
    /// When it was altered last, UTC.
    pub modified: DateTime<Utc>,
}

impl<'a> Held<'a> {
    /// What is told for the last time since a change.
    pub(super) fn ended(objects: ChosenObjects<'a>, by: Stamp) -> Self {
        Self {
            objects,
            seq: by.seq,
            modified: by.at,
        }
    }

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
    let ended = stock.ended_uids().filter_map(|(uid, by, _)| {
        let is_told = stock
            .collected_ending(uid, (&filter, which.language()))
            .is_some();
        is_told.then(|| Member {
            seq: by.seq,
            uid: uid.to_owned(),
        })
    });
    members.extend(ended);
    members
}

/// What became of a calendar's objects since somebody knew as much as a token says. Of a meeting that
/// changed every object is told that is not there now: it may have been, and hearing once too often
/// that something is gone harms nobody.
pub fn changed(stock: &Stock, which: &Which, token: &Token) -> Vec<Change> {
    let filter = which.filter();
    let known = token.known();
    let snapshot = stock.snapshot();
    let place = |uid: &str, seq: i64, is_by_day: bool| match is_by_day && seq <= known.0 {
        true => (snapshot.seq(), format!("{BY_DAY}{uid}")),
        false => (seq, uid.to_owned()),
    };
    let is_news = |(seq, place): &(i64, String)| (*seq, place.as_str()) > known;
    let mut changes = Vec::new();
    for meeting in snapshot.meetings() {
        let seq = meeting.stamp().seq;
        let is_by_day = stock.forgot_since(meeting, token.day);
        if seq < known.0 && !is_by_day {
            continue;
        }
        let held = held_of(stock, (&filter, which), meeting);
        let is_there = |uid: &str| held.as_ref().is_some_and(|held| held.object(uid).is_some());
        for uid in stock.uids(meeting) {
            let place = place(&uid, seq, is_by_day);
            if is_news(&place) {
                changes.push(Change::at(place, is_there(&uid)));
            }
        }
    }
    for (uid, by, until) in stock.ended_uids() {
        let has_run_out = token.day <= until && until < stock.today();
        let place = place(uid, by.seq, has_run_out);
        if is_news(&place) {
            let told = stock.collected_ending(uid, (&filter, which.language()));
            changes.push(Change::at(place, told.is_some()));
        }
    }
    changes
}

/// The meeting that a UID belongs to, if it is one of ours.
pub fn meeting_of(uid: &str) -> Option<MeetingId> {
    MeetingId::parse(uid.get(..Hyphenated::LENGTH)?)
}

/// What a calendar holds of a meeting; `None` if that is nothing.
pub(super) fn held_of<'a>(
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
