//! A meeting as its group describes it, the whole that a revision holds: what is said of it, and
//! when it is held.

use super::said::Said;
use super::status::Status;
use super::timing::Timing;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What a meeting is; every part is valid by its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDetails {
    /// What is said of it: today, of all of it. Shared, because its occurrences point to it.
    pub said: Arc<Said>,
    /// When it is held.
    pub timing: Timing,
}

impl MeetingDetails {
    /// Puts the two together.
    pub fn new(said: Said, timing: Timing) -> Self {
        Self {
            said: Arc::new(said),
            timing,
        }
    }

    /// What is said of it, to be changed for this copy of it alone.
    pub fn said_mut(&mut self) -> &mut Said {
        Arc::make_mut(&mut self.said)
    }

    /// The meeting with something else said of it.
    pub fn saying(mut self, change: impl FnOnce(&mut Said)) -> Self {
        change(self.said_mut());
        self
    }

    /// The meeting at other times.
    pub fn at(self, timing: Timing) -> Self {
        Self { timing, ..self }
    }

    /// The meeting with what no form asks for taken over from an earlier revision.
    pub fn keeping_origin_of(self, earlier: &Self) -> Self {
        self.saying(|said| {
            said.category.clone_from(&earlier.said.category);
            said.provenance.clone_from(&earlier.said.provenance);
        })
    }

    /// Whether something may have come out of it: it takes place and has begun, or nobody knows when.
    pub fn may_have_outcomes(&self, now: DateTime<Utc>) -> bool {
        let begins = self.timing.extent().map(|(start, _)| start);
        self.said.status.takes_place() && begins.is_none_or(|start| start <= now)
    }

    /// The statuses that its group may want to give it next. What is over stays as it was, but the
    /// time of a postponed meeting was not its own, so it is never over.
    pub fn next_statuses(&self, now: DateTime<Utc>) -> &'static [Status] {
        match self.said.status {
            Status::Postponed => &[Status::Confirmed, Status::Cancelled],
            _ if self.timing.is_over(now) => &[],
            Status::Cancelled => &[Status::Confirmed],
            _ => &[Status::Postponed, Status::Cancelled],
        }
    }
}
