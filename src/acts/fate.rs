//! What becomes of a meeting that is still to come when its group has come to its end: it moves to
//! another group, or is called off. Whoever decides that needs no second look, so it is public at once,
//! and its poster is told as of any change by the desk.

use super::decide::{Decided, settle};
use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::text::Note;
use crate::domain::{
    Decision, MeetingDetails, MeetingId, PersonId, RevisionId, Scope, Slug, Status,
};
use crate::store::{Deed, Done, Head, NewRevision, Revision, Source, Transaction};
use chrono::{DateTime, Utc};
use std::fmt;

/// What becomes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Another group holds it.
    Moves(Slug),
    /// It does not take place; why, as readers are told.
    Cancelled(Note),
}

/// What came of deciding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fated {
    /// Readers see it.
    Stands,
    /// A change of the meeting waits, which has to be decided on first. Nothing was changed.
    Waits,
    /// There is nothing left to change: it is over, called off already, or not on the calendar.
    Nothing,
}

impl Acts {
    /// Moves a meeting to another group, or calls off what is still to come of it. For the desk.
    pub fn decide_fate(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        fate: &Fate,
    ) -> Result<Fated, ActError> {
        let reviewer = actor.steward("decide the fate of a meeting")?.id;
        let now = self.now();
        let (revision, fated) = self.store.transact(|transaction| {
            let mut head = lock(transaction, meeting)?;
            if head.pending().is_some() {
                return Ok::<_, ActError>((None, Fated::Waits));
            }
            let Some(published) = head.published() else {
                return Ok((None, Fated::Nothing));
            };
            let published = transaction.revision(published)?;
            let published = published.ok_or(ActError::Missing("revision"))?;
            let Some(details) = changed(transaction, &published.details, fate, now)? else {
                return Ok((None, Fated::Nothing));
            };
            let revision = publish(
                transaction,
                &mut head,
                (&published, &details),
                reviewer,
                now,
            )?;
            let deed = Deed::new("decide fate", Done::Meeting(meeting));
            let deed = deed.before(&published.details.said.group).after(fate);
            self.record(transaction, actor, &deed)?;
            Ok((Some(revision), Fated::Stands))
        })?;
        if let Some(revision) = revision {
            tracing::info!(act = "decide fate", %actor, %meeting, %revision, %fate, "done");
        }
        self.catch_up();
        Ok(fated)
    }
}

/// As both logs have it.
impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moves(to) => write!(f, "moves to {to}"),
            Self::Cancelled(_) => f.write_str("cancelled"),
        }
    }
}

/// The meeting as its fate has it; `None` if that is as it is. What was held stays as it was.
fn changed(
    transaction: &mut Transaction<'_>,
    stands: &MeetingDetails,
    fate: &Fate,
    now: DateTime<Utc>,
) -> Result<Option<MeetingDetails>, ActError> {
    if stands.timing.is_over(now) {
        return Ok(None);
    }
    let Some(to_come) = stands.within(Scope::All, now) else {
        return Ok(None);
    };
    let changed = match fate {
        Fate::Moves(to) => {
            let known = transaction.known()?;
            let to = known.group(to).filter(|group| !group.is_closed);
            let to = to.ok_or(ActError::Missing("group"))?.slug;
            to_come.saying(|said| {
                said.cohosts.retain(|cohost| *cohost != to);
                said.group = to;
            })
        }
        Fate::Cancelled(_) if stands.said.status == Status::Cancelled => return Ok(None),
        Fate::Cancelled(why) => to_come.saying(|said| {
            said.status = Status::Cancelled;
            said.status_note = Some(why.clone());
        }),
    };
    let changed = stands.with_change(Scope::All, changed, now).ok();
    Ok(changed.filter(|changed| changed != stands))
}

fn publish(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    (published, details): (&Revision, &MeetingDetails),
    reviewer: PersonId,
    now: DateTime<Utc>,
) -> Result<RevisionId, ActError> {
    let revision = NewRevision {
        details,
        poster: &published.poster,
        source: Source::Desk,
        base: Some(published.id),
        language: published.language.as_ref(),
        sent_by: Some(reviewer),
    };
    let revision = transaction.append_revision(head, &revision, now)?;
    match settle(
        transaction,
        head,
        revision,
        &Decision::approve(),
        reviewer,
        now,
    )? {
        Decided::Stands(_) => Ok(revision),
        // Nobody else can have decided: the head is locked.
        _ => Err(ActError::Missing("revision")),
    }
}
