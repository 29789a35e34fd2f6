//! What is known of an e-mail address besides who has it: that it takes no mail, that whoever has it
//! wants no reminders.

use super::error::StoreError;
use super::pool::Store;
use super::schema::{addresses, outbox};
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = addresses)]
struct NewAddressRow<'a> {
    email: &'a str,
}

impl Store {
    /// Since when an address takes no mail (UTC), and what its server said; `None` for one that does.
    pub fn refusal(
        &self,
        address: &EmailAddress,
    ) -> Result<Option<(DateTime<Utc>, String)>, StoreError> {
        self.read(|connection| {
            let row: Option<(Option<NaiveDateTime>, Option<String>)> = addresses::table
                .find(address.as_str())
                .select((addresses::refused_at, addresses::problem))
                .first(connection)
                .optional()?;
            Ok(row.and_then(|(at, problem)| Some((at?.and_utc(), problem.unwrap_or_default()))))
        })
    }

    /// The address that a mail with this stop was sent to.
    pub fn address_of_stop(&self, stop: &TokenHash) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            Ok(outbox::table
                .filter(outbox::stop_hash.eq(stop.as_str()))
                .select(outbox::recipient)
                .first(connection)
                .optional()?)
        })
    }
}

impl Transaction<'_> {
    /// Notes that an address takes no mail, or, without a problem, that it took some.
    pub fn mark_refused(
        &mut self,
        address: &EmailAddress,
        problem: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let known = self.knows(address.as_str())?;
        if problem.is_none() && !known {
            return Ok(());
        }
        self.put_address(address.as_str())?;
        diesel::update(addresses::table.find(address.as_str()))
            .set((
                addresses::refused_at.eq(problem.map(|_| now.naive_utc())),
                addresses::problem.eq(problem),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Stops reminders to whom a mail with this stop was sent; `false` if there was no such mail.
    pub fn stop_reminders(
        &mut self,
        stop: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let recipient: Option<String> = outbox::table
            .filter(outbox::stop_hash.eq(stop.as_str()))
            .select(outbox::recipient)
            .first(self.connection)
            .optional()?;
        let Some(recipient) = recipient else {
            return Ok(false);
        };
        self.put_address(&recipient)?;
        diesel::update(addresses::table.find(&recipient))
            .set(addresses::reminders_stopped_at.eq(now.naive_utc()))
            .execute(self.connection)?;
        Ok(true)
    }

    /// Whether somebody at an address may be reminded: they did not stop it, and their address takes
    /// mail.
    pub fn may_be_reminded(&mut self, address: &EmailAddress) -> Result<bool, StoreError> {
        let row: Option<(Option<NaiveDateTime>, Option<NaiveDateTime>)> = addresses::table
            .find(address.as_str())
            .select((addresses::reminders_stopped_at, addresses::refused_at))
            .first(self.connection)
            .optional()?;
        Ok(row.is_none_or(|(stopped, refused)| stopped.is_none() && refused.is_none()))
    }

    fn knows(&mut self, email: &str) -> Result<bool, StoreError> {
        let count: i64 = addresses::table
            .find(email)
            .count()
            .get_result(self.connection)?;
        Ok(count > 0)
    }

    fn put_address(&mut self, email: &str) -> Result<(), StoreError> {
        if !self.knows(email)? {
            diesel::insert_into(addresses::table)
                .values(NewAddressRow { email })
                .execute(self.connection)?;
        }
        Ok(())
    }
}
