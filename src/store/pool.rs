//! The store itself: its pools, and the two ways of reading. Writing is done in a `Transaction`.

use super::address::DatabaseAddress;
use super::breaker::Breaker;
use super::connection::{AnyConnection, Manager, unreachable};
use super::error::StoreError;
use super::file::{self, Identity};
use super::in_use::{InUse, Lent};
use super::migrate::bring_up_to_date;
use super::options::StoreOptions;
use arc_swap::ArcSwapOption;
use chrono::{DateTime, Utc};
use diesel::r2d2::{Pool, PooledConnection};
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
    shared: Arc<Shared>,
}

struct Shared {
    manager: Manager,
    breaker: Breaker,
    /// None before the database was reached for the first time.
    pools: ArcSwapOption<Pools>,
    given_up: Mutex<Vec<Weak<Pools>>>,
    /// The longest that a connection is waited for.
    answer: Duration,
    /// When a write was refused last, if nothing was written since.
    refused: Mutex<Option<Instant>>,
}

/// Connections to one database.
struct Pools {
    /// The file that was opened, if it is one.
    file: Option<Identity>,
    readers: Pool<Manager>,
    writers: Pool<Manager>,
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
        let answer = options.answer;
        let manager = Manager::new(DatabaseAddress::parse(url)?, options);
        Ok(Self {
            shared: Arc::new(Shared {
                manager,
                breaker: Breaker::open(),
                pools: ArcSwapOption::empty(),
                given_up: Mutex::default(),
                answer,
                refused: Mutex::default(),
            }),
        })
    }

    /// Where the database is; shown, it holds no password.
    pub fn address(&self) -> &DatabaseAddress {
        self.shared.manager.address()
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
        if pools
            .as_deref()
            .is_some_and(|pools| pools.in_use.is_any_older_than(self.shared.answer / 2))
        {
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
        match shared.pools.load().as_deref() {
            None => shared.manager.make_file()?,
            Some(pools) => pools.still_there(shared.manager.address())?,
        }
        let mut first = shared.manager.connect_patiently()?;
        bring_up_to_date(&mut first).map_err(|error| shared.manager.naming_file(error))?;
        let is_sqlite = matches!(first, AnyConnection::Sqlite(_));
        drop(first);
        let stands_still = |pools: &Pools| pools.in_use.is_any_older_than(shared.answer);
        if shared.pools.load().as_deref().is_none_or(stands_still) {
            let pools = Pools::new(&shared.manager, is_sqlite, shared.answer)?;
            shared.replace(pools)?;
        }
        shared.breaker.back();
        Ok(())
    }

    /// Fails if the file was taken away, or another laid in its place: what is written to the one that
    /// is open would be gone with the last connection.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        let pools = self.pools()?;
        let outcome = pools.still_there(self.address());
        outcome.inspect_err(|reason| self.shared.breaker.gone(reason))
    }

    /// Runs queries that change nothing.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.take(Which::Readers)?;
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

    /// A connection that may write.
    pub(super) fn writer(&self) -> Result<Lent, StoreError> {
        self.take(Which::Writers)
    }

    /// A connection that may write, if one becomes free in time.
    pub(super) fn writer_within(
        &self,
        patience: Duration,
    ) -> Result<PooledConnection<Manager>, StoreError> {
        self.admit()?;
        let pools = self.pools()?;
        pools.writers.get_timeout(patience).map_err(unreachable)
    }

    fn pools(&self) -> Result<Arc<Pools>, StoreError> {
        self.shared.pools.load_full().ok_or(StoreError::Away)
    }

    /// Whoever waits while nothing can be connected to waits in vain, and so does everybody after them.
    fn take(&self, which: Which) -> Result<Lent, StoreError> {
        let breaker = &self.shared.breaker;
        let pools = self.pools()?;
        let pool = match which {
            Which::Readers => &pools.readers,
            Which::Writers => &pools.writers,
        };
        let until = Instant::now() + self.shared.answer;
        let look = match pools.file {
            // Whoever waits for the one writer keeps their place in the queue.
            Some(_) => self.shared.answer,
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
            if pool.state().connections == 0 && self.shared.manager.was_refused() {
                breaker.gone(&failure);
                return Err(failure);
            }
            if Instant::now() >= until {
                return Err(failure);
            }
        }
    }
}

impl Shared {
    fn refused(&self) -> MutexGuard<'_, Option<Instant>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn replace(&self, pools: Pools) -> Result<(), StoreError> {
        let mut given_up = self.given_up.lock().unwrap_or_else(PoisonError::into_inner);
        given_up.retain(|pools| pools.strong_count() > 0);
        if given_up.len() >= MOST_GIVEN_UP {
            return Err(StoreError::Silent);
        }
        let former = self.pools.swap(Some(Arc::new(pools)));
        given_up.extend(former.as_ref().map(Arc::downgrade));
        Ok(())
    }
}

impl Pools {
    /// Connects when there is something to do.
    fn new(manager: &Manager, is_sqlite: bool, answer: Duration) -> Result<Self, StoreError> {
        let pool = |size| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(answer)
                .build_unchecked(manager.clone())
        };
        let readers = pool(if is_sqlite { 4 } else { manager.connections() });
        // SQLite lets one writer in at a time; a queue for one connection is fair, its own
        // busy-waiting is not.
        let writers = match is_sqlite {
            true => pool(1),
            false => readers.clone(),
        };
        Ok(Self {
            file: manager.file().map(file::identity).transpose()?,
            readers,
            writers,
            in_use: Arc::default(),
        })
    }

    fn still_there(&self, address: &DatabaseAddress) -> Result<(), StoreError> {
        let DatabaseAddress::Sqlite(path) = address else {
            return Ok(());
        };
        match file::identity(path)? {
            found if Some(found) == self.file => Ok(()),
            _ => Err(StoreError::Unwritable("another file was laid in its place")),
        }
    }
}
