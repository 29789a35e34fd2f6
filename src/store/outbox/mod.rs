//! The outbox: what has to be told to people, written in the transaction of what it tells of, so
//! that nothing is told that did not happen and nothing that happened goes untold. What becomes of each
//! message is in `delivery`; writing the mail itself is not done here.
//!
//! A row holds no secret. A private address for a mail is a new one, made when the mail is written:
//! a meeting may have several, and only their hashes are kept.

mod about;
mod delivery;
mod standing;
mod undo;

pub use delivery::Claimed;
pub use standing::{Posted, Standing};

use super::columns::{id, language, name, optional_id};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::listed::Read;
use super::pool::Store;
use super::schema::outbox;
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MeetingId, MessageId, Reference, ReviewId, RevisionId, SignInId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// The desk has what was sent.
    Received,
    /// It is on the calendar.
    Published,
    /// It is on the calendar that it does not take place.
    Cancelled,
    /// The desk asks for changes.
    ChangesRequested,
    /// It does not go on the calendar.
    Rejected,
    /// It was taken off the calendar.
    Withdrawn,
    /// The desk changed it, and the change is on the calendar.
    ChangedByDesk,
    /// It is near, and its link, place or date is still missing.
    StillMissing,
    /// A series goes on for long; whether it is still held.
    StillMeeting,
    /// The way back to one's entries, for whoever lost it or had it made void.
    PrivateAddress,
    /// The code that signs somebody in.
    SignInCode,
    /// To the desk: what waits.
    Digest,
    /// To the desk: what begins soon and waits.
    Urgent,
    /// To the desk: that more comes in than usual.
    Rush,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Received,
        Self::Published,
        Self::Cancelled,
        Self::ChangesRequested,
        Self::Rejected,
        Self::Withdrawn,
        Self::ChangedByDesk,
        Self::StillMissing,
        Self::StillMeeting,
        Self::PrivateAddress,
        Self::SignInCode,
        Self::Digest,
        Self::Urgent,
        Self::Rush,
    ];

    /// The stable name, as stored and as part of the keys of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Published => "published",
            Self::Cancelled => "cancelled",
            Self::ChangesRequested => "changes-requested",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::ChangedByDesk => "changed-by-desk",
            Self::StillMissing => "still-missing",
            Self::StillMeeting => "still-meeting",
            Self::PrivateAddress => "private-address",
            Self::SignInCode => "sign-in-code",
            Self::Digest => "digest",
            Self::Urgent => "urgent",
            Self::Rush => "rush",
        }
    }

    /// Whether somebody may want no more of its kind: it tells of nothing that they did or that was
    /// done to what they posted.
    pub fn is_reminder(self) -> bool {
        matches!(
            self,
            Self::StillMissing | Self::StillMeeting | Self::Digest | Self::Urgent | Self::Rush
        )
    }

    /// Whether it is for the desk.
    pub fn is_for_desk(self) -> bool {
        matches!(self, Self::Digest | Self::Urgent | Self::Rush)
    }

    /// What a letter with a code tells of: the try to sign in.
    pub fn event_of_sign_in(sign_in: SignInId) -> String {
        format!("sign-in:{sign_in}")
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Message {
    /// The try to sign in that the message has the code for.
    pub fn sign_in(&self) -> Option<SignInId> {
        SignInId::parse(self.event.as_deref()?.strip_prefix("sign-in:")?)
    }
}

/// What a message says besides its words, as it was when it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The meeting's reference, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// The title in the revision that the message is about; empty if it is about none.
    #[serde(default)]
    pub title: String,
    /// What the desk wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Something that has to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub kind: MessageKind,
    /// What it tells of, for what must not be told twice however often it is found to be due.
    pub event: Option<String>,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
    /// The revision that it is about.
    pub revision: Option<RevisionId>,
    /// The decision, if it tells of one.
    pub review: Option<ReviewId>,
    pub recipient: EmailAddress,
    /// The language to write in.
    pub language: LanguageTag,
    pub payload: Payload,
    /// When it happened, UTC.
    pub created: DateTime<Utc>,
    /// When it may be sent, UTC.
    pub due: DateTime<Utc>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = outbox)]
