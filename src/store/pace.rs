//! How much came lately: of all together, and by the e-mail address that was given with it. Capitals in
//! an address make no difference.

use super::error::StoreError;
use super::lower::lower;
use super::outbox::MessageKind;
use super::pool::Store;
use super::revisions::Source;
use super::schema::{meetings, outbox, revisions};
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use chrono::{DateTime, Utc};
use diesel::prelude::*;

impl Store {
    /// How many entries and changes were sent by the form since then (UTC).
    pub fn sent_since(&self, then: DateTime<Utc>) -> Result<u64, StoreError> {
        self.read(|connection| {
            let sent: i64 = revisions::table
                .filter(revisions::created_at.gt(then.naive_utc()))
                .filter(revisions::source.eq(Source::Form.as_str()))
                .count()
                .get_result(connection)?;
            Ok(sent.unsigned_abs())
        })
    }
}

impl Transaction<'_> {
    /// How many entries and changes were sent by the form with this address since then (UTC).
    pub fn sent_by_since(
        &mut self,
        address: &EmailAddress,
        then: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let sent: i64 = revisions::table
            .filter(lower(revisions::poster_email).eq(address.known_as()))
            .filter(revisions::created_at.gt(then.naive_utc()))
            .filter(revisions::source.eq(Source::Form.as_str()))
            .count()
            .get_result(self.connection)?;
        Ok(sent.unsigned_abs())
    }

    /// Of how many meetings something waits that was sent with this address.
    pub fn waiting_of(&mut self, address: &EmailAddress) -> Result<u64, StoreError> {
        let waiting: i64 = meetings::table
            .inner_join(
                revisions::table.on(meetings::pending_revision.eq(revisions::id.nullable())),
            )
            .filter(lower(revisions::poster_email).eq(address.known_as()))
            .filter(revisions::source.eq(Source::Form.as_str()))
            .count()
            .get_result(self.connection)?;
        Ok(waiting.unsigned_abs())
    }

    /// How many letters of a kind were written to this address since then (UTC).
    pub fn letters_to_since(
        &mut self,
        address: &EmailAddress,
        kind: MessageKind,
        then: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let letters: i64 = outbox::table
            .filter(lower(outbox::recipient).eq(address.known_as()))
            .filter(outbox::created_at.gt(then.naive_utc()))
            .filter(outbox::kind.eq(kind.as_str()))
            .count()
            .get_result(self.connection)?;
        Ok(letters.unsigned_abs())
    }
}
