//! Handing messages out to whoever delivers them, and noting what became of each.

use crate::acts::lock::lock;
use crate::acts::{ActError, Acts};
use crate::domain::{Code, MeetingDetails, MeetingId};
use crate::store::{Claimed, Message, MessageKind, QueueEntry, Token, Transaction, random_bytes};
use chrono::{DateTime, TimeDelta, Utc};

/// How long one instance may take over one message before another tries.
const CLAIM: TimeDelta = TimeDelta::minutes(10);
/// How long a message is tried.
const PATIENCE: TimeDelta = TimeDelta::days(3);
/// How late a message may be on its first try: what was written before mail was set up is old news.
const STALE: TimeDelta = TimeDelta::days(7);

/// A message that is to be delivered now, with what its mail needs.
#[derive(Clone)]
pub struct Delivery {
    pub message: Message,
    /// How often it has been tried, this time among them.
    pub attempt: u32,
    /// A private address of the meeting, made for this mail.
    pub key: Option<Token>,
    /// Entries with a private address of each, for whoever asked for their ways back.
    pub entries: Vec<(String, Token)>,
    /// The code that signs the recipient in.
    pub code: Option<Code>,
    /// What stops further reminders.
    pub stop: Option<Token>,
    /// What the revision says that it is about.
    pub details: Option<MeetingDetails>,
    /// What the meeting said before that.
    pub before: Option<MeetingDetails>,
    /// What waits at the desk, for its own mail.
    pub waiting: Vec<QueueEntry>,
}

/// Why a message was not delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// What the mail server said, or why it could not be asked.
    pub problem: String,
    /// Whether the address itself is refused for good.
    pub is_refused: bool,
}

impl Acts {
    /// The message that has been due the longest, which no other instance then tries for ten minutes.
    /// `None` if none is due.
    pub fn next_delivery(&self) -> Result<Option<Delivery>, ActError> {
        let now = self.now();
        if !self.store.has_due_message(now)? {
            return Ok(None);
        }
        let delivery = self.store.transact::<_, ActError>(|transaction| {
            let claimed = transaction.claim_message(now, now + CLAIM)?;
            let Some(Claimed { message, attempt }) = claimed else {
                return Ok(None);
            };
            if attempt == 1 && message.due + STALE < now {
                let why = "it was due long before mail could be sent";
                transaction.message_not_sent(message.id, why, None, now)?;
                return Ok(None);
            }
            let delivery = with_secrets(transaction, message, attempt, now)?;
            if let Some(why) = nothing_to_say(&delivery) {
                transaction.message_not_sent(delivery.message.id, why, None, now)?;
                return Ok(None);
            }
            Ok(Some(delivery))
        })?;
        let Some(mut delivery) = delivery else {
            return Ok(None);
        };
        if delivery.message.kind.is_for_desk() {
            delivery.waiting = self.store.queue()?;
        }
        Ok(Some(delivery))
    }

    /// Notes that a message was taken by a mail server.
    pub fn delivered(&self, delivery: &Delivery) -> Result<(), ActError> {
        let now = self.now();
        self.store.transact(|transaction| {
            transaction.message_sent(delivery.message.id, now)?;
            transaction.mark_refused(&delivery.message.recipient, None, now)?;
            Ok(())
        })
    }

    /// Notes that a message was not delivered: it is tried again, later each time, until three days
    /// have gone. An address that is refused for good is marked, and not tried again for this message.
    pub fn not_delivered(&self, delivery: &Delivery, why: &Undelivered) -> Result<(), ActError> {
        let now = self.now();
        let message = &delivery.message;
        let next = (!why.is_refused)
            .then(|| now + pause(delivery.attempt))
            .filter(|next| *next <= message.created + PATIENCE);
        self.store.transact(|transaction| {
            transaction.message_not_sent(message.id, &why.problem, next, now)?;
            let of_entries = delivery.entries.iter().map(|(_, key)| key);
            for key in delivery.key.iter().chain(of_entries) {
                transaction.remove_edit_key(&key.hash())?;
            }
            if why.is_refused {
                transaction.mark_refused(&message.recipient, Some(&why.problem), now)?;
            }
            Ok(())
        })
    }
}

/// Why a message is not sent after all.
fn nothing_to_say(delivery: &Delivery) -> Option<&'static str> {
    match delivery.message.kind {
        MessageKind::PrivateAddress if delivery.entries.is_empty() => {
            Some("nothing was posted with this address")
        }
        MessageKind::SignInCode if delivery.code.is_none() => {
            Some("nobody of this address may sign in, or the code would come too late")
        }
        _ => None,
    }
}

/// A minute after the first try, then five, a quarter of an hour, an hour, and every three hours.
fn pause(attempt: u32) -> TimeDelta {
    TimeDelta::minutes(match attempt {
        0 | 1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        _ => 180,
    })
}

fn with_secrets(
    transaction: &mut Transaction<'_>,
    message: Message,
    attempt: u32,
    now: DateTime<Utc>,
) -> Result<Delivery, ActError> {
    let entries = match message.kind {
        MessageKind::PrivateAddress => entries(transaction, &message, now)?,
        _ => Vec::new(),
    };
    let key = match message.meeting {
        Some(meeting) if !message.kind.is_for_desk() && entries.is_empty() => {
            Some(new_key(transaction, meeting, now)?)
        }
        _ => None,
    };
    let stop = match message.kind.is_reminder() {
        true => {
            let stop = Token::random()?;
            transaction.keep_stop(message.id, &stop.hash())?;
            Some(stop)
        }
        false => None,
    };
    let code = code(transaction, &message, now)?;
    let (details, before) = transaction.about(&message)?;
    Ok(Delivery {
        message,
        attempt,
        key,
        entries,
        code,
        stop,
        details,
        before,
        waiting: Vec::new(),
    })
}

/// The entries that a message leads back to: the one that it is about, or all of its recipient's.
fn entries(
    transaction: &mut Transaction<'_>,
    message: &Message,
    now: DateTime<Utc>,
) -> Result<Vec<(String, Token)>, ActError> {
    let meetings = match message.meeting {
        Some(meeting) => vec![(meeting, message.payload.title.clone())],
        None => transaction.meetings_of_poster(&message.recipient)?,
    };
    meetings
        .into_iter()
        .map(|(meeting, title)| Ok((title, new_key(transaction, meeting, now)?)))
        .collect()
}

/// A code for whoever asked to be signed in, if they may be. It is made when its letter is written, and
/// kept by its hash alone.
fn code(
    transaction: &mut Transaction<'_>,
    message: &Message,
    now: DateTime<Utc>,
) -> Result<Option<Code>, ActError> {
    let Some(sign_in) = message.sign_in() else {
        return Ok(None);
    };
    let asked = transaction.sign_in(sign_in, now)?;
    if asked.is_none() || !transaction.may_sign_in(&message.recipient)? {
        return Ok(None);
    }
    let code = Code::from_random(&random_bytes::<{ Code::SIGN_IN }>()?);
    transaction.keep_code(sign_in, &code)?;
    Ok(Some(code))
}

fn new_key(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    now: DateTime<Utc>,
) -> Result<Token, ActError> {
    let head = lock(transaction, meeting)?;
    let key = Token::random()?;
    transaction.add_edit_key(&key.hash(), &head, now)?;
    Ok(key)
}
