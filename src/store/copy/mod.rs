//! Whole databases: backups, bringing them back, and moving between SQLite and PostgreSQL. All three
//! are one thing: every row of one database, as it is at one moment, is written into empty tables of
//! another, read there again and compared. A backup is a SQLite file, whichever database it is of.
//! This is the one way of writing that is no act: nothing that is said or decided changes by it.

mod ask;
mod contents;
mod error;
mod fill;
mod place;
mod rows;
mod server;
mod source;
mod sqlite;
mod tables;

pub use contents::Contents;
pub use error::CopyError;
pub use tables::{Column, TABLES, Table};

use super::address::DatabaseAddress;
use super::check::Fault;
use super::file;
use super::options::StoreOptions;
use chrono::{DateTime, Utc};
use source::{Source, Turn};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// A database that is copied from or to.
#[derive(Debug, Clone)]
pub struct Endpoint {
    pub address: DatabaseAddress,
    /// Of these only the patience for making a connection counts.
    pub options: StoreOptions,
}

/// What becomes of a calendar that is where the copy should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Nothing, and there is no copy.
    Refuse,
    /// It is kept under a name with the present in it (UTC).
    SetAside(DateTime<Utc>),
}

/// What was copied, after it was read again and found the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    pub contents: Contents,
    /// The last number of the change log.
    pub log: i32,
    /// What is wrong in both, the copy and what it is of.
    pub faults: Vec<Fault>,
    /// How large the file is; nothing for a copy on a server.
    pub bytes: Option<u64>,
    /// Where the calendar that stood there is now.
    pub aside: Option<String>,
}

/// Writes a backup of a database, which may be in use, into a file for its owner alone. A file of
/// that name is written over only if `over` says so. `stop` may be set at any time.
pub fn back_up(
    from: &Endpoint,
    file: &Path,
    over: bool,
    stop: &AtomicBool,
) -> Result<Copied, CopyError> {
    back_up_in_turn(from, file, over, Turn::Any, stop)
}

/// The same, unless another instance on the same PostgreSQL does it at this moment
/// ([`CopyError::Underway`]).
pub fn back_up_alone(from: &Endpoint, file: &Path, stop: &AtomicBool) -> Result<Copied, CopyError> {
    back_up_in_turn(from, file, false, Turn::Alone, stop)
}

fn back_up_in_turn(
    from: &Endpoint,
    file: &Path,
    over: bool,
    turn: Turn,
    stop: &AtomicBool,
) -> Result<Copied, CopyError> {
    place::make_sure_it_is_free(from, file, over)?;
    let mut source = Source::open(from, turn)?;
    let (new, copied) = place::write(&mut source, file, stop)?;
    place::backup(new, file, over, copied)
}

/// Writes all of one database into another of either kind. A database of an older version is brought
/// up to date on the way if it is a file; it stays as it was.
pub fn copy(
    from: &Endpoint,
    to: &Endpoint,
    existing: Existing,
    stop: &AtomicBool,
) -> Result<Copied, CopyError> {
    if from.address == to.address {
        return Err(CopyError::Same(from.address.to_string()));
    }
    let mut source = Source::open_of_any_age(from)?;
    match &to.address {
        DatabaseAddress::Postgres(_) => server::write(source.connection(), to, existing, stop),
        DatabaseAddress::Sqlite(file) => {
            let standing = place::make_sure_it_may_be_replaced(from, file, existing)?;
            file::make_folder(file)?;
            let (new, copied) = place::write(&mut source, file, stop)?;
            place::database(new, file, standing, copied)
        }
    }
}
