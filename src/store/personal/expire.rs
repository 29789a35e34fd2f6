//! What is taken away after a time, and what goes altogether.

use super::Blank;
use crate::domain::Poster;
use crate::domain::web_url::EmailAddress;
use crate::store::error::StoreError;
use crate::store::revisions::Source;
use crate::store::schema::{meetings, outbox, revisions};
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Timestamp;
use std::fmt;

/// For how many days each is kept.
#[derive(Debug, Clone, Copy)]
pub struct KeptFor {
    /// Names and addresses of posters, after what they sent and after its meeting was over.
    pub posters: u32,
    /// Whom letters went to and what they said, after they were sent.
    pub letters: u32,
    /// What was rejected as spam, after that.
    pub spam: u32,
}

/// Before which moments (UTC) each is old enough; `None` while it is not sure that any is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Expired {
    pub posters: Option<NaiveDateTime>,
    pub letters: Option<NaiveDateTime>,
    pub spam: Option<NaiveDateTime>,
}

/// What was taken away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Retained {
    /// Revisions that name their poster no more.
    pub posters: usize,
    /// People who signed in to post, and have not for long.
    pub people: usize,
    /// Letters that name nobody and say nothing any more.
    pub letters: usize,
    /// Meetings that were rejected as spam and are gone.
    pub spam: usize,
    /// Addresses of which nothing has to be known any more.
    pub addresses: usize,
}

impl fmt::Display for Retained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            posters,
            people,
            letters,
            spam,
            addresses,
        } = self;
        write!(
            f,
            "posters of {posters} revisions, {people} people who signed in, recipients of {letters} letters, {spam} meetings that were \
             spam, {addresses} addresses"
        )
    }
}

impl Transaction<'_> {
    /// What is old enough by now: by the clock, and by the days on which a server was at work, so that a
    /// clock that jumps ahead takes nothing away.
    pub fn expired(&mut self, kept: KeptFor, now: DateTime<Utc>) -> Result<Expired, StoreError> {
        Ok(Expired {
            posters: self.limit(now, kept.posters)?,
            letters: self.limit(now, kept.letters)?,
            spam: self.limit(now, kept.spam)?,
        })
    }

    /// Takes away what is old enough.
    pub fn expire(
        &mut self,
        expired: &Expired,
        now: NaiveDateTime,
    ) -> Result<Retained, StoreError> {
        let mut taken = Retained::default();
        if let Some(before) = expired.posters {
            taken.posters = self.forget_posters(before)?;
            taken.people = self.forget_people(before)?;
        }
        if let Some(before) = expired.letters {
            taken.letters = self.forget_letters(before)?;
        }
        if let Some(before) = expired.spam {
            taken.spam = self.remove_spam(before, now)?;
        }
        taken.addresses = self.forget_addresses()?;
        Ok(taken)
    }

    /// Of what was sent and over before then and waits for nothing. What came out of a file names no
    /// poster.
    fn forget_posters(&mut self, before: NaiveDateTime) -> Result<usize, StoreError> {
        let waiting = meetings::table
            .filter(meetings::pending_revision.is_not_null())
            .select(meetings::pending_revision.assume_not_null());
        let is_over = revisions::ends_at
            .is_null()
            .or(revisions::ends_at.lt(before));
        let old = revisions::table
            .filter(revisions::created_at.lt(before))
            .filter(is_over)
            .filter(revisions::source.ne(Source::Import.as_str()))
            .filter(revisions::poster_email.ne(EmailAddress::ERASED))
            .filter(revisions::id.ne_all(waiting));
        Ok(diesel::update(old)
            .set((
                revisions::poster_name.eq(Poster::ERASED),
                revisions::poster_email.eq(EmailAddress::ERASED),
            ))
            .execute(self.connection)?)
    }

    /// The row stays, because what they did names it.
    fn forget_people(&mut self, before: NaiveDateTime) -> Result<usize, StoreError> {
        let forgotten = format!(
            "UPDATE people SET name = '{}', email = NULL \
             WHERE kind = 'person' AND role = 'poster' AND email IS NOT NULL \
             AND coalesce(entered_at, created_at) < $1 AND NOT EXISTS \
             (SELECT 1 FROM sessions WHERE sessions.person_id = people.id) AND NOT EXISTS \
             (SELECT 1 FROM coordinators WHERE coordinators.person_id = people.id)",
            Poster::ERASED
        );
        Ok(diesel::sql_query(forgotten)
            .bind::<Timestamp, _>(before)
            .execute(self.connection)?)
    }

    fn forget_letters(&mut self, before: NaiveDateTime) -> Result<usize, StoreError> {
        let is_done = outbox::sent_at
            .lt(before)
            .or(outbox::given_up_at.lt(before));
        let old = outbox::table
            .filter(is_done)
            .filter(outbox::recipient.ne(EmailAddress::ERASED));
        let forgotten = diesel::update(old)
            .set(Blank::LETTER)
            .execute(self.connection)?;
        if forgotten > 0 {
            self.unname_letters()?;
        }
        Ok(forgotten)
    }

    /// That an address takes no mail, or wants no reminders, is of use as long as somebody has it.
    fn forget_addresses(&mut self) -> Result<usize, StoreError> {
        let nobodys = "DELETE FROM addresses WHERE NOT EXISTS \
             (SELECT 1 FROM revisions WHERE lower(poster_email) = lower(addresses.email)) AND NOT EXISTS \
             (SELECT 1 FROM people WHERE lower(people.email) = lower(addresses.email)) AND NOT EXISTS \
             (SELECT 1 FROM outbox WHERE lower(recipient) = lower(addresses.email))";
        Ok(diesel::sql_query(nobodys).execute(self.connection)?)
    }
}