#[diesel(treat_none_as_default_value = false)]
struct MessageRow {
    id: String,
    kind: String,
    event: Option<String>,
    meeting_id: Option<String>,
    revision_id: Option<String>,
    review_id: Option<String>,
    recipient: String,
    language: String,
    payload: String,
    created_at: NaiveDateTime,
    due_at: NaiveDateTime,
}

impl Store {
    /// What was neither sent nor given up yet, oldest first; what cannot be read is left out.
    pub fn unsent_messages(&self) -> Result<Vec<Message>, StoreError> {
        let rows = self.read(unsent)?;
        // One that cannot be read must not keep the others from being sent.
        let left_out = |error: &StoreError| tracing::error!(%error, "a message is left out");
        let readable = |(_, outcome): Read<Message>| outcome.inspect_err(left_out).ok();
        Ok(rows.into_iter().filter_map(readable).collect())
    }
}

/// Each message that nobody has sent yet, oldest first, under its id.
pub(super) fn unsent(connection: &mut AnyConnection) -> Result<Vec<Read<Message>>, StoreError> {
    let rows: Vec<MessageRow> = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::given_up_at.is_null())
        .order((outbox::created_at.asc(), outbox::id.asc()))
        .select(MessageRow::as_select())
        .load(connection)?;
    let read = |row: MessageRow| (row.id.clone(), row.read());
    Ok(rows.into_iter().map(read).collect())
}

impl Transaction<'_> {
    /// Puts a message into the outbox, unless one of the same event is there, or whoever it is for was
    /// erased: then nothing is done, and the answer is `false`.
    pub fn add_message(&mut self, message: &Message) -> Result<bool, StoreError> {
        if message.recipient.is_erased() {
            return Ok(false);
        }
        if let Some(event) = &message.event {
            let told: i64 = outbox::table
                .filter(outbox::event.eq(event))
                .count()
                .get_result(self.connection)?;
            if told > 0 {
                return Ok(false);
            }
        }
        let unwritable = |error| StoreError::damaged("a message", error);
        let row = MessageRow {
            id: message.id.to_string(),
            kind: message.kind.as_str().to_owned(),
            event: message.event.clone(),
            meeting_id: message.meeting.map(|id| id.to_string()),
            revision_id: message.revision.map(|id| id.to_string()),
            review_id: message.review.map(|id| id.to_string()),
            recipient: message.recipient.as_str().to_owned(),
            language: message.language.as_str().to_owned(),
            payload: serde_json::to_string(&message.payload).map_err(unwritable)?,
            created_at: message.created.naive_utc(),
            due_at: message.due.naive_utc(),
        };
        diesel::insert_into(outbox::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }
}

impl MessageRow {
    fn read(self) -> Result<Message, StoreError> {
        let what = format!("message {}", self.id);
        let unreadable = |problem: String| StoreError::damaged(&what, problem);
        Ok(Message {
            id: id(&what, &self.id)?,
            kind: name(&what, &self.kind, MessageKind::from_name)?,
            event: self.event,
            meeting: optional_id(&what, self.meeting_id.as_deref())?,
            revision: optional_id(&what, self.revision_id.as_deref())?,
            review: optional_id(&what, self.review_id.as_deref())?,
            recipient: EmailAddress::parse(&self.recipient)
                .map_err(|problem| unreadable(problem.to_string()))?,
            language: language(&what, &self.language)?,
            payload: serde_json::from_str(&self.payload)
                .map_err(|error| unreadable(error.to_string()))?,
            created: self.created_at.and_utc(),
            due: self.due_at.and_utc(),
        })
    }
}
