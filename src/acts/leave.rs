//! Leaving the desk.

use super::{ActError, Acts};
use crate::store::TokenHash;

impl Acts {
    /// Ends a session. For whoever holds its secret.
    pub fn leave(&self, session: &TokenHash) -> Result<(), ActError> {
        Ok(self
            .store
            .transact(|transaction| transaction.end_session(session))?)
    }
}
