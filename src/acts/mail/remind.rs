//! Reminders to posters: that something still lacks as the day nears, and whether a series that has gone
//! on for long is still held. Each is told once, however often it is looked.

use crate::acts::{ActError, Acts};
use crate::calendar::{Attention, Concern, Nearness, PublishedMeeting, Snapshot};
use crate::domain::{LanguageTag, MessageId, Times};
use crate::store::{Message, MessageKind, Payload, Revision, Source, Transaction};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// After how long without a word about a series its poster is asked.
const SILENCE: TimeDelta = TimeDelta::days(180);
/// How long before the first day that comes into question a date should be known.
const WEEK: TimeDelta = TimeDelta::days(7);
const TWO_DAYS: TimeDelta = TimeDelta::days(2);

/// Something that a poster should hear once.
struct Reminder<'a> {
    meeting: &'a PublishedMeeting,
    kind: MessageKind,
    event: String,
}

impl Acts {
    /// Puts the reminders that are due into the outbox; returns how many are new. Nothing is done
    /// without a calendar.
    pub fn remind(&self) -> Result<usize, ActError> {
        let Some(calendar) = &self.calendar else {
            return Ok(0);
        };
        let (snapshot, now) = (calendar.current(), self.now());
        let due = due(&snapshot, now);
        if due.is_empty() {
            return Ok(0);
        }
        let told = self.store.told(due.iter().map(|one| one.event.as_str()))?;
        let mut new = 0;
        for reminder in due.iter().filter(|one| !told.contains(&one.event)) {
            let added = self
                .store
                .transact(|transaction| remind_of(transaction, reminder, now))?;
            new += usize::from(added);
        }
        Ok(new)
    }
}

fn due(snapshot: &Snapshot, now: DateTime<Utc>) -> Vec<Reminder<'_>> {
    let meetings = snapshot.meetings().iter();
    meetings
        .flat_map(|meeting| {
            [
                lacking(meeting, now),
                undated(meeting, now),
                silent(meeting, now),
            ]
        })
        .flatten()
        .collect()
}

/// What lacks link or place, or waits for its group's word.
fn lacking(meeting: &PublishedMeeting, now: DateTime<Utc>) -> Option<Reminder<'_>> {
    let attention = Attention::of_published(meeting, now)?;
    let day = meeting.at_hand(now).times.days().map(|(first, _)| first);
    if attention.concerns.contains(&Concern::Unconfirmed) {
        return Some(Reminder {
            meeting,
            kind: MessageKind::StillMeeting,
            event: event("confirm", meeting, day, "once"),
        });
    }
    let when = match attention.nearness {
        Nearness::Now => return None,
        Nearness::Soon => "days",
        Nearness::Near => "week",
    };
    Some(Reminder {
        meeting,
        kind: MessageKind::StillMissing,
        event: event("missing", meeting, day, when),
    })
}

/// What has no date yet though the first day that comes into question is near.
fn undated(meeting: &PublishedMeeting, now: DateTime<Utc>) -> Option<Reminder<'_>> {
    let at_hand = meeting.at_hand(now);
    let Times::Window(window) = &at_hand.times else {
        return None;
    };
    if !at_hand.said.status.takes_place() {
        return None;
    }
    let ahead = window.earliest() - now.date_naive();
    let when = match ahead {
        _ if ahead < TimeDelta::zero() || ahead > WEEK => return None,
        _ if ahead <= TWO_DAYS => "days",
        _ => "week",
    };
    Some(Reminder {
        meeting,
        kind: MessageKind::StillMissing,
        event: event("undated", meeting, Some(window.earliest()), when),
    })
}

/// A series of which nobody has said anything for half a year, each half year.
fn silent(meeting: &PublishedMeeting, now: DateTime<Utc>) -> Option<Reminder<'_>> {
    meeting.details.timing.series()?;
    let at_hand = meeting.at_hand(now);
    if at_hand.times.is_over(now) || !at_hand.said.status.takes_place() {
        return None;
    }
    let halves = (now - meeting.modified).num_days() / SILENCE.num_days();
    (halves > 0).then(|| Reminder {
        meeting,
        kind: MessageKind::StillMeeting,
        event: event("silent", meeting, None, &halves.to_string()),
    })
}

fn event(what: &str, meeting: &PublishedMeeting, day: Option<NaiveDate>, which: &str) -> String {
    let day = day.map_or_else(String::new, |day| day.to_string());
    format!("{what}:{}:{day}:{which}", meeting.id)
}

fn remind_of(
    transaction: &mut Transaction<'_>,
    reminder: &Reminder<'_>,
    now: DateTime<Utc>,
) -> Result<bool, ActError> {
    let Some(head) = transaction.lock_meeting(reminder.meeting.id)? else {
        return Ok(false);
    };
    let Some(published) = head.published() else {
        return Ok(false);
    };
    let Some(revision) = transaction.revision(published)? else {
        return Ok(false);
    };
    // What came out of a file has a program for its poster.
    if revision.source == Source::Import || !transaction.may_be_reminded(&revision.poster.email)? {
        return Ok(false);
    }
    Ok(transaction.add_message(&message(reminder, &revision, &head, now))?)
}

fn message(
    reminder: &Reminder<'_>,
    revision: &Revision,
    head: &crate::store::Head,
    now: DateTime<Utc>,
) -> Message {
    Message {
        id: MessageId::new(),
        kind: reminder.kind,
        event: Some(reminder.event.clone()),
        meeting: Some(head.id()),
        revision: Some(revision.id),
        review: None,
        recipient: revision.poster.email.clone(),
        language: revision
            .language
            .clone()
            .unwrap_or_else(LanguageTag::english),
        payload: Payload {
            reference: Some(head.reference().clone()),
            title: revision.details.said.title.to_string(),
            reason: None,
        },
        created: now,
        due: now,
    }
}
