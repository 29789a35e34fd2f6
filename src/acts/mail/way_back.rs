//! The way back for whoever lost their private addresses, and new ones in the place of what leaked.
//! Both go to the address that was given with an entry and to nobody else.

use crate::acts::lock::lock;
use crate::acts::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MeetingId, MessageId};
use crate::store::{Deed, Done, Message, MessageKind, Payload};
use chrono::{DateTime, TimeDelta, Utc};

/// What making private addresses void is called.
const ACT: &str = "renew private address";

impl Acts {
    /// Sends whoever has an address a private address of each of their entries, at most once an hour, and so
    /// often in a day as is set. For
    /// anyone: nothing that this does or returns tells whether the address is known; an unknown one is
    /// sent nothing.
    pub fn send_ways_back(
        &self,
        address: &EmailAddress,
        language: &LanguageTag,
    ) -> Result<(), ActError> {
        let now = self.now();
        let known_as = address.known_as();
        let hour = now.timestamp().div_euclid(3600);
        let message = Message {
            event: Some(format!("lost:{known_as}:{hour}")),
            ..to(address.clone(), language.clone(), now)
        };
        let most = self.pace.letters_per_address;
        self.store.transact(|transaction| {
            let kind = MessageKind::PrivateAddress;
            if transaction.letters_to_since(address, kind, now - TimeDelta::days(1))? < most {
                transaction.add_message(&message)?;
            }
            let deed = Deed::new("ask for private addresses", Done::Address);
            Ok(self.record(transaction, &Actor::Anyone, &deed)?)
        })
    }

    /// Makes every private address of a meeting void and sends a new one to whoever sent what it says
    /// now. For whoever holds one of them, and for the desk.
    pub fn renew_private_address(&self, actor: &Actor, meeting: MeetingId) -> Result<(), ActError> {
        let now = self.now();
        self.store.transact(|transaction| {
            let head = lock(transaction, meeting)?;
            actor.changer_of(transaction, &head, ACT)?;
            let state = transaction.meeting(&head)?;
            let base = state.base().ok_or(ActError::Missing("revision"))?;
            transaction.remove_edit_keys(&head)?;
            let deed = Deed::new(ACT, Done::Meeting(meeting));
            self.record(transaction, actor, &deed)?;
            let language = base.language.clone().unwrap_or_else(LanguageTag::english);
            transaction.add_message(&Message {
                meeting: Some(meeting),
                revision: Some(base.id),
                payload: Payload {
                    reference: Some(head.reference().clone()),
                    title: base.details.said.title.to_string(),
                    reason: None,
                },
                ..to(base.poster.email.clone(), language, now)
            })?;
            Ok(())
        })
    }
}

fn to(recipient: EmailAddress, language: LanguageTag, now: DateTime<Utc>) -> Message {
    Message {
        id: MessageId::new(),
        kind: MessageKind::PrivateAddress,
        event: None,
        meeting: None,
        revision: None,
        review: None,
        recipient,
        language,
        payload: Payload::default(),
        created: now,
        due: now,
    }
}
