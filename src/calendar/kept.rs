//! The published calendar in a file, for readers who come while the database is away.

use super::published::PublishedMeeting;
use super::snapshot::{Origin, Snapshot};
use crate::store::{Keepsake, Kept, KeptFile};
use std::ops::Deref;

impl Snapshot {
    /// The calendar that was kept.
    pub(super) fn of_kept(kept: Kept) -> Self {
        Self::default()
            .followed_by(kept.publication)
            .of_origin(Origin::Kept(kept.until))
    }

    /// Keeps it in a file. Blocks.
    pub fn keep(&self, file: &KeptFile) -> Result<(), std::io::Error> {
        let meetings = self.meetings().iter();
        file.write(&Keepsake {
            seq: self.seq(),
            modified: self.modified(),
            names: self.name_stamps(),
            groups: self.all_groups().iter().map(Deref::deref).collect(),
            topics: self.all_topics().iter().map(Deref::deref).collect(),
            meetings: meetings.map(|meeting| revision_of(meeting)).collect(),
        })
    }
}

fn revision_of(meeting: &PublishedMeeting) -> &crate::store::PublishedRevision {
    meeting
}
