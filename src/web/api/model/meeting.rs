//! Meetings, and the times at which they are held.

use super::Teller;
use super::details::{Details, is_joinable};
use super::names::timings;
use super::times::Times;
use crate::calendar::{PublishedMeeting, PublishedOccurrence};
use crate::domain::{Occurrence as Held, OccurrenceKey, Timing};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// The names of the ways in which a meeting is held.
pub const TIMINGS: [&str; 4] = ["once", "parts", "slots", "series"];

/// A meeting: one entry of the calendar, held once or several times.
#[derive(Debug, Serialize, ToSchema)]
pub struct Meeting {
    /// Its id, for life: a UUID, and its UID in iCalendar.
    #[schema(format = "uuid")]
    pub id: String,
    /// What people call it when they ask: `IGF-7K3M9Q`.
    pub reference: String,
    /// Its page, in whichever language its reader has.
    pub url: String,
    /// The same as iCalendar.
    pub ics_url: String,
    #[serde(flatten)]
    pub details: Details,
    #[schema(schema_with = timings)]
    pub timing: &'static str,
    /// When the first of its times begins, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_start: Option<DateTime<Utc>>,
    /// When the last of its times begins, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_start: Option<DateTime<Utc>>,
    /// At how many times it is held.
    pub occurrence_count: usize,
    /// When it was first published.
    pub published_at: DateTime<Utc>,
    /// When anything of what is told here was published last.
    pub updated_at: DateTime<Utc>,
    /// How many published changes of it came before this one: SEQUENCE in iCalendar.
    pub sequence: u32,
    /// Where in the change log that last change stands.
    pub seq: i64,
}

/// A meeting with every time at which it is held.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeetingWithOccurrences {
    pub meeting: Meeting,
    /// In the order of parts, slots or dates; never empty.
    pub occurrences: Vec<Occurrence>,
}

/// One of the times at which a meeting is held, with all that is said of it then: one date of a series
/// may be cancelled or have a title and an agenda of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct Occurrence {
    /// The id of its meeting.
    #[schema(format = "uuid")]
    pub meeting_id: String,
    /// Which of the meeting's times it is: the number of a part or a slot from 1, the day of the rule of
    /// a series (it stays when that date is moved), or nothing if there is but one.
    pub key: String,
    /// Its page.
    pub url: String,
    /// The address that leads to wherever it is joined then. It always knows the present link, so keep
    /// this one. Not there if nobody takes part from afar, if it does not take place, or if only those
    /// who register are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join_url: Option<String>,
    #[serde(flatten)]
    pub details: Details,
    pub times: Times,
    /// When it was to be, as readers were told, before it was rescheduled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rescheduled_from: Option<Times>,
}

impl Meeting {
    pub fn of(teller: Teller<'_>, meeting: &PublishedMeeting) -> Self {
        let id = meeting.id;
        let stamp = meeting.stamp();
        let timing = match &meeting.details.timing {
            Timing::Once(_) => 0,
            Timing::Parts(_) => 1,
            Timing::Slots(_) => 2,
            Timing::Series(_) => 3,
        };
        Self {
            id: id.to_string(),
            reference: meeting.reference.to_string(),
            url: teller.page(id, OccurrenceKey::Whole),
            ics_url: format!("{}/meetings/{id}.ics", teller.base),
            details: Details::of(teller, &meeting.details.said),
            timing: TIMINGS[timing],
            first_start: meeting.first_start(),
            last_start: meeting.last_start(),
            occurrence_count: meeting.occurrences().len(),
            published_at: meeting.created,
            updated_at: stamp.at,
            sequence: meeting.sequence,
            seq: stamp.seq,
        }
    }
}

impl MeetingWithOccurrences {
    pub fn of(teller: Teller<'_>, meeting: &Arc<PublishedMeeting>) -> Self {
        let occurrences = meeting.occurrences();
        Self {
            meeting: Meeting::of(teller, meeting),
            occurrences: occurrences
                .map(|one| Occurrence::told(teller, meeting, one))
                .collect(),
        }
    }
}

impl Occurrence {
    pub fn of(teller: Teller<'_>, one: &PublishedOccurrence) -> Self {
        Self::told(teller, one.meeting(), one.occurrence())
    }

    fn told(teller: Teller<'_>, meeting: &PublishedMeeting, one: &Held) -> Self {
        let (id, key) = (meeting.id, one.key);
        Self {
            meeting_id: id.to_string(),
            key: key.to_string(),
            url: teller.page(id, key),
            join_url: is_joinable(&one.said).then(|| teller.join(id, key)),
            details: Details::of(teller, &one.said),
            times: Times::of(&one.times),
            rescheduled_from: meeting.moved_from_of(one).map(Times::of),
        }
    }
}
