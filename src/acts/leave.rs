//! Leaving the desk.

use super::{ActError, Acts};
use crate::store::TokenHash;

impl Acts {
    /// Ends a session. For whoever holds its secret.
    pub fn leave(&self, session: &TokenHash) -> Result<(), ActError> {
        let person = self
            .store
            .transact(|transaction| transaction.end_session(session))?;
        if let Some(person) = person {
            tracing::info!(act = "leave", actor = %person, "done");
        }
        Ok(())
    }
}
