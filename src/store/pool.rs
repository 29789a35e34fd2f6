//! The store itself: its pools, and the two ways of reading. Writing is done in a `Transaction`.

use super::address::DatabaseAddress;
use super::breaker::Breaker;
use super::connection::{Access, AnyConnection, Counted, Manager, OpenConnections, unreachable};
use super::error::StoreError;
use super::figures::Timeouts;
use super::file::{self, Identity};
use super::in_use::{InUse, Lent};
use super::migrate::{Age, age, bring_up_to_date};
use super::options::StoreOptions;
use super::replaced::Replacing;
use arc_swap::ArcSwapOption;
use chrono::{DateTime, Utc};
use diesel::PgConnection;
use diesel::connection::SimpleConnection;
use diesel::r2d2::Pool;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

/// How often whoever waits for a connection looks whether it waits in vain.
const LOOK: Duration = Duration::from_millis(250);

/// How long a server that refused to write something counts as one that takes nothing, unless it takes
/// something.
const REFUSED: Duration = Duration::from_secs(30);

/// The most pools that are given up because their connections stand still, and whose connections may
/// never end.
const MOST_GIVEN_UP: usize = 3;

/// The store: cheap to clone, safe to share. Its methods block; call them off the event loop. While
/// the database is known to be away, they fail at once with [`StoreError::Away`].
#[derive(Clone)]
pub struct Store {
    pub(super) shared: Arc<Shared>,
}

pub(super) struct Shared {
    address: DatabaseAddress,
    pub(super) options: StoreOptions,
    breaker: Breaker,
    /// Whether the database was reached before.
    was_reached: AtomicBool,
    /// None before that, and between a file that was replaced and the one that replaced it.
    pub(super) pools: ArcSwapOption<Pools>,
    /// A file that is about to be opened in the place of the one before.
    pub(super) replacing: Mutex<Replacing>,
    given_up: Mutex<Vec<Weak<Pools>>>,
    /// When a write was refused last, if nothing was written since.
    refused: Mutex<Option<Instant>>,
}

/// The connections to one database.
pub(super) struct Pools {
    /// The file that they are to, if it is one.
    pub(super) file: Option<Identity>,
    manager: Manager,
    pub(super) readers: Pool<Manager>,
    pub(super) writers: Pool<Manager>,
    /// Of the readers and of the writers.
    pub(super) timeouts: [Timeouts; 2],
    /// How many of them are open.
    pub(super) open: OpenConnections,
    in_use: Arc<InUse>,
}

/// Which connections are asked for one.
#[derive(Clone, Copy)]
enum Which {
    Readers,
    Writers,
}

