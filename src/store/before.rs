//! What readers may still have of a meeting from before the revision that is public now.

use super::history::HistoryRow;
use super::stamp::Stamp;
use crate::domain::{MeetingDetails, Times};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What readers may still have of a meeting from before.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// The date that they were told last, where none is known any more; of several the one that was
    /// next when that was published.
    pub told_last: Option<Times>,
    /// What was public and told of other times, the oldest first, as far as it was replaced within
    /// [`super::TOLD_OFF`] before the newest change of the log.
    pub earlier: Vec<EarlierRevision>,
}

/// What was public of a meeting before.
#[derive(Debug, Clone)]
pub struct EarlierRevision {
    /// What it said, by the names that groups and topics had when it was sent.
    pub details: Arc<MeetingDetails>,
    /// The change that replaced it or took it off.
    pub replaced: Stamp,
    /// That of the same change: above that of all publications before it (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
}

impl Before {
    /// Notes what a change replaced.
    pub(super) fn note_replaced(&mut self, public: Option<&MeetingDetails>, change: &HistoryRow) {
        let Some(details) = public else { return };
        self.earlier.push(EarlierRevision {
            details: Arc::new(details.clone()),
            replaced: Stamp {
                seq: change.seq.into(),
                at: change.created_at.and_utc(),
            },
            sequence: change.sequence.unsigned_abs(),
        });
    }

    /// Notes which date readers were told last, when something is published.
    pub(super) fn note_dates(
        &mut self,
        before: Option<&MeetingDetails>,
        after: &MeetingDetails,
        at: DateTime<Utc>,
    ) {
        if after.timing.has_date() {
            self.told_last = None;
        } else if let Some(before) = before.filter(|before| before.timing.has_date()) {
            self.told_last = before.at_hand(at).map(|one| one.times);
        }
    }

    /// Identities hang on times: whoever told of the same has none that is given up.
    pub(super) fn forget_the_same_times_as(&mut self, public: Option<&MeetingDetails>) {
        let is_other =
            |one: &EarlierRevision| public.is_none_or(|public| public.timing != one.details.timing);
        self.earlier.retain(is_other);
    }
}
