//! Letting go what is of no use any more, so that nothing grows without end and nobody's words are kept
//! for longer than they need be.

use super::{ActError, Actor, Acts};
use crate::store::Swept;

impl Acts {
    /// Lets go drafts that nobody touched, and invitations and sessions that have expired, each for 14
    /// days on which a server was at work; changes that were begun and never saved after two such days,
    /// and invitations that were used at once. What was counted against limits, who was
    /// on what at the desk and forms that were kept for an ended session go as soon as they are over. Has to
    /// be done at least once a day for a day to count, and does nothing while another process does it. For
    /// programs.
    pub fn sweep(&self, actor: &Actor) -> Result<Swept, ActError> {
        actor.program("sweep")?;
        let Some(_lead) = self.store.lead("sweep")? else {
            return Ok(Swept::default());
        };
        let now = self.now();
        let swept = self.store.transact(|transaction| {
            transaction.forget_uses(now)?;
            transaction.forget_claims(now)?;
            transaction.forget_forms(now)?;
            transaction.sweep(now)
        })?;
        if swept != Swept::default() {
            let (drafts, invitations, sessions) = (swept.drafts, swept.invitations, swept.sessions);
            tracing::info!(act = "sweep", %actor, drafts, invitations, sessions, "done");
        }
        Ok(swept)
    }
}
