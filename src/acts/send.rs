//! Sending a draft: it becomes a revision, and a meeting if it is a new one, exactly once.

use super::ready::{Problems, ready};
use super::tell::{Told, tell};
use super::{ActError, Actor, Acts};
use crate::domain::PersonId;
use crate::store::{
    Draft, Edit, Head, MeetingState, MessageKind, NewRevision, Sent, Source, Token, Transaction,
};
use chrono::{DateTime, Utc};

/// What came of sending.
///
/// Two changes that were begun from the same revision and change different dates of a series both
/// stand, because each is put onto what the meeting says when it is sent. Where they change the same,
/// the later one is what waits. Asking its sender instead is to become a variant of its own here: the
/// act knows what the draft started from ([`Edit::base`]), what the meeting says now, and what was
/// typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Sending {
    /// It waits at the desk now.
    Sent(Sent),
    /// It was sent before and became this; nothing was changed.
    AlreadySent(Sent),
    /// It cannot be sent as it is; nothing was changed.
    Problems(Problems),
}

impl Acts {
    /// Sends a draft, as it is stored when its turn comes. For whoever holds its secret; what was begun
    /// at the desk is sent by somebody of the desk alone.
    pub fn send(&self, actor: &Actor, token: &Token) -> Result<Sending, ActError> {
        let hash = token.hash();
        actor.holder(&hash, "send")?;
        let now = self.now();
        self.store.transact(|transaction| {
            let draft = transaction.lock_draft(&hash)?;
            let draft = draft.ok_or(ActError::Missing("draft"))?;
            if let Some(revision) = draft.sent {
                return Ok(Sending::AlreadySent(transaction.sent(revision)?));
            }
            let sent_by = match draft.source {
                Source::Desk => Some(actor.reviewer("send what was begun at the desk")?.id),
                Source::Form | Source::Import => None,
            };
            send_locked(transaction, token, &draft, sent_by, now)
        })
    }
}

/// What a draft is put onto: the meeting that it changes, locked.
struct Onto {
    head: Head,
    state: MeetingState,
}

fn send_locked(
    transaction: &mut Transaction<'_>,
    token: &Token,
    draft: &Draft,
    sent_by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<Sending, ActError> {
    let onto = match draft.edit {
        Some(edit) => Some(lock(transaction, edit)?),
        None => None,
    };
    let base = onto.as_ref().and_then(|onto| onto.state.base()).cloned();
    let known = transaction.known()?;
    let ready = match ready(draft, base.as_ref(), &known, now) {
        Ok(ready) => ready,
        Err(problems) => return Ok(Sending::Problems(problems)),
    };
    let mut head = match onto {
        Some(onto) => onto.head,
        None => transaction.new_meeting(None, now)?,
    };
    let revision = NewRevision {
        details: &ready.whole,
        poster: &ready.submission.poster,
        source: draft.source,
        base: base.map(|revision| revision.id),
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

fn lock(transaction: &mut Transaction<'_>, edit: Edit) -> Result<Onto, ActError> {
    let head = transaction.lock_meeting(edit.meeting)?;
    let head = head.ok_or(ActError::Missing("meeting"))?;
    let state = transaction.meeting(&head)?;
    Ok(Onto { head, state })
}
