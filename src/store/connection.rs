//! Connections: one type over both databases, how each is opened, and the transaction that every
//! write runs in.

use super::address::{DatabaseAddress, PostgresAddress};
use super::error::StoreError;
use super::file::{self, Identity};
use super::options::StoreOptions;
use super::schema::{drafts, meetings};
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

/// Any number will do, as long as nobody else in the same database uses it.
const IMPORT_LOCK: i64 = 0x1_67F_CA2;

/// A connection to whichever database was chosen.
#[derive(diesel::MultiConnection)]
pub(super) enum AnyConnection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl AnyConnection {
    /// A deferred SQLite transaction that reads first and writes later fails with BUSY when
    /// another one did the same; an immediate one waits its turn.
    pub(super) fn begin(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
            Self::Postgres(c) => AnsiTransactionManager::begin_transaction(c),
        }
    }

    /// A plain PostgreSQL transaction sees what others commit between two of its queries; in WAL
    /// mode, one of SQLite never does.
    pub(super) fn begin_reading(&mut self) -> diesel::QueryResult<()> {
        const ONE_MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction(c),
            Self::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(c, ONE_MOMENT),
        }
    }

    /// Lets one importer in at a time, to the end of its transaction: two that look for the same
    /// record before either has written it would both add it. SQLite has one writer anyway.
    pub(super) fn import_alone(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(c) => {
                c.batch_execute(&format!("SELECT pg_advisory_xact_lock({IMPORT_LOCK})"))
            }
        }
    }

    /// Locks the row of a meeting, if there is one, until the transaction ends. SQLite has one writer
    /// anyway.
    pub(super) fn lock_meeting(&mut self, id: &str) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(c) => meetings::table
                .find(id)
                .select(meetings::id)
                .for_no_key_update()
                .first::<String>(c)
                .optional()
                .map(drop),
        }
    }

    /// Locks the row of a draft, if there is one, until the transaction ends.
    pub(super) fn lock_draft(&mut self, token_hash: &str) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(c) => drafts::table
                .find(token_hash)
                .select(drafts::token_hash)
                .for_no_key_update()
                .first::<String>(c)
                .optional()
                .map(drop),
        }
    }

    pub(super) fn commit(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::commit_transaction(c),
            Self::Postgres(c) => AnsiTransactionManager::commit_transaction(c),
        }
    }

    pub(super) fn roll_back(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::rollback_transaction(c),
            Self::Postgres(c) => AnsiTransactionManager::rollback_transaction(c),
        }
    }

    fn has_open_transaction(&mut self) -> bool {
        let status = match self {
            Self::Sqlite(c) => AnsiTransactionManager::transaction_manager_status_mut(c),
            Self::Postgres(c) => AnsiTransactionManager::transaction_manager_status_mut(c),
        };
        !matches!(status.transaction_depth(), Ok(None))
    }
}

/// Makes connections for the pools. Diesel's own manager would try SQLite on any address that
/// PostgreSQL refuses.
#[derive(Debug, Clone)]
pub(super) struct Manager {
    address: DatabaseAddress,
    options: StoreOptions,
    access: Access,
    /// The file that connections are made to, if it is one, whatever lies there by then.
    identity: Option<Identity>,
    /// Held by every connection for as long as it is open.
    open: Arc<()>,
    /// Whether the last connection that was asked for could not be made; all clones share it.
    was_refused: Arc<AtomicBool>,
}

/// What connections are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    ReadAndWrite,
    /// Nothing can be written with them, not even to the files that SQLite keeps beside its own.
    ReadAlone,
}

/// A connection that is counted while it is open.
pub(super) struct Counted {
    connection: AnyConnection,
    _open: Arc<()>,
}

impl Counted {
    /// The connection alone, which nobody waits for.
    pub(super) fn uncounted(self) -> AnyConnection {
        self.connection
    }
}

impl Deref for Counted {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Counted {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

impl Manager {
    /// Of the database that is there now; a file has to be. Connects to nothing yet.
    pub(super) fn new(
        address: DatabaseAddress,
        options: StoreOptions,
        access: Access,
    ) -> Result<Self, StoreError> {
        let identity = match &address {
            DatabaseAddress::Sqlite(path) => Some(file::identity(path)?),
            DatabaseAddress::Postgres(_) => None,
        };
        Ok(Self {
            address,
            options,
            access,
            identity,
            open: Arc::default(),
            was_refused: Arc::default(),
        })
    }

    /// Whether the last connection that was asked for could not be made.
    pub(super) fn was_refused(&self) -> bool {
        self.was_refused.load(Ordering::Relaxed)
    }

    /// The file that connections are made to, if it is one.
    pub(super) fn identity(&self) -> Option<Identity> {
        self.identity
    }

    /// The most connections that may be open at once.
    pub(super) fn connections(&self) -> u32 {
        self.options.connections
    }

    /// Tells how many connections are open.
    pub(super) fn counter(&self) -> OpenConnections {
        OpenConnections(Arc::downgrade(&self.open))
    }

    /// The file of the database, if it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        match &self.address {
            DatabaseAddress::Sqlite(path) => Some(path),
            DatabaseAddress::Postgres(_) => None,
        }
    }

