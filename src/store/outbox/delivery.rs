//! Trying to deliver: who tries which message, and what came of it.

use super::{Message, MessageRow};
use crate::domain::MessageId;
use crate::store::error::StoreError;
use crate::store::pool::Store;
use crate::store::schema::outbox;
use crate::store::token::TokenHash;
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A message that one instance tries to deliver, and no other until the claim ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    pub message: Message,
    /// How often it has been tried, this time among them.
    pub attempt: u32,
}

impl Store {
    /// Whether anything is due, so that looking costs no lock.
    pub fn has_due_message(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = outbox::table
                .filter(outbox::sent_at.is_null())
                .filter(outbox::given_up_at.is_null())
                .filter(outbox::due_at.le(now.naive_utc()))
                .count()
                .get_result(connection)?;
            Ok(count > 0)
        })
    }
}

impl Transaction<'_> {
    /// Claims the message that has been due the longest, until `until` (UTC). `None` if none is due,
    /// or if another instance was faster.
    pub fn claim_message(
        &mut self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<Claimed>, StoreError> {
        let (now, until) = (now.naive_utc(), until.naive_utc());
        let is_free = outbox::claimed_until
            .is_null()
            .or(outbox::claimed_until.le(now));
        let due: Option<(MessageRow, i32)> = outbox::table
            .filter(outbox::sent_at.is_null())
            .filter(outbox::given_up_at.is_null())
            .filter(outbox::due_at.le(now))
            .filter(is_free)
            .order((outbox::due_at.asc(), outbox::id.asc()))
            .select((MessageRow::as_select(), outbox::attempts))
            .first(self.connection)
            .optional()?;
        let Some((row, attempts)) = due else {
            return Ok(None);
        };
        let claimed = diesel::update(outbox::table.find(row.id.clone()))
            .filter(outbox::attempts.eq(attempts))
            .filter(outbox::sent_at.is_null())
            .set((
                outbox::attempts.eq(attempts + 1),
                outbox::claimed_until.eq(until),
            ))
            .execute(self.connection)?;
        if claimed == 0 {
            return Ok(None);
        }
        let id = row.id.clone();
        match row.read() {
            Ok(message) => Ok(Some(Claimed {
                message,
                attempt: u32::try_from(attempts + 1).unwrap_or(u32::MAX),
            })),
            Err(error) => {
                // It must not keep back those behind it.
                tracing::error!(%error, "a message cannot be read and is not sent");
                self.set_outcome(&id, &error.to_string(), None, now)?;
                Ok(None)
            }
        }
    }

    /// Notes that a message was delivered.
    pub fn message_sent(&mut self, id: MessageId, now: DateTime<Utc>) -> Result<(), StoreError> {
        diesel::update(outbox::table.find(id.to_string()))
            .set((
                outbox::sent_at.eq(now.naive_utc()),
                outbox::claimed_until.eq(None::<NaiveDateTime>),
                outbox::problem.eq(None::<String>),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Notes that a message could not be delivered and is tried again at `due` (UTC), or, without
    /// that, never.
    pub fn message_not_sent(
        &mut self,
        id: MessageId,
        problem: &str,
        due: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let due = due.map(|due| due.naive_utc());
        self.set_outcome(&id.to_string(), problem, due, now.naive_utc())
    }

    fn set_outcome(
        &mut self,
        id: &str,
        problem: &str,
        due: Option<NaiveDateTime>,
        now: NaiveDateTime,
    ) -> Result<(), StoreError> {
        diesel::update(outbox::table.find(id))
            .set((
                outbox::due_at.eq(due.unwrap_or(now)),
                outbox::given_up_at.eq(due.is_none().then_some(now)),
                outbox::claimed_until.eq(None::<NaiveDateTime>),
                outbox::problem.eq(problem),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Keeps the hash of what stops further reminders, as it stands in the mail.
    pub fn keep_stop(&mut self, id: MessageId, stop: &TokenHash) -> Result<(), StoreError> {
        diesel::update(outbox::table.find(id.to_string()))
            .set(outbox::stop_hash.eq(stop.as_str()))
            .execute(self.connection)?;
        Ok(())
    }
}
