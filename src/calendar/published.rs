//! One meeting as the world reads it: its approved revision and its place in the change log.

use crate::domain::{MeetingDetails, MeetingId, Reference, RevisionId};
use chrono::{DateTime, Utc};
use std::sync::OnceLock;

/// The approved revision of a meeting; immutable, replaced as a whole when another is approved.
#[derive(Debug)]
pub struct PublishedMeeting {
    /// Its name for life.
    pub id: MeetingId,
    /// What people call it when they ask.
    pub reference: Reference,
    /// The revision that was approved.
    pub revision: RevisionId,
    /// What it says.
    pub details: MeetingDetails,
    /// How many published changes came before this one: iCalendar's SEQUENCE (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// When it was first published, UTC.
    pub created: DateTime<Utc>,
    /// When this revision was published, UTC.
    pub modified: DateTime<Utc>,
    /// The place of this revision in the change log.
    pub seq: i64,
    rendered: OnceLock<String>,
}

impl PublishedMeeting {
    /// A meeting out of its revision and the log.
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        id: MeetingId,
        reference: Reference,
        revision: RevisionId,
        details: MeetingDetails,
        sequence: u32,
        created: DateTime<Utc>,
        modified: DateTime<Utc>,
        seq: i64,
    ) -> Self {
        Self {
            id,
            reference,
            revision,
            details,
            sequence,
            created,
            modified,
            seq,
            rendered: OnceLock::new(),
        }
    }

    /// The same revision without its text in feeds, for when a group's name changed.
    pub(super) fn unrendered(&self) -> Self {
        Self::new(
            self.id,
            self.reference.clone(),
            self.revision,
            self.details.clone(),
            self.sequence,
            self.created,
            self.modified,
            self.seq,
        )
    }

    /// Its text in feeds, made once for this revision by whoever asks first. It lives here so that
    /// it goes when the revision does.
    pub fn rendered(&self, render: impl FnOnce(&Self) -> String) -> &str {
        self.rendered.get_or_init(|| render(self))
    }
}
