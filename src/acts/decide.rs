//! Deciding on what waits: one decision a revision, however many reviewers press a button at once.

use super::lock::lock;
use super::tell::{Told, tell};
use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{
    Decision, MeetingDetails, MeetingId, PersonId, ReviewId, RevisionId, Status, Verdict,
};
use crate::store::{
    Deed, Done, Envelope, Head, MessageKind, NewRevision, Review, Revision, Source, StoreError,
    Transaction,
};
use chrono::{DateTime, Utc};

/// What came of deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// The decision stands.
    Stands(MeetingId),
    /// Somebody decided before; this is what they said.
    Already(MeetingId, Review),
    /// A newer revision was sent meanwhile, which waits instead.
    Superseded(MeetingId),
    /// The poster took it back.
    TakenBack(MeetingId),
    /// It cannot be approved, because it cannot be read.
    Unreadable(MeetingId),
    /// It cannot be approved any more: some of the series was held since it was sent.
    HeldMeanwhile(MeetingId),
}

impl Acts {
    /// Decides on the revision that waits; an approval makes it public. The same decision made again
    /// by the same person, as by a button pressed twice, stands as it did. For the desk.
    pub fn decide(
        &self,
        actor: &Actor,
        revision: RevisionId,
        decision: &Decision,
    ) -> Result<Decided, ActError> {
        let now = self.now();
        let (is_new, decided) = self.store.transact(|transaction| {
            let meeting = transaction.meeting_of_revision(revision)?;
            let meeting = meeting.ok_or(ActError::Missing("revision"))?;
            let mut head = lock(transaction, meeting)?;
            let reviewer = actor.reviewer_of(transaction, &head, "decide")?.id;
            let is_new = head.pending() == Some(revision);
            let decided = match is_new {
                true => settle(transaction, &mut head, revision, decision, reviewer, now),
                false => too_late(transaction, meeting, revision, decision, reviewer),
            }?;
            if let (true, Decided::Stands(_)) = (is_new, &decided) {
                let deed = Deed::new("decide", Done::Meeting(meeting))
                    .before(format!("{revision} waits"))
                    .after(decision.in_short());
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>((is_new, decided))
        })?;
        if let (true, Decided::Stands(meeting)) = (is_new, &decided) {
            let verdict = decision.verdict().as_str();
            tracing::info!(act = "decide", %actor, %meeting, %revision, verdict, "done");
        }
        self.catch_up();
        Ok(decided)
    }
}

/// Writes the decision on `revision`, which waits.
pub(super) fn settle(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    revision: RevisionId,
    decision: &Decision,
    reviewer: PersonId,
    now: DateTime<Utc>,
) -> Result<Decided, ActError> {
    let waiting = transaction.waiting(head)?;
    let cancels = match decision.verdict() {
        Verdict::Approved => cancels(transaction, head.published(), revision)?,
        Verdict::ChangesRequested | Verdict::Rejected => false,
    };
    let decided_on = match decision.verdict() {
        Verdict::Approved => match transaction.revision(revision) {
            Ok(pending) => {
                let pending = pending.ok_or(ActError::Missing("revision"))?;
                match adapted(transaction, head, &pending, now)? {
                    Some(adapted) => adapted,
                    None => return Ok(Decided::HeldMeanwhile(head.id())),
                }
            }
            Err(error) if error.is_damage() => return Ok(Decided::Unreadable(head.id())),
            Err(error) => return Err(error.into()),
        },
        Verdict::ChangesRequested | Verdict::Rejected => revision,
    };
    let review = transaction.review(head, decided_on, decision, reviewer, now)?;
    transaction.end_claim(head)?;
    // Who sends spam learns nothing from it.
    if !decision.is_spam() {
        let told = (decision, review, cancels);
        tell_all(transaction, head, &waiting, told, now)?;
    }
    Ok(Decided::Stands(head.id()))
}

/// Whether a revision says that the meeting does not take place, where readers see that it does. What
/// cannot be read says nothing.
fn cancels(
    transaction: &mut Transaction<'_>,
    published: Option<RevisionId>,
    pending: RevisionId,
) -> Result<bool, StoreError> {
    let mut is_cancelled = |revision| -> Result<bool, StoreError> {
        let found = transaction.readable_revision(revision)?;
        Ok(found.is_some_and(|one| one.details.said.status == Status::Cancelled))
    };
    let before = published.map_or(Ok(false), &mut is_cancelled)?;
    Ok(!before && is_cancelled(pending)?)
}

/// Tells the decision to everybody whose change is in what was decided on, once.
fn tell_all(
    transaction: &mut Transaction<'_>,
    head: &Head,
    waiting: &[Envelope],
    (decision, review, cancels): (&Decision, ReviewId, bool),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut told: Vec<&EmailAddress> = Vec::new();
    for envelope in waiting.iter().rev() {
        let to = &envelope.email;
        let kind = kind(envelope.source, decision.verdict(), cancels);
        if let Some(kind) = kind.filter(|_| !told.contains(&to)) {
            let telling = Told::of(envelope)
                .reviewed(review)
                .because(decision.reason());
            tell(transaction, head, kind, telling, now)?;
            told.push(to);
        }
    }
    Ok(())
}

/// The revision to approve: the one that waits, or the same with what was held since it was sent left
/// as it was, which then waits in its place. `None` if there can be no such revision.
fn adapted(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    pending: &Revision,
    now: DateTime<Utc>,
) -> Result<Option<RevisionId>, StoreError> {
    let published = match head.published() {
        Some(published) => transaction.revision(published)?,
        None => None,
    };
    let Some(published) = published else {
        return Ok(Some(pending.id));
    };
    let details = publishable(pending.details.clone(), Some(&published), now);
    let Some(details) = details else {
        return Ok(None);
    };
    if details.occurrences() == pending.details.occurrences() {
        return Ok(Some(pending.id));
    }
    let kept = NewRevision {
        details: &details,
        poster: &pending.poster,
        source: Source::Desk,
        base: Some(pending.id),
        language: pending.language.as_ref(),
        sent_by: Some(PersonId::SYSTEM),
    };
    transaction.append_revision(head, &kept, now).map(Some)
}

/// What would be published: with what was held since left as it is in what is public. `None` if there can
/// be no such meeting.
pub(super) fn publishable(
    details: MeetingDetails,
    published: Option<&Revision>,
    now: DateTime<Utc>,
) -> Option<MeetingDetails> {
    match published {
        Some(published) => details.keeping_held(&published.details, now).ok(),
        None => Some(details),
    }
}

/// What the poster is told. Of a change by the desk they hear once it is public, and nothing if the
/// desk thinks better of it.
fn kind(source: Source, verdict: Verdict, cancels: bool) -> Option<MessageKind> {
    match (source, verdict) {
        (_, Verdict::Approved) if cancels => Some(MessageKind::Cancelled),
        (Source::Desk, Verdict::Approved) => Some(MessageKind::ChangedByDesk),
        (Source::Desk, _) => None,
        (_, Verdict::Approved) => Some(MessageKind::Published),
        (_, Verdict::ChangesRequested) => Some(MessageKind::ChangesRequested),
        (_, Verdict::Rejected) => Some(MessageKind::Rejected),
    }
}

/// Why a revision does not wait.
pub(super) fn too_late(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    revision: RevisionId,
    decision: &Decision,
    reviewer: PersonId,
) -> Result<Decided, ActError> {
    if let Some(review) = transaction.review_of(revision)? {
        if review.undone.is_some() {
            return Ok(Decided::Superseded(meeting));
        }
        let is_same = review.decided_by == reviewer
            && review.verdict == decision.verdict()
            && review.is_spam == decision.is_spam()
            && review.reason.as_ref() == decision.reason();
        return Ok(match is_same {
            true => Decided::Stands(meeting),
            false => Decided::Already(meeting, review),
        });
    }
    Ok(match transaction.is_taken_back(revision)? {
        true => Decided::TakenBack(meeting),
        false => Decided::Superseded(meeting),
    })
}
