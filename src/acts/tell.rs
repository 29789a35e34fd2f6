//! What has to be told to whoever posted a meeting: a row of the outbox in the transaction of what it
//! tells of.

use crate::domain::text::Note;
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MessageId, ReviewId, RevisionId};
use crate::store::{
    Envelope, Head, Message, MessageKind, NewRevision, Payload, Source, StoreError, Transaction,
};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a decision can be undone; nobody is told of it before.
pub const UNDO_TIME: TimeDelta = TimeDelta::minutes(10);

/// The revision that is told of, and what was decided about it.
pub(super) struct Told<'a> {
    revision: RevisionId,
    source: Source,
    title: &'a str,
    recipient: &'a EmailAddress,
    language: Option<&'a LanguageTag>,
    review: Option<ReviewId>,
    reason: Option<&'a Note>,
}

impl<'a> Told<'a> {
    /// Of a revision, of which nothing but its envelope need be readable.
    pub(super) fn of(envelope: &'a Envelope) -> Self {
        Self {
            revision: envelope.revision,
            source: envelope.source,
            title: &envelope.title,
            recipient: &envelope.email,
            language: envelope.language.as_ref(),
            review: None,
            reason: None,
        }
    }

    /// Of a revision that was just appended.
    pub(super) fn of_new(id: RevisionId, revision: &NewRevision<'a>) -> Self {
        Self {
            revision: id,
            source: revision.source,
            title: revision.details.said.title.as_str(),
            recipient: &revision.poster.email,
            language: revision.language,
            review: None,
            reason: None,
        }
    }

    /// With the decision on it.
    pub(super) fn reviewed(self, review: ReviewId) -> Self {
        Self {
            review: Some(review),
            ..self
        }
    }

    /// With what the desk wrote.
    pub(super) fn because(self, reason: Option<&'a Note>) -> Self {
        Self { reason, ..self }
    }
}

/// Puts a message into the outbox. Nobody is told of what came out of a file: its poster is a program.
pub(super) fn tell(
    transaction: &mut Transaction<'_>,
    head: &Head,
    kind: MessageKind,
    told: Told<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if told.source == Source::Import {
        return Ok(());
    }
    // What follows a decision leaves only when it can no longer be undone.
    let due = match told.review.is_some() || kind == MessageKind::Withdrawn {
        true => now + UNDO_TIME,
        false => now,
    };
    transaction.add_message(&Message {
        id: MessageId::new(),
        kind,
        event: None,
        meeting: Some(head.id()),
        revision: Some(told.revision),
        review: told.review,
        recipient: told.recipient.clone(),
        // What was sent before languages were kept, or begun by a program.
        language: told.language.cloned().unwrap_or_else(LanguageTag::english),
        payload: Payload {
            reference: Some(head.reference().clone()),
            title: told.title.to_owned(),
            reason: told.reason.map(ToString::to_string),
        },
        created: now,
        due,
    })?;
    Ok(())
}
