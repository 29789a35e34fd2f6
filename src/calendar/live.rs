//! The calendar that pages and feeds read: the newest snapshot behind an atomic pointer, and the
//! step that follows the change log. Reading touches no database.

use super::snapshot::Snapshot;
use crate::store::{Followed, Store, StoreError};
use arc_swap::ArcSwap;
use std::sync::{Arc, Mutex};

/// The published calendar, always whole, never older than the last [`LiveCalendar::catch_up`].
pub struct LiveCalendar {
    current: ArcSwap<Snapshot>,
    catching_up: Mutex<()>,
}

impl LiveCalendar {
    /// Reads the whole published calendar. Blocks on the database.
    pub fn load(store: &Store) -> Result<Self, StoreError> {
        let calendar = Self {
            current: ArcSwap::from_pointee(Snapshot::default()),
            catching_up: Mutex::new(()),
        };
        calendar.catch_up(store)?;
        Ok(calendar)
    }

    /// The calendar as it stands.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// Follows the change log to its end, also past what other instances and imports wrote. If the
    /// database went back, so that its log is another one, the whole calendar is read anew. Returns
    /// whether there was anything new. Blocks on the database.
    pub fn catch_up(&self, store: &Store) -> Result<bool, StoreError> {
        // A poisoned lock guards no data: the pointer is swapped as the very last step.
        let _one_at_a_time = self
            .catching_up
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let before = self.current();
        let next = match store.follow(before.place())? {
            Followed::Nothing => return Ok(false),
            Followed::News(publication) => before.followed_by(publication),
            Followed::Anew(publication) => {
                tracing::warn!(
                    from = before.seq(),
                    to = publication.end.seq,
                    "the database went back: its change log is not the one that was followed so \
                     far; the whole calendar is read anew"
                );
                before.replaced_by(publication)
            }
        };
        tell_left_out(&before, &next);
        self.current.store(Arc::new(next));
        Ok(true)
    }
}

/// Names what cannot be read in the log, once.
fn tell_left_out(before: &Snapshot, next: &Snapshot) {
    let known = before.left_out();
    for one in next.left_out().iter().filter(|one| !known.contains(one)) {
        tracing::error!(
            what = %one.subject,
            reason = one.reason,
            "left out of the calendar, because it cannot be read; `igf-calendar check` says what to do"
        );
    }
}
