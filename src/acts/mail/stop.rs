//! Wanting no more reminders.

use crate::acts::{ActError, Actor, Acts};
use crate::store::{Deed, Done, TokenHash};

impl Acts {
    /// Sends no reminders any more to the address that a mail with this stop went to; `false` if there
    /// is no such mail. What tells of somebody's own entries and of decisions on them goes on.
    pub fn stop_reminders(&self, stop: &TokenHash) -> Result<bool, ActError> {
        let now = self.now();
        self.store.transact(|transaction| {
            let stopped = transaction.stop_reminders(stop, now)?;
            if stopped {
                let deed = Deed::new("stop reminders", Done::Address);
                self.record(transaction, &Actor::Anyone, &deed)?;
            }
            Ok(stopped)
        })
    }
}
