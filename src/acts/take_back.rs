//! Taking back what waits: the poster thinks better of it before anybody has decided.

use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::{MeetingId, RevisionId};
use crate::store::{Deed, Done, Source};

impl Acts {
    /// Takes back a revision that waits; `false` if it does not wait any more, so that nothing was
    /// changed. What is public stays as it is, and a change that it was put onto waits again: that is
    /// somebody else's to take back. For whoever holds the private address, of what was
    /// sent with the form: what the desk changed is not theirs to take back.
    pub fn take_back(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        revision: RevisionId,
    ) -> Result<bool, ActError> {
        let now = self.now();
        let taken_back = self.store.transact(|transaction| {
            actor.poster_of(transaction, meeting, "take back")?;
            let mut head = lock(transaction, meeting)?;
            if head.pending() != Some(revision) {
                return Ok(false);
            }
            let mut waiting = transaction.waiting(&head)?;
            let pending = waiting.pop().ok_or(ActError::Missing("revision"))?;
            if pending.source != Source::Form {
                return Err(actor.refused("take back what others sent"));
            }
            let under = waiting.last().map(|under| under.revision);
            let taken_back = transaction.take_back(&mut head, under, now)?;
            let deed = Deed::new("take back", Done::Meeting(meeting))
                .before(format!("{revision} waits"))
                .after("taken back");
            self.record(transaction, actor, &deed)?;
            Ok(taken_back)
        })?;
        if taken_back {
            tracing::info!(act = "take back", %actor, %meeting, %revision, "done");
        }
        Ok(taken_back)
    }
}
