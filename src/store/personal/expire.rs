//! What is taken away after a time, and what goes altogether.

use crate::domain::Poster;
use crate::domain::web_url::EmailAddress;
use crate::store::error::StoreError;
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

/// How many revisions, or letters, are changed in one transaction.
const AT_ONCE: usize = 1000;

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

impl Retained {
    /// Whether there may be more of it.
    pub fn is_full(&self) -> bool {
        self.posters >= AT_ONCE || self.letters >= AT_ONCE
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

    /// Takes away what is old enough, so much of it that nobody else waits for long.
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
        let forgotten = format!(
            "UPDATE revisions SET poster_name = '{}', poster_email = '{address}' WHERE id IN \
             (SELECT id FROM revisions WHERE poster_email <> '{address}' AND source <> 'import' \
             AND created_at < $1 AND (ends_at IS NULL OR ends_at < $1) AND id NOT IN \
             (SELECT pending_revision FROM meetings WHERE pending_revision IS NOT NULL) LIMIT {AT_ONCE})",
            Poster::ERASED,
            address = EmailAddress::ERASED
        );
        Ok(diesel::sql_query(forgotten)
            .bind::<Timestamp, _>(before)
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
        let forgotten = format!(
            "UPDATE outbox SET recipient = '{address}', payload = '{{}}', problem = NULL, stop_hash = NULL \
             WHERE id IN (SELECT id FROM outbox WHERE recipient <> '{address}' AND created_at < $1 \
             AND (sent_at < $1 OR given_up_at < $1) LIMIT {AT_ONCE})",
            address = EmailAddress::ERASED
        );
        let forgotten = diesel::sql_query(forgotten)
            .bind::<Timestamp, _>(before)
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
