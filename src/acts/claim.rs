//! "I am on it": telling the other reviewers who reads a meeting, so that two do not do the same work.

use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::MeetingId;
use crate::store::{Deed, Done};
use chrono::TimeDelta;

/// How long it holds unless it is said again: whoever was called away keeps nobody from reading.
const HOLDS: TimeDelta = TimeDelta::minutes(30);

impl Acts {
    /// Says that whoever acts is on a meeting, for half an hour, in place of anybody who was. Others are
    /// shown that and may do all that they may do otherwise. For the desk.
    pub fn claim(&self, actor: &Actor, meeting: MeetingId) -> Result<(), ActError> {
        let person = actor.reviewer("claim")?.id;
        let now = self.now();
        self.store.transact(|transaction| {
            let head = lock(transaction, meeting)?;
            transaction.claim(&head, person, now, now + HOLDS)?;
            let deed = Deed::new("claim", Done::Meeting(meeting));
            Ok::<_, ActError>(self.record(transaction, actor, &deed)?)
        })?;
        tracing::info!(act = "claim", %actor, %meeting, "done");
        Ok(())
    }

    /// Says that whoever acts is on a meeting no longer. What somebody else said of themselves stands. For
    /// the desk.
    pub fn let_go(&self, actor: &Actor, meeting: MeetingId) -> Result<(), ActError> {
        let person = actor.reviewer("let go")?.id;
        let was_on_it = self.store.transact(|transaction| {
            let head = lock(transaction, meeting)?;
            let was_on_it = transaction.end_claim_of(&head, person)?;
            if was_on_it {
                let deed = Deed::new("let go", Done::Meeting(meeting));
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>(was_on_it)
        })?;
        if was_on_it {
            tracing::info!(act = "let go", %actor, %meeting, "done");
        }
        Ok(())
    }
}
