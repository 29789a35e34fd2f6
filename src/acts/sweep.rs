//! Letting go what is of no use any more, so that nothing grows without end and nobody's words are kept
//! for longer than they need be.

use super::{ActError, Actor, Acts};
use crate::store::Swept;

impl Acts {
    /// Lets go drafts that nobody touched, and invitations and sessions that have expired, each for 14
    /// days on which a server was at work. Has to be done at least once a day for a day to count. For
    /// programs.
    pub fn sweep(&self, actor: &Actor) -> Result<Swept, ActError> {
        actor.program("sweep")?;
        let now = self.now();
        Ok(self.store.transact(|transaction| transaction.sweep(now))?)
    }
}
