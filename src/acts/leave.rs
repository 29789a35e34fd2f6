//! Leaving the desk.

use super::{ActError, Acts};
use crate::store::{By, Deed, Done, TokenHash};

impl Acts {
    /// Ends a session. For whoever holds its secret.
    pub fn leave(&self, session: &TokenHash) -> Result<(), ActError> {
        let person = self.store.transact(|transaction| {
            let person = transaction.end_session(session)?;
            if let Some(person) = person {
                let deed = Deed::new("leave", Done::Person(person));
                self.record_by(transaction, By::Person(person), &deed)?;
            }
            Ok::<_, ActError>(person)
        })?;
        if let Some(person) = person {
            tracing::info!(act = "leave", actor = %person, "done");
        }
        Ok(())
    }
}
