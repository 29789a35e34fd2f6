//! Editing what waits and approving it in one go: the reviewer mends a letter, and the poster is told what
//! was mended.

use super::decide::{Decided, publishable, settle, too_late};
use super::lock::lock;
use super::meanwhile::Onto;
use super::ready::{Problems, Ready, ready};
use super::{ActError, Actor, Acts, Choice};
use crate::domain::change::{Side, touched};
use crate::domain::fields::MeetingFields;
use crate::domain::{Decision, Known, PersonId, RevisionId, Scope, Signs};
use crate::store::{
    Deed, Done, Draft, Edit, Head, MeetingState, NewRevision, Revision, Source, Transaction,
};
use chrono::{DateTime, Utc};

/// What came of editing and approving.
#[derive(Debug, Clone, PartialEq)]
pub enum Amended {
    /// It was decided on, or somebody was first.
    Decided(Decided),
    /// What was typed cannot be published; nothing was changed.
    Problems(Problems),
}

/// What a reviewer typed about a revision that does not wait any more, put onto the one that waits now.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The revision that was being edited.
    pub before: Revision,
    /// The one that waits.
    pub onto: Revision,
    /// The form of the one that waits with what the reviewer changed of the other.
    pub fields: MeetingFields,
}

impl Acts {
    /// Approves the revision that waits with what a reviewer changed of it: their change becomes a revision
    /// of the desk, and the approval is of that, both or neither. Whoever posted it keeps their place, and
    /// hears what was changed. Without a change it is the approval alone. For the desk.
    pub fn amend(
        &self,
        actor: &Actor,
        revision: RevisionId,
        fields: MeetingFields,
        decision: &Decision,
    ) -> Result<Amended, ActError> {
        let now = self.now();
        let (is_new, amended) = self.store.transact(|transaction| {
            let meeting = transaction.meeting_of_revision(revision)?;
            let meeting = meeting.ok_or(ActError::Missing("revision"))?;
            let mut head = lock(transaction, meeting)?;
            let reviewer = actor
                .reviewer_of(transaction, &head, "edit and approve")?
                .id;
            if head.pending() != Some(revision) {
                let decided = too_late(transaction, meeting, revision, decision, reviewer)?;
                return Ok((false, Amended::Decided(decided)));
            }
            let amending = (fields, decision);
            let amended = amend_locked(transaction, &mut head, amending, reviewer, now)?;
            if let Amended::Decided(Decided::Stands(_)) = &amended {
                let published = head.published().unwrap_or(revision);
                let deed = Deed::new("edit and approve", Done::Meeting(meeting))
                    .before(format!("{revision} waits"))
                    .after(format!("{published} published, {}", decision.in_short()));
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>((true, amended))
        })?;
        if let (true, Amended::Decided(Decided::Stands(meeting))) = (is_new, &amended) {
            tracing::info!(act = "edit and approve", %actor, %meeting, %revision, "done");
        }
        self.catch_up();
        Ok(amended)
    }

    /// What a reviewer typed about a revision, put onto the one that waits now; where both changed the same,
    /// what the reviewer typed. `None` if nothing waits, or either cannot be read. It writes nothing, and
    /// stands here because it goes by the rule that sending goes by.
    pub fn carry_over(
        &self,
        revision: RevisionId,
        fields: MeetingFields,
    ) -> Result<Option<Carried>, ActError> {
        let Some(before) = self.store.revision(revision)? else {
            return Ok(None);
        };
        let state = self.store.meeting(before.meeting)?;
        let Some(onto) = state.as_ref().and_then(|state| state.pending.clone()) else {
            return Ok(None);
        };
        let since = self.store.revisions_from(before.meeting, before.id)?;
        let state = state.as_ref().and_then(|state| Onto::of(state, &since));
        let known = self.store.known()?;
        let draft = draft_of(&before, fields, self.now());
        let fields = carried(&draft, state.as_ref(), (&onto, &known), self.now());
        Ok(Some(Carried {
            before,
            onto,
            fields,
        }))
    }
}

fn amend_locked(
    transaction: &mut Transaction<'_>,
    head: &mut Head,
    (fields, decision): (MeetingFields, &Decision),
    reviewer: PersonId,
    now: DateTime<Utc>,
) -> Result<Amended, ActError> {
    let state = match transaction.meeting(head) {
        Err(error) if error.is_damage() => {
            return Ok(Amended::Decided(Decided::Unreadable(head.id())));
        }
        state => state?,
    };
    let pending = state.pending.as_ref();
    let pending = pending.ok_or(ActError::Missing("revision"))?;
    let ready = match read(transaction, &state, pending, fields, now)? {
        Ok(ready) => ready,
        Err(problems) => return Ok(Amended::Problems(problems)),
    };
    let published = state.published.as_ref();
    let Some(whole) = publishable(ready.whole, published, now) else {
        return Ok(Amended::Decided(Decided::HeldMeanwhile(head.id())));
    };
    let decided_on = match touched(&pending.details, &whole).is_empty() {
        true => pending.id,
        false => {
            let mended = NewRevision {
                details: &whole,
                poster: &pending.poster,
                source: Source::Desk,
                base: Some(pending.id),
                language: pending.language.as_ref(),
                sent_by: Some(reviewer),
            };
            transaction.append_revision(head, &mended, now)?
        }
    };
    settle(transaction, head, decided_on, decision, reviewer, now).map(Amended::Decided)
}

fn read(
    transaction: &mut Transaction<'_>,
    state: &MeetingState,
    pending: &Revision,
    fields: MeetingFields,
    now: DateTime<Utc>,
) -> Result<Result<Ready, Problems>, ActError> {
    let draft = draft_of(pending, fields, now);
    let known = transaction.known()?;
    let since = [pending.clone()];
    let onto = Onto::of(state, &since);
    Ok(ready(
        &draft,
        onto.as_ref(),
        &Choice::default(),
        &known,
        now,
    ))
}

/// The draft that the form is, as if it had been begun from the revision. The poster stays who they are,
/// whatever the form says.
fn draft_of(revision: &Revision, mut fields: MeetingFields, now: DateTime<Utc>) -> Draft {
    fields.cut_rows();
    fields.cut_texts();
    fields.who.poster_name = revision.poster.name.to_string();
    fields.who.poster_email = revision.poster.email.to_string();
    Draft {
        fields,
        edit: Some(Edit {
            meeting: revision.meeting,
            scope: Scope::All,
            base: Some(revision.id),
        }),
        source: Source::Desk,
        language: revision.language.clone(),
        begun: now,
        sent: None,
        signs: Signs::default(),
    }
}

/// The form as it was typed, or with what others changed since where that can be told.
fn carried(
    draft: &Draft,
    onto: Option<&Onto<'_>>,
    (newest, known): (&Revision, &Known),
    now: DateTime<Utc>,
) -> MeetingFields {
    let put_onto = |choice: &Choice| ready(draft, onto, choice, known, now).ok();
    let Some(mut found) = put_onto(&Choice::default()) else {
        return draft.fields.clone();
    };
    let open = found.together.as_ref().map(|together| &together.open);
    if let Some(open) = open.filter(|open| !open.is_empty()) {
        let mine = open.iter().map(|touched| (*touched, Side::Mine)).collect();
        let choice = Choice {
            seen: Some(newest.id),
            kept: mine,
        };
        found = put_onto(&choice).unwrap_or(found);
    }
    MeetingFields::fill(&found.submission.details, Some(&newest.poster))
}
