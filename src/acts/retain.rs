//! Keeping personal data no longer than is set.

use super::{ActError, Actor, Acts};
use crate::settings::RetentionSettings;
use crate::store::{Deed, Done, KeptFor, Retained};

impl Acts {
    /// Takes away what was kept for as long as it may be: names and addresses of posters, whom letters
    /// went to, what was rejected as spam. Returns
    /// what went last. Does nothing while another process does it. For programs.
    pub fn retain(
        &self,
        actor: &Actor,
        retention: &RetentionSettings,
    ) -> Result<Retained, ActError> {
        actor.program("take away what is old")?;
        let Some(_lead) = self.store.lead("retention")? else {
            return Ok(Retained::default());
        };
        let kept = KeptFor {
            posters: retention.poster_days,
            letters: retention.letter_days,
            spam: retention.spam_days,
        };
        loop {
            let taken = self.retain_some(actor, kept)?;
            if !taken.is_full() {
                return Ok(taken);
            }
        }
    }

    fn retain_some(&self, actor: &Actor, kept: KeptFor) -> Result<Retained, ActError> {
        let now = self.now();
        let taken = self.store.transact(|transaction| {
            let expired = transaction.expired(kept, now)?;
            let taken = transaction.expire(&expired, now.naive_utc())?;
            if taken != Retained::default() {
                let deed = Deed::new("retain", Done::Calendar).after(taken);
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>(taken)
        })?;
        if taken != Retained::default() {
            tracing::info!(act = "retain", %actor, %taken, "done");
        }
        Ok(taken)
    }
}
