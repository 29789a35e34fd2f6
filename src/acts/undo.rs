//! Undoing a decision as long as nobody was told of it: what was decided on waits again, and readers see
//! what they saw before.

use super::lock::lock;
use super::tell::UNDO_TIME;
use super::{ActError, Actor, Acts};
use crate::domain::{MeetingId, ReviewId};
use crate::store::{Deed, Done, Head, Settled, StoreError, Transaction, Undo};
use chrono::{DateTime, Utc};

/// What came of undoing. Where it was not undone, nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// It is undone: what was decided on waits again, or what was taken off is back.
    Undone(MeetingId),
    /// Somebody undid it before.
    Already(MeetingId, Undo),
    /// The time for it is over.
    TooLate(MeetingId),
    /// A letter that tells of it has left, or is leaving.
    Told(MeetingId),
    /// Something was sent or decided since.
    Overtaken(MeetingId),
}

impl Undoing {
    /// The meeting that it is about.
    pub fn meeting(&self) -> MeetingId {
        match self {
            Self::Undone(meeting)
            | Self::Already(meeting, _)
            | Self::TooLate(meeting)
            | Self::Told(meeting)
            | Self::Overtaken(meeting) => *meeting,
        }
    }
}

impl Acts {
    /// Undoes a decision, or that a meeting was taken off, within ten minutes. The same undone again by
    /// the same person, as by a button pressed twice, is undone as it was. For the desk.
    pub fn undo(&self, actor: &Actor, decision: ReviewId) -> Result<Undoing, ActError> {
        let person = actor.reviewer("undo")?.id;
        let now = self.now();
        let (is_new, undoing) = self.undo_if_untold(actor, decision, now)?;
        let undoing = match undoing {
            Undoing::Already(meeting, undo) if undo.undone_by == person => Undoing::Undone(meeting),
            other => other,
        };
        if is_new {
            let meeting = undoing.meeting();
            tracing::info!(act = "undo", %actor, %meeting, review = %decision, "done");
        }
        self.catch_up();
        Ok(undoing)
    }

    fn undo_if_untold(
        &self,
        actor: &Actor,
        decision: ReviewId,
        now: DateTime<Utc>,
    ) -> Result<(bool, Undoing), ActError> {
        let undone = self.store.transact(|transaction| {
            let found = transaction.settled(decision)?;
            let settled = found.ok_or(ActError::Missing("decision"))?;
            // Whoever delivers holds the message before the meeting, and so does this, or each would wait
            // for the other.
            let is_untold = transaction.take_back_messages(&settled)?;
            let mut head = lock(transaction, settled.meeting)?;
            let person = actor.reviewer_of(transaction, &head, "undo")?.id;
            refuse(transaction, &head, (&settled, is_untold), now)?;
            transaction.undo(&mut head, &settled, person, now)?;
            self.record_undo(transaction, actor, &settled)?;
            Ok(settled.meeting)
        });
        match undone {
            Ok(meeting) => Ok((true, Undoing::Undone(meeting))),
            Err(Refused::Because(undoing)) => Ok((false, undoing)),
            Err(Refused::Failed(error)) => Err(error),
        }
    }

    fn record_undo(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        settled: &Settled,
    ) -> Result<(), StoreError> {
        let (before, after) = match settled.verdict {
            Some(verdict) => (verdict.as_str(), "waits"),
            None => ("withdrawn", "published"),
        };
        let deed = Deed::new("undo", Done::Meeting(settled.meeting))
            .before(format!("{} {before}", settled.revision))
            .after(after);
        self.record(transaction, actor, &deed)
    }
}

/// Gives the transaction up, with the messages that were taken back in it, if a decision has to stand.
fn refuse(
    transaction: &mut Transaction<'_>,
    head: &Head,
    (settled, is_untold): (&Settled, bool),
    now: DateTime<Utc>,
) -> Result<(), Refused> {
    let meeting = settled.meeting;
    let why = if let Some(undo) = transaction.undo_of(settled.id)? {
        Undoing::Already(meeting, undo)
    } else if settled.decided + UNDO_TIME <= now {
        Undoing::TooLate(meeting)
    } else if !is_untold {
        Undoing::Told(meeting)
    } else if !transaction.is_last_word(head, settled)? {
        Undoing::Overtaken(meeting)
    } else {
        return Ok(());
    };
    Err(Refused::Because(why))
}

/// Why the transaction is given up.
enum Refused {
    Because(Undoing),
    Failed(ActError),
}

impl From<ActError> for Refused {
    fn from(error: ActError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}
