//! Connections: one type over both databases, how each is opened, and the transaction that every
//! write runs in.

use super::error::StoreError;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::ManageConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::path::Path;

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
    url: String,
}

impl Manager {
    pub(super) fn new(url: &str) -> Result<Self, StoreError> {
        let url = url.trim();
        if !is_postgres(url) {
            make_folder_of(Path::new(sqlite_path(url)))?;
        }
        Ok(Self {
            url: url.to_owned(),
        })
    }
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = StoreError;

    fn connect(&self) -> Result<AnyConnection, StoreError> {
        if is_postgres(&self.url) {
            let mut connection = PgConnection::establish(&self.url).map_err(unreachable)?;
            connection.batch_execute("SET TIME ZONE 'UTC'")?;
            return Ok(AnyConnection::Postgres(connection));
        }
        let mut connection =
            SqliteConnection::establish(sqlite_path(&self.url)).map_err(unreachable)?;
        // FULL, because in WAL mode NORMAL loses acknowledged writes when the power fails.
        connection.batch_execute(
            "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; \
             PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )?;
        Ok(AnyConnection::Sqlite(connection))
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        Ok(connection.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        connection.has_open_transaction()
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

fn sqlite_path(url: &str) -> &str {
    url.strip_prefix("sqlite://").unwrap_or(url)
}

fn make_folder_of(file: &Path) -> Result<(), StoreError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| StoreError::Unreachable(format!("{}: {error}", folder.display()))),
        _ => Ok(()),
    }
}

pub(super) fn unreachable(error: impl ToString) -> StoreError {
    StoreError::Unreachable(error.to_string())
}
