//! What can go wrong between the calendar and its database.

use crate::domain::MeetingId;
use thiserror::Error;

/// A failure of the store. None of them is the fault of what somebody typed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// No connection could be had.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Query(#[from] diesel::result::Error),
    /// A newer version of this program has been here.
    #[error(
        "this database was written by a newer version of igf-calendar (it has the step {step}, \
         which this version does not know). Start the newer version, or restore a backup that was \
         made before the update."
    )]
    Newer { step: String },
    /// The tables could not be made or updated.
    #[error("the database could not be brought up to date: {0}")]
    Migration(String),
    /// A stored document, id or name cannot be read.
    #[error("stored {what} cannot be read: {reason}")]
    Damaged { what: String, reason: String },
    /// A meeting was changed by another transaction although this one had locked it.
    #[error("meeting {0} was changed by somebody else in the middle of a transaction")]
    Overtaken(MeetingId),
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    NoRandomness(String),
}

impl StoreError {
    pub(super) fn damaged(what: impl ToString, reason: impl ToString) -> Self {
        Self::Damaged {
            what: what.to_string(),
            reason: reason.to_string(),
        }
    }
}
