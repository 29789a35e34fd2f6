//! The store itself: its pools, and the two ways of reading. Writing is done in a `Transaction`.

use super::connection::{AnyConnection, Manager, unreachable};
use super::error::StoreError;
use super::migrate::bring_up_to_date;
use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool};
use std::time::Duration;

/// The store: cheap to clone, safe to share. Its methods block; call them off the event loop.
#[derive(Clone)]
pub struct Store {
    readers: Pool<Manager>,
    pub(super) writers: Pool<Manager>,
}

impl Store {
    /// Opens a database by its address, a file path or `postgres://...`, and brings its tables up
    /// to date. A missing SQLite file is made, with its folder.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let manager = Manager::new(url)?;
        let mut first = manager.connect()?;
        bring_up_to_date(&mut first).map_err(|error| manager.naming_file(error))?;
        let is_sqlite = matches!(first, AnyConnection::Sqlite(_));
        drop(first);
        let readers = pool(manager.clone(), if is_sqlite { 4 } else { 12 })?;
        // SQLite lets one writer in at a time; a queue for one connection is fair, its own
        // busy-waiting is not.
        let writers = if is_sqlite {
            pool(manager, 1)?
        } else {
            readers.clone()
        };
        Ok(Self { readers, writers })
    }

    /// Whether the database answers.
    pub fn ping(&self) -> Result<(), StoreError> {
        self.read(|connection| Ok(connection.batch_execute("SELECT 1")?))
    }

    /// Runs queries that change nothing.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.readers.get().map_err(unreachable)?;
        work(&mut connection)
    }

    /// Runs queries that have to see the database at one moment, whatever is written meanwhile.
    pub(super) fn read_at_once<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.read(|connection| {
            connection.begin_reading()?;
            let outcome = work(connection);
            connection.roll_back()?;
            outcome
        })
    }
}

fn pool(manager: Manager, size: u32) -> Result<Pool<Manager>, StoreError> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(10))
        .build(manager)
        .map_err(unreachable)
}
