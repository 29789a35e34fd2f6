//! Forgetting what is over, whether anybody comes by or not.

use super::{ActError, Actor, Acts};

impl Acts {
    /// Removes drafts that nobody touched for two weeks, changes that were begun and never saved,
    /// invitations that were used or have expired, and sessions that have ended. For programs.
    pub fn expire(&self, actor: &Actor) -> Result<(), ActError> {
        actor.program("expire")?;
        let now = self.now();
        let (drafts, invitations, sessions) = self.store.transact(|transaction| {
            let drafts = transaction.forget_old_drafts(now)?;
            let invitations = transaction.forget_invitations(now)?;
            Ok::<_, ActError>((drafts, invitations, transaction.forget_sessions(now)?))
        })?;
        if drafts + invitations + sessions > 0 {
            tracing::info!(act = "expire", %actor, drafts, invitations, sessions, "done");
        }
        Ok(())
    }
}
