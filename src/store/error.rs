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
    /// It is known to be away, so nobody waits for it.
    #[error("the database is away")]
    Away,
    /// It takes what is asked and does not answer.
    #[error("the database does not answer")]
    Silent,
    /// No connection could be had.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Its server answers and does not let us in: a wrong name, a wrong password, no such database.
    #[error("the database does not let us in: {0}")]
    NotLetIn(String),
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

/// What the triggers say that keep what was said from being rewritten, as the migrations put it.
const APPEND_ONLY: &str = "are append-only";

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
            Self::Away | Self::Silent | Self::Unreachable(_) | Self::Unwritable(_) => true,
            Self::Query(error) => is_passing(error),
            _ => false,
        }
    }

    /// Whether the database answered and would not, for a reason that Diesel has no name for; but for
    /// waiting too long, as far as it says so in English.
    pub(super) fn is_refusal(&self) -> bool {
        match self {
            Self::Query(DieselError::DatabaseError(DatabaseErrorKind::Unknown, said)) => {
                let words = said.message();
                !words.contains(APPEND_ONLY) && !words.starts_with("canceling statement")
            }
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
        // Diesel has no name for a disk that is full, a lock that nobody gives back, a server that
        // starts or stops, and their words are in the language of the server. What is wrong for good
        // with our own statements says what we made it say.
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, said) => {
            !said.message().contains(APPEND_ONLY)
        }
        DieselError::RollbackErrorOnCommit { commit_error, .. } => is_passing(commit_error),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(words: &str) -> StoreError {
        let said = Box::new(words.to_owned());
        StoreError::Query(DieselError::DatabaseError(DatabaseErrorKind::Unknown, said))
    }

    #[test]
    fn a_full_disk_passes_in_every_language() {
        for words in [
            "could not extend file \"base/16384/16397\": No space left on device",
            "konnte Datei »base/16384/16397« nicht erweitern: Auf dem Gerät ist kein Speicherplatz",
            "не удалось увеличить файл \"base/16384/16397\": На устройстве нет места",
            "database or disk is full",
        ] {
            assert!(unknown(words).is_passing(), "{words}");
        }
        assert!(!unknown("reviews are append-only").is_passing());
    }
}
