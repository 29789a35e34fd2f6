//! Taking a published meeting off the calendar, with a reason that its poster reads.

use super::lock::lock;
use super::tell::{Told, tell};
use super::{ActError, Actor, Acts};
use crate::domain::{MeetingId, Reason};
use crate::store::{Deed, Done, MessageKind};

impl Acts {
    /// Takes a meeting off the calendar; `false` if it is not on it. It comes back when a revision
    /// of it is approved. For the desk.
    pub fn withdraw(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        reason: &Reason,
    ) -> Result<bool, ActError> {
        let now = self.now();
        let withdrawn = self.store.transact(|transaction| {
            let mut head = lock(transaction, meeting)?;
            let reviewer = actor.reviewer_of(transaction, &head, "withdraw")?.id;
            let Some(published) = head.published() else {
                return Ok::<_, ActError>(false);
            };
            transaction.withdraw(&mut head, reason, reviewer, now)?;
            let deed = Deed::new("withdraw", Done::Meeting(meeting))
                .before(format!("{published} published"))
                .after(format!("withdrawn: {reason}"));
            self.record(transaction, actor, &deed)?;
            match transaction.envelope(published) {
                Ok(envelope) => {
                    let told = Told::of(&envelope).because(Some(reason));
                    tell(transaction, &head, MessageKind::Withdrawn, told, now)?;
                }
                // What cannot be read must not stay public because nobody knows whom to tell.
                Err(error) if error.is_damage() => {
                    tracing::warn!(%error, "nobody is told that a meeting was taken off");
                }
                Err(error) => return Err(error.into()),
            }
            Ok(true)
        })?;
        if withdrawn {
            tracing::info!(act = "withdraw", %actor, %meeting, "done");
        }
        self.catch_up();
        Ok(withdrawn)
    }
}
