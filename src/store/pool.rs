//! The store itself: its pools, and the two ways of reading. Writing is done in a `Transaction`.

use super::address::DatabaseAddress;
use super::connection::{Access, AnyConnection, Counted, Manager, OpenConnections, unreachable};
use super::error::StoreError;
use super::figures::Timeouts;
use super::file::{self, Identity};
use super::migrate::{Age, age, bring_up_to_date};
use super::options::StoreOptions;
use super::replaced::Replacing;
use diesel::connection::SimpleConnection;
use diesel::r2d2::Pool;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

/// The store: cheap to clone, safe to share. Its methods block; call them off the event loop.
#[derive(Clone)]
pub struct Store {
    pub(super) address: DatabaseAddress,
    pub(super) options: StoreOptions,
    /// None between a file that was replaced and the one that replaced it.
    pub(super) pools: Arc<RwLock<Option<Pools>>>,
    /// A file that is about to be opened in the place of the one before.
    pub(super) replacing: Arc<Mutex<Replacing>>,
}

/// The connections to one database.
pub(super) struct Pools {
    /// The file that they are to, if it is one.
    pub(super) file: Option<Identity>,
    pub(super) readers: Pool<Manager>,
    pub(super) writers: Pool<Manager>,
    /// Of the readers and of the writers.
    pub(super) timeouts: [Timeouts; 2],
    /// How many of them are open.
    pub(super) open: OpenConnections,
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
        if let DatabaseAddress::Sqlite(path) = &address {
            file::make(path)?;
        }
        let pools = Pools::open(&address, &options)?;
        Ok(Self::of(address, options, pools))
    }

    /// Opens a database that is there, of this version, for reading alone: nothing of it can be
    /// changed, neither its rows nor its tables.
    pub fn open_unchanged(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        let address = DatabaseAddress::parse(url)?;
        let manager = Manager::new(address.clone(), options.clone(), Access::ReadAlone)?;
        let mut first = manager.connect_patiently()?;
        match age(&mut first).map_err(|error| manager.naming_file(error))? {
            Age::Present => {}
            Age::Older(step) => return Err(StoreError::Older { step }),
        }
        let pools = Pools::of(manager, &first)?;
        Ok(Self::of(address, options, pools))
    }

    fn of(address: DatabaseAddress, options: StoreOptions, pools: Pools) -> Self {
        Self {
            address,
            options,
            pools: Arc::new(RwLock::new(Some(pools))),
            replacing: Arc::default(),
        }
    }

    /// Where the database is; shown, it holds no password.
    pub fn address(&self) -> &DatabaseAddress {
        &self.address
    }

    /// Runs queries that write, on the file that lies in its place. If another was laid there meanwhile
    /// it fails, too: what was written then is gone. Waits for the connection for as long as is given.
    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        patience: Option<Duration>,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.follow_file()?;
        let pools = self.pools();
        let writers = &opened(pools.as_ref())?.writers;
        let lent = match patience {
            Some(patience) => writers.get_timeout(patience),
            None => writers.get(),
        };
        let mut lent = lent.map_err(unreachable).map_err(E::from)?;
        let outcome = work(&mut lent)?;
        self.still_there(opened(pools.as_ref())?)?;
        Ok(outcome)
    }

    /// Runs queries that change nothing: on the file that lies in its place, or as long as none does,
    /// or none that may be taken, on the one that lay there last.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.read_within(None, work)
    }

    /// The same, and waits for the connection for as long as is given.
    pub(super) fn read_within<T>(
        &self,
        patience: Option<Duration>,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // Whoever writes is told why it is not followed.
        let _ = self.follow_file();
        let pools = self.pools();
        let readers = &opened(pools.as_ref())?.readers;
        let lent = match patience {
            Some(patience) => readers.get_timeout(patience),
            None => readers.get(),
        };
        work(&mut *lent.map_err(unreachable)?)
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

    pub(super) fn pools(&self) -> RwLockReadGuard<'_, Option<Pools>> {
        self.pools.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The pools, unless there are none at the moment.
fn opened(pools: Option<&Pools>) -> Result<&Pools, StoreError> {
    pools.ok_or(StoreError::REPLACED)
}

impl Pools {
    /// Connects, and brings the tables up to date.
    pub(super) fn open(
        address: &DatabaseAddress,
        options: &StoreOptions,
    ) -> Result<Self, StoreError> {
        let manager = Manager::new(address.clone(), options.clone(), Access::ReadAndWrite)?;
        let mut first = manager.connect_patiently()?;
        bring_up_to_date(&mut first).map_err(|error| manager.naming_file(error))?;
        Self::of(manager, &first)
    }

    /// Folds the log of a SQLite file into it, as far as nobody is in the way.
    pub(super) fn fold_in(&self) {
        let folded = self
            .writers
            .get()
            .map_err(unreachable)
            .and_then(|mut lent| {
                let statement = "PRAGMA wal_checkpoint(TRUNCATE)";
                lent.batch_execute(statement).map_err(StoreError::from)
            });
        if let Err(error) = folded {
            tracing::warn!(%error, "the log of the former file could not be folded in");
        }
    }

    fn of(manager: Manager, first: &Counted) -> Result<Self, StoreError> {
        let is_sqlite = matches!(**first, AnyConnection::Sqlite(_));
        let (file, open) = (manager.identity(), manager.counter());
        let connections = manager.connections();
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
            file,
            readers,
            writers,
            timeouts,
            open,
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