impl Store {
    /// Opens a database by its address with the usual limits.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        Self::open_with(url, StoreOptions::default())
    }

    /// Opens a database by its address, a file path or `postgres://...`, and brings its tables up
    /// to date. A missing SQLite file is made, with its folder, for its owner alone.
    pub fn open_with(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        let store = Self::open_later(url, options)?;
        store.reach()?;
        Ok(store)
    }

    /// A store on a database that is away until it is reached for ([`Store::reach`]). Fails if what is
    /// given is no address.
    pub fn open_later(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        Ok(Self {
            shared: Arc::new(Shared {
                address: DatabaseAddress::parse(url)?,
                options,
                breaker: Breaker::open(),
                was_reached: AtomicBool::new(false),
                pools: ArcSwapOption::empty(),
                replacing: Mutex::default(),
                given_up: Mutex::default(),
                refused: Mutex::default(),
            }),
        })
    }

    /// Opens a database that is there, of this version, for reading alone: nothing of it can be
    /// changed, neither its rows nor its tables.
    pub fn open_unchanged(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        let store = Self::open_later(url, options)?;
        let shared = &*store.shared;
        let manager = Manager::new(
            shared.address.clone(),
            shared.options.clone(),
            Access::ReadAlone,
        )?;
        let mut first = manager.connect_patiently()?;
        match age(&mut first).map_err(|error| manager.naming_file(error))? {
            Age::Present => {}
            Age::Older(step) => return Err(StoreError::Older { step }),
        }
        shared.have(Pools::of(manager, &first, &shared.options));
        Ok(store)
    }

    /// Where the database is; shown, it holds no password.
    pub fn address(&self) -> &DatabaseAddress {
        &self.shared.address
    }

    /// Since when the database is known to be away, UTC; `None` while it answers. Does not block.
    pub fn away_since(&self) -> Option<DateTime<Utc>> {
        self.shared.breaker.since()
    }

    /// Fails while the database is known to be away. Does not block.
    pub fn admit(&self) -> Result<(), StoreError> {
        self.shared.breaker.admit()
    }

    /// Notes that somebody was not answered in time: if that is because the database stands still, it
    /// counts as away from now on. Does not block.
    pub fn note_silence(&self) {
        let pools = self.shared.pools.load();
        if pools.as_deref().is_some_and(|pools| {
            pools
                .in_use
                .is_any_older_than(self.shared.options.answer / 2)
        }) {
            self.shared.breaker.gone(&StoreError::Silent);
        }
    }

    /// Notes why something could not be done. What a server refused to write, for a full disk most
    /// likely, shows in nothing else that it says; the disk of a file can be asked.
    pub fn note_failure(&self, error: &StoreError) {
        let is_server = matches!(self.address(), DatabaseAddress::Postgres(_));
        if is_server && error.is_refusal() {
            *self.shared.refused() = Some(Instant::now());
        }
    }

    /// Reaches for the database by a new connection, whether it is away or not, and brings its tables
    /// up to date: the first time, and to bring it back. Connections that stand still are given up.
    pub fn reach(&self) -> Result<(), StoreError> {
        let shared = &*self.shared;
        let was_reached = shared.was_reached.load(Ordering::Acquire);
        match (&shared.address, was_reached) {
            (DatabaseAddress::Sqlite(path), false) => file::make(path)?,
            _ => self.follow_file()?,
        }
        let options = &shared.options;
        let (manager, first) = connect(&shared.address, options)?;
        let stands_still = |pools: &Pools| pools.in_use.is_any_older_than(options.answer);
        match shared.pools.load().as_deref() {
            Some(pools) if !stands_still(pools) => shared.breaker.back(),
            Some(_) => shared.replace(Pools::of(manager, &first, options))?,
            None => shared.have(Pools::of(manager, &first, options)),
        }
        Ok(())
    }

    /// A connection to PostgreSQL that is none of the pool's, for what holds one for long; `None` on
    /// SQLite.
    pub(super) fn own_connection(&self) -> Result<Option<PgConnection>, StoreError> {
        let DatabaseAddress::Postgres(address) = self.address() else {
            return Ok(None);
        };
        let options = self.shared.options.clone();
        let manager = Manager::new(self.address().clone(), options, Access::ReadAndWrite)?;
        manager.connect_to_server(address).map(Some)
    }

    /// Runs queries that write, on the file that lies in its place. If another was laid there meanwhile
    /// it fails, too: what was written then is gone. Waits for the connection for as long as is given.
    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        patience: Option<Duration>,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.follow_file()?;
        let pools = self.pools()?;
        let patience = patience.unwrap_or(self.shared.options.answer);
        let mut lent = self.take(&pools, Which::Writers, patience)?;
        let outcome = work(&mut lent)?;
        self.still_there(&pools)?;
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
        let pools = self.pools()?;
        let patience = patience.unwrap_or(self.shared.options.answer);
        let mut lent = self.take(&pools, Which::Readers, patience)?;
        work(&mut lent)
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

    /// Notes that something was written.
    pub(super) fn note_success(&self) {
        *self.shared.refused() = None;
    }

    /// Fails for a while after a write was refused.
    pub(super) fn was_not_refused(&self) -> Result<(), StoreError> {
        match *self.shared.refused() {
            Some(at) if at.elapsed() < REFUSED => Err(StoreError::Unwritable(
                "it refused what was to be written a moment ago",
            )),
            _ => Ok(()),
        }
    }

    pub(super) fn pools(&self) -> Result<Arc<Pools>, StoreError> {
        let pools = self.shared.pools.load_full();
        pools.ok_or_else(|| match self.shared.was_reached.load(Ordering::Acquire) {
            true => StoreError::REPLACED,
            false => StoreError::Away,
        })
    }

    /// Whoever waits while nothing can be connected to waits in vain, and so does everybody after them.
    fn take(&self, pools: &Pools, which: Which, patience: Duration) -> Result<Lent, StoreError> {
        let breaker = &self.shared.breaker;
        let pool = match which {
            Which::Readers => &pools.readers,
            Which::Writers => &pools.writers,
        };
        let [reading, writing] = &pools.timeouts;
        let until = Instant::now() + patience;
        let look = match pools.file {
            // Whoever waits for the one writer keeps their place in the queue.
            Some(_) => patience,
            None => LOOK,
        };
        loop {
            breaker.admit()?;
            let left = until.saturating_duration_since(Instant::now());
            // A server is asked whether it is there before its connection is lent.
            let note = pools.file.is_none().then(|| pools.in_use.note());
            let failure = match pool.get_timeout(look.min(left)) {
                Ok(connection) => {
                    let note = note.unwrap_or_else(|| pools.in_use.note());
                    return Ok(Lent::new(connection, note));
                }
                Err(error) => unreachable(error),
            };
            if pool.state().connections == 0 && pools.manager.was_refused() {
                breaker.gone(&failure);
                return Err(failure);
            }
            if Instant::now() >= until {
                // One pool does for both where it is a server's.
                match (which, pools.file) {
                    (Which::Writers, Some(_)) => writing.note(),
                    _ => reading.note(),
                }
                return Err(failure);
            }
        }
    }
}

