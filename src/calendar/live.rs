//! The calendar that pages and feeds read: the newest snapshot behind an atomic pointer, and the
//! step that follows the change log. Reading touches no database.

use super::snapshot::{Origin, Snapshot};
use crate::store::{Followed, Kept, LogPlace, Store, StoreError};
use arc_swap::ArcSwap;
use std::sync::Arc;

/// The published calendar, always whole, never older than the last [`LiveCalendar::catch_up`].
pub struct LiveCalendar {
    current: ArcSwap<Snapshot>,
}

impl LiveCalendar {
    /// Reads the whole published calendar. Blocks on the database.
    pub fn load(store: &Store) -> Result<Self, StoreError> {
        let calendar = Self::showing(Snapshot::default());
        calendar.catch_up(store)?;
        Ok(calendar)
    }

    /// A calendar whose database was not reached yet: what was kept of it, if anything was.
    pub fn without_database(kept: Option<Kept>) -> Self {
        Self::showing(match kept {
            Some(kept) => Snapshot::of_kept(kept),
            None => Snapshot::default().of_origin(Origin::Nowhere),
        })
    }

    fn showing(snapshot: Snapshot) -> Self {
        Self {
            current: ArcSwap::from_pointee(snapshot),
        }
    }

    /// The calendar as it stands.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// Follows the change log to its end, also past what other instances and imports wrote. If the
    /// database went back, so that its log is another one, the whole calendar is read anew. Returns
    /// whether there was anything new. Blocks on the database.
    pub fn catch_up(&self, store: &Store) -> Result<bool, StoreError> {
        // No lock is held meanwhile: a database that stands still would never let go of it. Whoever
        // was overtaken begins again from what is newer.
        loop {
            let shown = self.current();
            let Some(next) = next(&shown, store)?.map(Arc::new) else {
                return Ok(false);
            };
            let found = self.current.compare_and_swap(&shown, Arc::clone(&next));
            if Arc::ptr_eq(&found, &shown) {
                tell_left_out(&shown, &next);
                return Ok(true);
            }
        }
    }
}

/// What follows a snapshot; `None` if nothing does. One that was not read in the database is not
/// followed but replaced.
fn next(shown: &Snapshot, store: &Store) -> Result<Option<Snapshot>, StoreError> {
    if shown.origin() != Origin::Database {
        return Ok(Some(match store.follow(&LogPlace::default())? {
            Followed::Nothing => shown.emptied(),
            Followed::News(all) | Followed::Anew(all) => shown.replaced_by(all),
        }));
    }
    Ok(match store.follow(shown.place())? {
        Followed::Nothing => None,
        Followed::News(publication) => Some(shown.followed_by(publication)),
        Followed::Anew(publication) => {
            tracing::warn!(
                from = shown.seq(),
                to = publication.end.seq,
                "the database went back: its change log is not the one that was followed so \
                 far; the whole calendar is read anew"
            );
            Some(shown.replaced_by(publication))
        }
    })
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
