//! What was published, changed and withdrawn.

use super::Teller;
use super::meeting::Meeting;
use super::names::change_kinds;
use crate::calendar::{Departed, PublishedMeeting};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// The names of what can become of a meeting.
pub const KINDS: [&str; 3] = ["published", "changed", "withdrawn"];

/// What became of a meeting; of several changes only the newest is told.
#[derive(Debug, Serialize, ToSchema)]
pub struct Change {
    /// The id of the meeting.
    #[schema(format = "uuid")]
    pub meeting_id: String,
    #[schema(schema_with = change_kinds)]
    pub kind: &'static str,
    /// When.
    pub at: DateTime<Utc>,
    /// Where in the change log it stands.
    pub seq: i64,
    /// The meeting as it is now; not there if it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
}

/// A page of changes, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangePage {
    pub changes: Vec<Change>,
    /// The address of the next page; not there on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Where the change log stands, such as `384-d9c76ff6a92581de`. After the last page, ask with this
    /// as `since`.
    pub since: String,
}

impl Change {
    /// That a meeting is on the calendar as it is now.
    pub fn standing(teller: Teller<'_>, meeting: &PublishedMeeting) -> Self {
        let stamp = meeting.stamp();
        let is_new = stamp.seq == meeting.seq && meeting.sequence == 0;
        Self {
            meeting_id: meeting.id.to_string(),
            kind: KINDS[if is_new { 0 } else { 1 }],
            at: stamp.at,
            seq: stamp.seq,
            meeting: Some(Meeting::of(teller, meeting)),
        }
    }

    /// That a meeting is not on the calendar any more.
    pub fn departed(departed: &Departed) -> Self {
        Self {
            meeting_id: departed.last.id.to_string(),
            kind: KINDS[2],
            at: departed.stamp.at,
            seq: departed.stamp.seq,
            meeting: None,
        }
    }
}
