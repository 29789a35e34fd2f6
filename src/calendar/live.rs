//! The calendar that pages and feeds read: the newest snapshot behind an atomic pointer, and the
//! step that follows the change log. Reading touches no database.

use super::published::PublishedMeeting;
use super::snapshot::Snapshot;
use crate::store::{Store, StoreError};
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

    /// Follows the change log to its end, also past what other instances and imports wrote.
    /// Returns whether there was anything new. Blocks on the database.
    pub fn catch_up(&self, store: &Store) -> Result<bool, StoreError> {
        // A poisoned lock guards no data: the pointer is swapped as the very last step.
        let _one_at_a_time = self
            .catching_up
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let before = self.current();
        if store.seq()? == before.seq() {
            return Ok(false);
        }
        let publication = store.published_since(before.seq())?;
        let (mut directory, mut meetings) = before.parts();
        if let Some(changed) = publication.groups {
            directory = directory.with_groups(changed);
        }
        if let Some(changed) = publication.topics {
            directory = directory.with_topics(changed);
        }
        for withdrawn in publication.withdrawn {
            meetings.remove(&withdrawn);
        }
        for revision in publication.meetings {
            meetings.insert(revision.id, Arc::new(PublishedMeeting::from(revision)));
        }
        let modified = publication.modified.unwrap_or(before.modified());
        self.current.store(Arc::new(Snapshot::new(
            publication.seq,
            modified,
            directory,
            meetings,
        )));
        Ok(true)
    }
}
