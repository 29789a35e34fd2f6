//! The database that is read: as it is at one moment, whatever is written meanwhile.

use super::ask::{ask, ask_number};
use super::error::CopyError;
use super::sqlite::{self, UpToDate};
use super::{Endpoint, server};
use crate::store::address::DatabaseAddress;
use crate::store::connection::{Access, AnyConnection};
use crate::store::error::StoreError;
use crate::store::migrate::{Age, age};

/// Any number will do, as long as nobody else in the same database uses it.
const BACKUP_LOCK: i64 = 0x1_67F_CA3;

/// Whether others may read at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Any,
    /// Of all that ask for it, one at a time. Nobody else is kept from anything.
    Alone,
}

/// A database in a transaction that reads.
pub(super) struct Source {
    connection: AnyConnection,
    /// What is read instead, if the database itself is of an older version.
    _copy: Option<UpToDate>,
}

impl Source {
    /// Opens a database of this version.
    pub(super) fn open(end: &Endpoint, turn: Turn) -> Result<Self, CopyError> {
        let mut connection = connect(end)?;
        if let Age::Older(step) = age_of(&mut connection, end)? {
            return Err(older(end, step));
        }
        if turn == Turn::Alone && !is_first(&mut connection)? {
            return Err(CopyError::Underway);
        }
        Self::begin(connection, None)
    }

    /// The same; of a file of an older version a copy is opened that was brought up to date.
    pub(super) fn open_of_any_age(end: &Endpoint) -> Result<Self, CopyError> {
        let mut connection = connect(end)?;
        match (age_of(&mut connection, end)?, &connection) {
            (Age::Present, _) => Self::begin(connection, None),
            (Age::Older(_), AnyConnection::Sqlite(_)) => {
                let (copy, connection) = UpToDate::copy_of(&mut connection)?;
                Self::begin(connection, Some(copy))
            }
            (Age::Older(step), AnyConnection::Postgres(_)) => Err(older(end, step)),
        }
    }

    fn begin(mut connection: AnyConnection, copy: Option<UpToDate>) -> Result<Self, CopyError> {
        connection.begin_reading()?;
        Ok(Self {
            connection,
            _copy: copy,
        })
    }

    pub(super) fn connection(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }

    /// About how many bytes it takes up.
    pub(super) fn bytes(&mut self) -> Result<u64, CopyError> {
        let query = match &self.connection {
            AnyConnection::Sqlite(_) => {
                "SELECT CAST((page_count - freelist_count) * page_size AS TEXT) AS answer \
                 FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
            }
            AnyConnection::Postgres(_) => {
                "SELECT pg_database_size(current_database())::text AS answer"
            }
        };
        Ok(ask_number(&mut self.connection, query)?)
    }
}

fn connect(end: &Endpoint) -> Result<AnyConnection, CopyError> {
    match &end.address {
        DatabaseAddress::Sqlite(file) => sqlite::connect(file),
        DatabaseAddress::Postgres(_) => server::connect(end, Access::ReadAlone),
    }
}

/// Which version's tables it has. A file that is no database shows in this first question, which does
/// not say which file.
fn age_of(connection: &mut AnyConnection, end: &Endpoint) -> Result<Age, CopyError> {
    age(connection).map_err(|error| match (error, &end.address) {
        (StoreError::Foreign, address) => CopyError::NoCalendar(address.to_string()),
        (StoreError::Query(error), DatabaseAddress::Sqlite(file)) => CopyError::file(file, error),
        (other, _) => other.into(),
    })
}

fn older(end: &Endpoint, step: String) -> CopyError {
    CopyError::Older {
        place: end.address.to_string(),
        step,
    }
}

/// Whether nobody else has this turn. A file has no such lock; whoever makes backups of one locks
/// their folder.
fn is_first(connection: &mut AnyConnection) -> Result<bool, CopyError> {
    if let AnyConnection::Sqlite(_) = connection {
        return Ok(true);
    }
    let answer = ask(
        connection,
        &format!("SELECT pg_try_advisory_lock({BACKUP_LOCK})::text AS answer"),
    )?;
    Ok(answer == ["true"])
}
