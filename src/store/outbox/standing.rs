//! What became of each message, for the desk.

use super::about::{About, about};
use super::{Message, MessageRow};
use crate::domain::MessageId;
use crate::store::error::StoreError;
use crate::store::pool::Store;
use crate::store::schema::outbox;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashSet;

/// What became of a message so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is to be sent, for the first time or once more.
    Waiting,
    /// It was handed over to a mail server at this time, UTC.
    Sent(DateTime<Utc>),
    /// It is not tried any more since this time, UTC.
    GivenUp(DateTime<Utc>),
}

/// A message and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub message: Message,
    pub standing: Standing,
    /// How often it was tried.
    pub attempts: u32,
    /// What the mail server said last, if it did not take it.
    pub problem: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct PostedRow {
    #[diesel(embed)]
    message: MessageRow,
    attempts: i32,
    sent_at: Option<NaiveDateTime>,
    given_up_at: Option<NaiveDateTime>,
    problem: Option<String>,
}

impl Store {
    /// The newest messages, at most `limit` of them, newest first.
    pub fn messages(&self, limit: i64) -> Result<Vec<Posted>, StoreError> {
        self.read(|connection| {
            let rows: Vec<PostedRow> = outbox::table
                .order((outbox::created_at.desc(), outbox::id.desc()))
                .limit(limit)
                .select(PostedRow::as_select())
                .load(connection)?;
            rows.into_iter().map(PostedRow::read).collect()
        })
    }

    /// A message, and what it is about; `None` if there is no such message.
    pub fn letter_material(&self, id: MessageId) -> Result<Option<(Posted, About)>, StoreError> {
        self.read(|connection| {
            let row: Option<PostedRow> = outbox::table
                .find(id.to_string())
                .select(PostedRow::as_select())
                .first(connection)
                .optional()?;
            let Some(posted) = row.map(PostedRow::read).transpose()? else {
                return Ok(None);
            };
            let about = about(connection, &posted.message)?;
            Ok(Some((posted, about)))
        })
    }

    /// Those of these events that a message was written for.
    pub fn told<'a>(
        &self,
        events: impl Iterator<Item = &'a str>,
    ) -> Result<HashSet<String>, StoreError> {
        let events: Vec<&str> = events.collect();
        self.read(|connection| {
            let mut told = HashSet::new();
            // SQLite takes so many parameters at once.
            for some in events.chunks(500) {
                let found: Vec<Option<String>> = outbox::table
                    .filter(outbox::event.eq_any(some))
                    .select(outbox::event)
                    .load(connection)?;
                told.extend(found.into_iter().flatten());
            }
            Ok(told)
        })
    }
}

impl PostedRow {
    fn read(self) -> Result<Posted, StoreError> {
        let standing = match (self.sent_at, self.given_up_at) {
            (Some(at), _) => Standing::Sent(at.and_utc()),
            (None, Some(at)) => Standing::GivenUp(at.and_utc()),
            (None, None) => Standing::Waiting,
        };
        Ok(Posted {
            message: self.message.read()?,
            standing,
            attempts: u32::try_from(self.attempts).unwrap_or(0),
            problem: self.problem,
        })
    }
}
