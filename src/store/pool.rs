//! The store itself: its pools, and the two ways of reading. Writing is done in a `Transaction`.

use super::address::DatabaseAddress;
use super::connection::{AnyConnection, Manager, unreachable};
use super::error::StoreError;
use super::figures::Timeouts;
use super::file::{self, Identity};
use super::migrate::bring_up_to_date;
use super::options::StoreOptions;
use diesel::r2d2::Pool;
use std::time::Duration;

/// The store: cheap to clone, safe to share. Its methods block; call them off the event loop.
#[derive(Clone)]
pub struct Store {
    address: DatabaseAddress,
    /// The file that was opened, if it is one.
    file: Option<Identity>,
    pub(super) readers: Pool<Manager>,
    pub(super) writers: Pool<Manager>,
    /// Of the readers and of the writers.
    pub(super) timeouts: [Timeouts; 2],
}

impl Store {
    /// Opens a database by its address with the usual limits.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        Self::open_with(url, StoreOptions::default())
    }

    /// Opens a database by its address, a file path or `postgres://...`, and brings its tables up
    /// to date. A missing SQLite file is made, with its folder, for its owner alone.
    pub fn open_with(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        let address = DatabaseAddress::parse(url)?;
        let connections = options.connections;
        let manager = Manager::new(address.clone(), options)?;
        let mut first = manager.connect_patiently()?;
        bring_up_to_date(&mut first).map_err(|error| manager.naming_file(error))?;
        let is_sqlite = matches!(first, AnyConnection::Sqlite(_));
        drop(first);
        let file = manager.file().map(file::identity).transpose()?;
        let timeouts = [Timeouts::default(), Timeouts::default()];
        let most = if is_sqlite { 4 } else { connections };
        let readers = pool(manager.clone(), most, &timeouts[0])?;
        // SQLite lets one writer in at a time; a queue for one connection is fair, its own
        // busy-waiting is not.
        let writers = if is_sqlite {
            pool(manager, 1, &timeouts[1])?
        } else {
            readers.clone()
        };
        Ok(Self {
            address,
            file,
            readers,
            writers,
            timeouts,
        })
    }

    /// Where the database is; shown, it holds no password.
    pub fn address(&self) -> &DatabaseAddress {
        &self.address
    }

    /// Whether writing has connections of its own.
    pub(super) fn has_own_writers(&self) -> bool {
        matches!(self.address, DatabaseAddress::Sqlite(_))
    }

    /// Fails if the file was taken away, or another laid in its place: what is written to the one that
    /// is open would be gone with the last connection.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        let DatabaseAddress::Sqlite(path) = &self.address else {
            return Ok(());
        };
        match file::identity(path)? {
            found if Some(found) == self.file => Ok(()),
            _ => Err(StoreError::Unwritable("another file was laid in its place")),
        }
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

fn pool(manager: Manager, size: u32, timeouts: &Timeouts) -> Result<Pool<Manager>, StoreError> {
    Pool::builder()
        .max_size(size)
        .event_handler(Box::new(timeouts.clone()))
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(10))
        .build(manager)
        .map_err(unreachable)
}
