//! The calendar that pages and feeds read: the newest snapshot behind an atomic pointer, and the
//! step that follows the change log. Reading touches no database.

use super::snapshot::{Origin, Snapshot};
use crate::store::{Kept, Store, StoreError};
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

    /// Follows the change log to its end, also past what other instances and imports wrote.
    /// Returns whether there was anything new. Blocks on the database.
    pub fn catch_up(&self, store: &Store) -> Result<bool, StoreError> {
        // No lock is held meanwhile: a database that stands still would never let go of it. Whoever
        // was overtaken begins again from what is newer.
        loop {
            let shown = self.current();
            let Some(next) = next(&shown, store)? else {
                return Ok(false);
            };
            let found = self.current.compare_and_swap(&shown, Arc::new(next));
            if Arc::ptr_eq(&found, &shown) {
                return Ok(true);
            }
        }
    }
}

/// What follows a snapshot; `None` if nothing does. One that was not read in the database is not
/// followed but replaced.
fn next(shown: &Snapshot, store: &Store) -> Result<Option<Snapshot>, StoreError> {
    if shown.origin() != Origin::Database {
        return store
            .published_since(0)
            .map(|all| Some(Snapshot::default().after(all)));
    }
    if store.seq()? == shown.seq() {
        return Ok(None);
    }
    let publication = store.published_since(shown.seq())?;
    Ok(Some(shown.after(publication)))
}