impl Shared {
    fn refused(&self) -> MutexGuard<'_, Option<Instant>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Uses these from now on.
    fn have(&self, pools: Pools) {
        self.pools.store(Some(Arc::new(pools)));
        self.was_reached.store(true, Ordering::Release);
        self.breaker.back();
    }

    /// Uses these in the place of those that stand still.
    fn replace(&self, pools: Pools) -> Result<(), StoreError> {
        let mut given_up = self.given_up.lock().unwrap_or_else(PoisonError::into_inner);
        given_up.retain(|pools| pools.strong_count() > 0);
        if given_up.len() >= MOST_GIVEN_UP {
            return Err(StoreError::Silent);
        }
        given_up.extend(self.pools.load().as_ref().map(Arc::downgrade));
        self.have(pools);
        Ok(())
    }
}

/// A first connection, with the tables brought up to date, and whatever makes more of them.
fn connect(
    address: &DatabaseAddress,
    options: &StoreOptions,
) -> Result<(Manager, Counted), StoreError> {
    let manager = Manager::new(address.clone(), options.clone(), Access::ReadAndWrite)?;
    let mut first = manager.connect_patiently()?;
    bring_up_to_date(&mut first).map_err(|error| manager.naming_file(error))?;
    Ok((manager, first))
}

impl Pools {
    /// Connects, and brings the tables up to date.
    pub(super) fn open(
        address: &DatabaseAddress,
        options: &StoreOptions,
    ) -> Result<Self, StoreError> {
        let (manager, first) = connect(address, options)?;
        Ok(Self::of(manager, &first, options))
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

    /// More connections of a manager, made when there is something to do.
    fn of(manager: Manager, first: &Counted, options: &StoreOptions) -> Self {
        let is_sqlite = matches!(**first, AnyConnection::Sqlite(_));
        let pool = |size| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(options.answer)
                .build_unchecked(manager.clone())
        };
        let readers = pool(if is_sqlite { 4 } else { manager.connections() });
        // SQLite lets one writer in at a time; a queue for one connection is fair, its own
        // busy-waiting is not.
        let writers = match is_sqlite {
            true => pool(1),
            false => readers.clone(),
        };
        Self {
            file: manager.identity(),
            open: manager.counter(),
            manager,
            readers,
            writers,
            timeouts: Default::default(),
            in_use: Arc::default(),
        }
    }
}
