//! What can go wrong between the calendar and its database.

use crate::domain::MeetingId;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use thiserror::Error;

/// A failure of the store. None of them is the fault of what somebody typed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// What the settings give is no address of a database. The address itself may hold a password, so
    /// it is not shown.
    #[error("the setting database.url is wrong: {0}")]
    Address(&'static str),
    /// No connection could be had.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Query(#[from] diesel::result::Error),
    /// It can be read and not written.
    #[error("the database cannot be written: {0}")]
    Unwritable(&'static str),
    /// A newer version of this program has been here.
    #[error(
        "this database was written by a newer version of igf-calendar (it has the step {step}, \
         which this version does not know). Start the newer version, or restore a backup that was \
         made before the update."
    )]
    Newer { step: String },
    /// A version before this one has been here, and nothing may be changed now.
    #[error(
        "this database is of an older version of igf-calendar (it lacks the step {step}). Start \
         this version on it once, after a backup."
    )]
    Older { step: String },
    /// It holds no tables of a calendar.
    #[error("this is no database of a calendar")]
    Foreign,
    /// The tables could not be made or updated.
    #[error("the database could not be brought up to date: {0}")]
    Migration(String),
    /// A stored document, id or name cannot be read.
    #[error("stored {what} cannot be read: {reason}")]
    Damaged { what: String, reason: String },
    /// A document in a format that this version does not know yet.
    #[error(
        "stored {what} was written by a newer version of igf-calendar (format {format}), which \
         has to be started to read it"
    )]
    NewerDocument { what: String, format: u32 },
    /// A meeting was changed by another transaction although this one had locked it.
    #[error("meeting {0} was changed by somebody else in the middle of a transaction")]
    Overtaken(MeetingId),
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    NoRandomness(String),
}

/// What databases say when they are away, full, closed or overburdened and Diesel has no name for it.
/// SQLite's words are those of the library that is compiled in; PostgreSQL's are in English unless its
/// `lc_messages` says otherwise.
const PASSING: &[&str] = &[
    "database or disk is full",
    "attempt to write a readonly database",
    "disk I/O error",
    "unable to open database file",
    "database is locked",
    "No space left on device",
    "canceling statement due to",
    "terminating connection",
    "the database system is",
    "cannot execute",
];

impl StoreError {
    /// Nothing may be written to a file that is gone from its place: it would be lost with the last
    /// connection.
    pub(super) const REPLACED: Self = Self::Unwritable("another file was laid in its place");

    /// Whether it is a stored row or document that cannot be read, so that others still can.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::NewerDocument { .. })
    }

    /// Whether the same may succeed a little later: the database is away, full, read-only or too slow,
    /// and nothing is wrong with what was asked of it.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Unwritable(_) => true,
            Self::Query(error) => is_passing(error),
            _ => false,
        }
    }

    pub(super) fn damaged(what: impl ToString, reason: impl ToString) -> Self {
        Self::Damaged {
            what: what.to_string(),
            reason: reason.to_string(),
        }
    }
}

/// What can be read, and nothing in the place of what is damaged: for what others can do without. The
/// log names it.
pub(super) fn readable<T>(outcome: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match outcome {
        Err(error) if error.is_damage() => {
            tracing::error!(%error, "it is done without");
            Ok(None)
        }
        outcome => outcome.map(Some),
    }
}

fn is_passing(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(
            DatabaseErrorKind::ClosedConnection
            | DatabaseErrorKind::ReadOnlyTransaction
            | DatabaseErrorKind::SerializationFailure
            | DatabaseErrorKind::UnableToSendCommand,
            _,
        )
        | DieselError::BrokenTransactionManager => true,
        DieselError::DatabaseError(_, said) => {
            PASSING.iter().any(|words| said.message().contains(words))
        }
        DieselError::RollbackErrorOnCommit { commit_error, .. } => is_passing(commit_error),
        _ => false,
    }
}
