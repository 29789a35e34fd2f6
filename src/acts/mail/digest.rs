//! What the desk is told by mail: once a day what waits, and at once what begins within a day.

use crate::acts::{ActError, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MessageId, PersonId};
use crate::store::{Message, MessageKind, Payload, QueueEntry};
use chrono::{DateTime, TimeDelta, Timelike, Utc};

/// From which hour on the day's digest is written, UTC.
const FROM_HOUR: u32 = 6;
/// How long before its start what waits is urgent.
const URGENT: TimeDelta = TimeDelta::hours(24);

impl Acts {
    /// Puts the day's digest, what is urgent, and once a day that more comes in than usual into the outbox,
    /// for everybody of the secretariat with an address. Nothing is written where nothing waits. Returns how many are new.
    pub fn tell_desk(&self) -> Result<usize, ActError> {
        let now = self.now();
        let waiting = self.store.queue()?;
        let mut due = Vec::new();
        if !waiting.is_empty() {
            let reviewers = self.store.reviewer_addresses()?;
            if self.rush()?.is_some() {
                due.extend(
                    reviewers
                        .iter()
                        .map(|(person, address)| rush(*person, address, now)),
                );
            }
            for (person, address) in &reviewers {
                if now.hour() >= FROM_HOUR {
                    due.push(digest(*person, address, now));
                }
                let urgent = waiting.iter().filter(|entry| is_urgent(entry, now));
                due.extend(urgent.map(|entry| alert(*person, address, entry, now)));
            }
        }
        let told = self
            .store
            .told(due.iter().filter_map(|one| one.event.as_deref()))?;
        due.retain(|one| one.event.as_ref().is_none_or(|event| !told.contains(event)));
        let mut new = 0;
        for message in &due {
            let added: bool = self.store.transact(|transaction| {
                if !transaction.may_be_reminded(&message.recipient)? {
                    return Ok::<_, ActError>(false);
                }
                Ok(transaction.add_message(message)?)
            })?;
            new += usize::from(added);
        }
        Ok(new)
    }
}

fn is_urgent(entry: &QueueEntry, now: DateTime<Utc>) -> bool {
    entry.begins_within(URGENT, now)
}

fn digest(person: PersonId, address: &EmailAddress, now: DateTime<Utc>) -> Message {
    let event = format!("digest:{person}:{}", now.date_naive());
    to_desk(MessageKind::Digest, event, address, Payload::default(), now)
}

fn rush(person: PersonId, address: &EmailAddress, now: DateTime<Utc>) -> Message {
    let event = format!("rush:{person}:{}", now.date_naive());
    to_desk(MessageKind::Rush, event, address, Payload::default(), now)
}

fn alert(
    person: PersonId,
    address: &EmailAddress,
    entry: &QueueEntry,
    now: DateTime<Utc>,
) -> Message {
    let payload = Payload {
        reference: Some(entry.reference.clone()),
        title: entry.title.clone(),
        reason: None,
    };
    let event = format!("urgent:{person}:{}", entry.revision);
    Message {
        meeting: Some(entry.meeting),
        revision: Some(entry.revision),
        ..to_desk(MessageKind::Urgent, event, address, payload, now)
    }
}

fn to_desk(
    kind: MessageKind,
    event: String,
    address: &EmailAddress,
    payload: Payload,
    now: DateTime<Utc>,
) -> Message {
    Message {
        id: MessageId::new(),
        kind,
        event: Some(event),
        meeting: None,
        revision: None,
        review: None,
        recipient: address.clone(),
        language: LanguageTag::english(),
        payload,
        created: now,
        due: now,
    }
}
