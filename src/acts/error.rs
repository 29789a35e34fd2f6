//! What an act can fail with. What it found and did not do is no failure; each act has a type of its
//! own for that.

use crate::store::StoreError;
use thiserror::Error;

/// A failure of an act; nothing of it was done.
#[derive(Debug, Error)]
pub enum ActError {
    /// Whoever asked may not do this; the act is named as in "may not decide".
    #[error("whoever asked may not {0}")]
    NotAllowed(&'static str),
    /// There is no such draft, meeting or revision.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// There are as many drafts as there may be.
    #[error("there are as many drafts as the setting limits.drafts_total allows")]
    NoRoom,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
