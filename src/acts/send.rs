//! Sending a draft: it becomes a revision, and a meeting if it is a new one, exactly once.

use super::lock::lock;
use super::meanwhile::Onto;
use super::ready::{Problems, Ready, ready};
use super::tell::{Told, tell};
use super::{ActError, Actor, Acts, Choice, HeldBack, Together};
use crate::domain::PersonId;
use crate::store::{
    Deed, Done, Draft, Edit, Head, MeetingState, MessageKind, NewRevision, Revision, Sent, Source,
    Token, Transaction,
};
use chrono::{DateTime, Utc};

/// What came of sending.
///
/// What others said since the draft was begun is kept, and so is what was typed: what only one side
/// changed is put together, and about what both changed the sender is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Sending {
    /// It waits at the desk now.
    Sent(Sent),
    /// It was sent before and became this; nothing was changed.
    AlreadySent(Sent),
    /// Others changed the same, or what it was begun from was not taken: the sender has to look at that
    /// and send again. Nothing was changed.
    Conflict(Box<(Draft, Ready)>),
    /// It cannot be sent as it is; nothing was changed.
    Problems(Problems),
    /// It cannot be sent yet; nothing was changed.
    HeldBack(HeldBack),
}

impl Acts {
    /// Sends a draft, as it is stored when its turn comes, put onto what its meeting says then. For
    /// whoever holds its secret; what was begun at the desk is sent by somebody of the desk alone.
    pub fn send(&self, actor: &Actor, token: &Token, choice: &Choice) -> Result<Sending, ActError> {
        let hash = token.hash();
        actor.holder(&hash, "send")?;
        let now = self.now();
        let (sending, is_public) = self.store.transact(|transaction| {
            let draft = transaction.lock_draft(&hash)?;
            let draft = draft.ok_or(ActError::Missing("draft"))?;
            if let Some(revision) = draft.sent {
                let sent = transaction.sent(revision)?;
                return Ok::<_, ActError>((Sending::AlreadySent(sent), false));
            }
            let sent_by = match draft.source {
                Source::Desk => Some(actor.reviewer("send what was begun at the desk")?.id),
                Source::Form | Source::Import => None,
            };
            let sending = self.send_locked(transaction, token, (&draft, sent_by), choice, now)?;
            let mut is_public = false;
            if let Sending::Sent(sent) = &sending {
                let deed = Deed::new("send", Done::Meeting(sent.meeting))
                    .after(format!("{} waits", sent.revision));
                self.record(transaction, actor, &deed)?;
                is_public = self.publish_at_once(transaction, actor, sent)?;
            }
            Ok((sending, is_public))
        })?;
        if let Sending::Sent(sent) = &sending {
            tracing::info!(
                act = "send", %actor, draft = hash.short(), meeting = %sent.meeting,
                reference = %sent.reference, revision = %sent.revision, "done"
            );
        }
        if is_public {
            self.catch_up();
        }
        Ok(sending)
    }

    fn send_locked(
        &self,
        transaction: &mut Transaction<'_>,
        token: &Token,
        (draft, sent_by): (&Draft, Option<PersonId>),
        choice: &Choice,
        now: DateTime<Utc>,
    ) -> Result<Sending, ActError> {
        let locked = match draft.edit {
            Some(edit) => Some(Locked::of(transaction, edit)?),
            None => None,
        };
        let known = transaction.known()?;
        let onto = locked.as_ref().and_then(Locked::onto);
        let ready = match ready(draft, onto.as_ref(), choice, &known, now) {
            Ok(ready) => ready,
            Err(problems) => return Ok(Sending::Problems(problems)),
        };
        let together = ready.together.as_ref();
        if together.is_some_and(Together::has_to_be_seen) {
            return Ok(Sending::Conflict(Box::new((draft.clone(), ready))));
        }
        if draft.source == Source::Form {
            let address = &ready.submission.poster.email;
            let held_back = self.hold_back(transaction, (address, draft.edit.is_none()), now)?;
            if let Some(why) = held_back {
                return Ok(Sending::HeldBack(why));
            }
        }
        let head = match locked {
            Some(locked) => locked.head,
            None => transaction.new_meeting(None, now)?,
        };
        append(transaction, token, (draft, sent_by), (head, &ready), now)
    }
}

/// The meeting that a draft changes, locked.
struct Locked {
    head: Head,
    state: MeetingState,
    /// The revision that the draft was begun from, and all that were sent since.
    since: Vec<Revision>,
}

impl Locked {
    fn of(transaction: &mut Transaction<'_>, edit: Edit) -> Result<Self, ActError> {
        let head = lock(transaction, edit.meeting)?;
        let state = transaction.meeting(&head)?;
        let since = match edit.base {
            Some(base) => transaction.revisions_from(&head, base)?,
            None => Vec::new(),
        };
        Ok(Self { head, state, since })
    }

    fn onto(&self) -> Option<Onto<'_>> {
        Onto::of(&self.state, &self.since)
    }
}

/// Appends the revision, and notes and tells that it was sent.
fn append(
    transaction: &mut Transaction<'_>,
    token: &Token,
    (draft, sent_by): (&Draft, Option<PersonId>),
    (mut head, ready): (Head, &Ready),
    now: DateTime<Utc>,
) -> Result<Sending, ActError> {
    let revision = NewRevision {
        details: &ready.whole,
        poster: &ready.submission.poster,
        source: draft.source,
        base: ready.base,
        language: draft.language.as_ref(),
        sent_by,
    };
    let id = transaction.append_revision(&mut head, &revision, now)?;
    transaction.mark_sent(&token.hash(), id, now)?;
    if draft.source == Source::Form {
        transaction.add_edit_key(&token.edit_key().hash(), &head, now)?;
        let told = Told::of_new(id, &revision);
        tell(transaction, &head, MessageKind::Received, told, now)?;
    }
    Ok(Sending::Sent(transaction.sent(id)?))
}
