//! Since when connections are in use: one that is for too long may belong to a server that stands
//! still, and no statement of ours will ever end then.

use super::connection::{AnyConnection, Manager};
use diesel::r2d2::PooledConnection;
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Every use that has not ended, in the order in which they began.
#[derive(Default)]
pub(super) struct InUse(Mutex<BTreeMap<u64, Instant>>);

/// A use that ends when this is dropped.
pub(super) struct Note {
    number: u64,
    of: Arc<InUse>,
}

/// A connection of a pool that somebody uses.
pub(super) struct Lent {
    // Given back before its use counts as ended.
    connection: PooledConnection<Manager>,
    _note: Note,
}

impl InUse {
    /// Notes that a use begins.
    pub(super) fn note(self: &Arc<Self>) -> Note {
        let mut uses = self.lock();
        let number = uses.last_key_value().map_or(0, |(last, _)| last + 1);
        uses.insert(number, Instant::now());
        Note {
            number,
            of: Arc::clone(self),
        }
    }

    /// Whether one has lasted for longer than that.
    pub(super) fn is_any_older_than(&self, age: Duration) -> bool {
        let uses = self.lock();
        uses.values().any(|since| since.elapsed() > age)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        self.of.lock().remove(&self.number);
    }
}

impl Lent {
    /// A connection with the note of its use.
    pub(super) fn new(connection: PooledConnection<Manager>, note: Note) -> Self {
        Self {
            connection,
            _note: note,
        }
    }
}

impl Deref for Lent {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}
