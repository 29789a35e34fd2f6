//! Why a database was not copied.

use super::tables::Table;
use crate::store::StoreError;
use std::path::Path;
use thiserror::Error;

/// Why a database was not copied. Whatever was begun is gone again, and what was there before stands.
#[derive(Debug, Error)]
pub enum CopyError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be read, written or given its name.
    #[error("{file}: {reason}")]
    File { file: String, reason: String },
    /// There is a database, and it is not ours.
    #[error("{0} holds no calendar")]
    NoCalendar(String),
    /// The program has to bring it up to date before, or an older program has to copy it.
    #[error(
        "{place} was written by an older version of igf-calendar (it has not the step {step} yet). \
         Let that version make the backup, or start this one on it first."
    )]
    Older { place: String, step: String },
    /// A file of that name must not be lost.
    #[error("{0} is there already (--force writes over it)")]
    FileTaken(String),
    /// There is a calendar where the copy should go.
    #[error("there is a calendar in {0} already (--replace takes its place and keeps it aside)")]
    CalendarTaken(String),
    /// A server or another program has the database open.
    #[error("{0} is in use: stop the server and whatever else has it open")]
    InUse(String),
    /// Both ends are one.
    #[error("{0} cannot be copied onto itself")]
    Same(String),
    /// Writing it would fill the disk, to the harm of whoever else writes there.
    #[error("{folder} has no room: {needed} MB are needed, {free} MB are free")]
    NoRoom {
        folder: String,
        needed: u64,
        free: u64,
    },
    /// A table of the source cannot be read.
    #[error("the table {table} cannot be read: {reason}")]
    Unreadable { table: &'static str, reason: String },
    /// A table of the target does not take what the source holds.
    #[error("the table {table} cannot be written: {reason}")]
    Unwritable { table: &'static str, reason: String },
    /// What was written was read again, and is not what was read before.
    #[error("the copy was read again and is not the same: {0}")]
    Unlike(String),
    /// Another instance makes a backup at this moment.
    #[error("another instance makes a backup at this moment")]
    Underway,
    /// Somebody wanted no more of it.
    #[error("interrupted; nothing is left of it")]
    Stopped,
}

impl CopyError {
    pub(super) fn file(file: &Path, reason: impl ToString) -> Self {
        Self::File {
            file: file.display().to_string(),
            reason: reason.to_string(),
        }
    }

    pub(super) fn unreadable(table: &Table, error: &diesel::result::Error) -> Self {
        Self::Unreadable {
            table: table.name,
            reason: error.to_string(),
        }
    }

    pub(super) fn unwritable(table: &Table, error: &diesel::result::Error) -> Self {
        Self::Unwritable {
            table: table.name,
            reason: error.to_string(),
        }
    }
}

impl From<diesel::result::Error> for CopyError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}