    /// A connection that may take as long as it needs: laying tables does, and so does waiting for
    /// another instance that lays them.
    pub(super) fn connect_patiently(&self) -> Result<Counted, StoreError> {
        let mut connection = self.connect()?;
        if let AnyConnection::Postgres(connection) = &mut *connection {
            connection.batch_execute("SET statement_timeout = 0; SET lock_timeout = 0")?;
        }
        Ok(connection)
    }

    /// A file that may not be written shows in its first statement, which does not say which file.
    pub(super) fn naming_file(&self, error: StoreError) -> StoreError {
        match (error, self.file()) {
            (StoreError::Query(error), Some(path)) => unusable_file(path, error),
            (other, _) => other,
        }
    }

    pub(super) fn connect_to_server(
        &self,
        address: &PostgresAddress,
    ) -> Result<PgConnection, StoreError> {
        let options = &self.options;
        let address = address.with_defaults(&[
            ("connect_timeout", options.connect.as_secs().to_string()),
            // A network that died says nothing: whoever waits is told by these (seconds, but for the
            // last one).
            ("keepalives_idle", "30".to_owned()),
            ("keepalives_interval", "10".to_owned()),
            ("keepalives_count", "3".to_owned()),
            ("tcp_user_timeout", "30000".to_owned()),
        ]);
        let mut connection = PgConnection::establish(&address).map_err(not_connected)?;
        connection.batch_execute(&format!(
            "SET TIME ZONE 'UTC'; SET statement_timeout = {}; SET lock_timeout = {}",
            options.statement.as_millis(),
            options.lock.as_millis()
        ))?;
        if self.access == Access::ReadAlone {
            connection.batch_execute("SET default_transaction_read_only = on")?;
        }
        Ok(connection)
    }

    /// Opening goes by the name, and would make a missing file; and what lies beside a file that was
    /// replaced belongs to the one before. So a connection is made to the one file or not at all.
    fn connect_to_file(&self, path: &Path) -> Result<SqliteConnection, StoreError> {
        let unusable = |error: String| unusable_file(path, error);
        let is_there = || match file::identity(path)? {
            found if Some(found) == self.identity => Ok(()),
            _ => Err(StoreError::REPLACED),
        };
        is_there()?;
        let mut connection = match self.access {
            Access::ReadAndWrite => file::open(path),
            Access::ReadAlone => file::open_with(path, "mode=ro"),
        }
        .map_err(unusable)?;
        is_there()?;
        let prepared = match self.access {
            Access::ReadAndWrite => prepare_file(&mut connection),
            Access::ReadAlone => connection.batch_execute("PRAGMA busy_timeout = 10000;"),
        };
        prepared.map_err(|error| unusable(error.to_string()))?;
        Ok(connection)
    }
}

/// How many connections of a manager are open.
#[derive(Clone)]
pub(super) struct OpenConnections(Weak<()>);

impl OpenConnections {
    /// Whether the manager is gone and all its connections are closed.
    pub(super) fn is_none(&self) -> bool {
        self.0.strong_count() == 0
    }
}

impl ManageConnection for Manager {
    type Connection = Counted;
    type Error = StoreError;

    fn connect(&self) -> Result<Counted, StoreError> {
        let connection = match &self.address {
            DatabaseAddress::Postgres(address) => {
                self.connect_to_server(address).map(AnyConnection::Postgres)
            }
            DatabaseAddress::Sqlite(path) => self.connect_to_file(path).map(AnyConnection::Sqlite),
        };
        self.was_refused
            .store(connection.is_err(), Ordering::Relaxed);
        Ok(Counted {
            connection: connection?,
            _open: Arc::clone(&self.open),
        })
    }

    fn is_valid(&self, connection: &mut Counted) -> Result<(), StoreError> {
        Ok(connection.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, connection: &mut Counted) -> bool {
        connection.has_open_transaction()
    }
}

/// Sets what every connection to a file needs. FULL, because in WAL mode NORMAL loses acknowledged
/// writes when the power fails.
fn prepare_file(connection: &mut SqliteConnection) -> diesel::QueryResult<()> {
    connection.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    )?;
    // The first to open a new file turns WAL mode on. Whoever comes at that moment is told that the
    // file is locked, whatever its busy timeout.
    let mut tries = 0;
    loop {
        match connection.batch_execute("PRAGMA journal_mode = WAL;") {
            Err(error) if tries < 100 && error.to_string().contains("locked") => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(50));
            }
            outcome => return outcome,
        }
    }
}

/// SQLite does not say which file it means.
fn unusable_file(path: &Path, error: impl ToString) -> StoreError {
    unreachable(format!("{}: {}", path.display(), error.to_string()))
}

/// What a server says to those whom it will not let in later either. Where it says so in another
/// language, it is tried again in vain.
const NOT_LET_IN: [&str; 4] = [
    "authentication failed",
    "no password supplied",
    "no pg_hba.conf entry",
    "does not exist",
];

fn not_connected(error: diesel::ConnectionError) -> StoreError {
    match unreachable(error) {
        StoreError::Unreachable(words) if NOT_LET_IN.iter().any(|no| words.contains(no)) => {
            StoreError::NotLetIn(words)
        }
        other => other,
    }
}

/// PostgreSQL's own words go over several lines; a log and a terminal want one.
pub(super) fn unreachable(error: impl ToString) -> StoreError {
    let words = error.to_string();
    StoreError::Unreachable(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
