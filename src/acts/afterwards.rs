//! Looking at what was published at once: it stays, or what was public before comes back. A group of
//! which two things were taken back is trusted no more.

use super::decide::settle;
use super::lock::lock;
use super::tell::{Told, tell};
use super::{ActError, Actor, Acts};
use crate::domain::{Decision, PersonId, Reason, RevisionId, Slug, Verdict};
use crate::store::{
    AtOnce, Cause, Deed, Done, Head, MessageKind, NewRevision, Source, Transaction,
};

/// How often something of a trusted group may be taken back before it is trusted no more.
const PATIENCE: u32 = 2;

/// What came of looking at something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// It stays as it is.
    Kept,
    /// What was public before is public again, or nothing.
    Reverted,
    /// Somebody looked at it before.
    Already,
    /// Something newer is public, so there is nothing to take back.
    Overtaken,
}

impl Acts {
    /// Leaves what was published at once as it is. For the desk.
    pub fn keep(&self, actor: &Actor, revision: RevisionId) -> Result<Looked, ActError> {
        self.store.transact(|transaction| {
            let Some((head, _)) = unseen(transaction, revision)? else {
                return Ok(Looked::Already);
            };
            let by = actor.reviewer_of(transaction, &head, "keep")?.id;
            transaction.look_at(revision, (true, by), self.now())?;
            self.record(
                transaction,
                actor,
                &Deed::new("keep", Done::Meeting(head.id())),
            )?;
            Ok(Looked::Kept)
        })
    }

    /// Takes back what was published at once: what was public before is so again, with a reason that its
    /// poster reads; what is new comes off the calendar. For the desk.
    pub fn revert(
        &self,
        actor: &Actor,
        revision: RevisionId,
        reason: &Reason,
    ) -> Result<Looked, ActError> {
        let looked = self.store.transact(|transaction| {
            let Some((mut head, found)) = unseen(transaction, revision)? else {
                return Ok::<_, ActError>(Looked::Already);
            };
            let by = actor.reviewer_of(transaction, &head, "revert")?.id;
            if head.published() != Some(revision) {
                transaction.look_at(revision, (true, by), self.now())?;
                return Ok(Looked::Overtaken);
            }
            match found.former {
                Some(former) => {
                    self.bring_back(transaction, &mut head, (revision, former), by, reason)?;
                }
                None => self.take_off(transaction, &mut head, revision, by, reason)?,
            }
            transaction.look_at(revision, (false, by), self.now())?;
            let deed = Deed::new("revert", Done::Meeting(head.id()))
                .before(format!("{revision} published"))
                .after(reason);
            self.record(transaction, actor, &deed)?;
            if found.cause == Cause::Trusted {
                self.lose_trust(transaction, actor, &found.group)?;
            }
            Ok(Looked::Reverted)
        })?;
        self.catch_up();
        Ok(looked)
    }

    /// Publishes what was public before once more, as a revision of the desk.
    fn bring_back(
        &self,
        transaction: &mut Transaction<'_>,
        head: &mut Head,
        (revision, former): (RevisionId, RevisionId),
        by: PersonId,
        reason: &Reason,
    ) -> Result<(), ActError> {
        let (missing, now) = (ActError::Missing("revision"), self.now());
        let former = transaction.revision(former)?.ok_or(missing)?;
        let poster = transaction.revision(revision)?;
        let poster = poster.ok_or(ActError::Missing("revision"))?;
        // What waits meanwhile goes on to wait.
        let waits = head.pending();
        let copy = NewRevision {
            details: &former.details,
            poster: &poster.poster,
            source: Source::Desk,
            base: Some(revision),
            language: poster.language.as_ref(),
            sent_by: Some(by),
        };
        let copy = transaction.append_revision(head, &copy, now)?;
        let decision = Decision::new(Verdict::Approved, Some(reason.clone()));
        let decision = decision.map_err(|_| ActError::Missing("reason"))?;
        settle(transaction, head, copy, &decision, by, now)?;
        Ok(transaction.let_wait(head, waits)?)
    }

    fn take_off(
        &self,
        transaction: &mut Transaction<'_>,
        head: &mut Head,
        revision: RevisionId,
        by: PersonId,
        reason: &Reason,
    ) -> Result<(), ActError> {
        let now = self.now();
        transaction.withdraw(head, reason, by, now)?;
        let envelope = transaction.envelope(revision)?;
        let told = Told::of(&envelope).because(Some(reason));
        Ok(tell(transaction, head, MessageKind::Withdrawn, told, now)?)
    }

    fn lose_trust(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        group: &str,
    ) -> Result<(), ActError> {
        let group = &transaction.known()?.groups.text_now(group);
        let reverts = transaction.count_revert(group)?;
        if reverts >= PATIENCE && transaction.remove_trust(group)? {
            let slug = Slug::parse(group);
            let slug = slug.map_err(|_| ActError::Missing("group"))?;
            let deed = Deed::new("trust no more", Done::Group(slug))
                .before("trusted")
                .after(format!("{reverts} reverts"));
            self.record(transaction, actor, &deed)?;
        }
        Ok(())
    }
}

/// What was published at once and nobody has looked at, with its meeting locked.
fn unseen(
    transaction: &mut Transaction<'_>,
    revision: RevisionId,
) -> Result<Option<(Head, AtOnce)>, ActError> {
    let meeting = transaction.meeting_of_revision(revision)?;
    let meeting = meeting.ok_or(ActError::Missing("revision"))?;
    let head = lock(transaction, meeting)?;
    Ok(transaction.unseen(revision)?.map(|found| (head, found)))
}
