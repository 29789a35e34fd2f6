//! Wanting no more reminders.

use crate::acts::{ActError, Acts};
use crate::store::TokenHash;

impl Acts {
    /// Sends no reminders any more to the address that a mail with this stop went to; `false` if there
    /// is no such mail. What tells of somebody's own entries and of decisions on them goes on.
    pub fn stop_reminders(&self, stop: &TokenHash) -> Result<bool, ActError> {
        let now = self.now();
        self.store
            .transact(|transaction| Ok(transaction.stop_reminders(stop, now)?))
    }
}
