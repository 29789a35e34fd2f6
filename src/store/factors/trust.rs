//! Wrong codes in a row, after which none is taken for a while.

use crate::domain::PersonId;
use crate::store::error::StoreError;
use crate::store::schema::people;
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

impl Transaction<'_> {
    /// Until when (UTC) no code is taken from somebody.
    pub fn locked_until(&mut self, person: PersonId) -> Result<Option<DateTime<Utc>>, StoreError> {
        let until: Option<NaiveDateTime> = people::table
            .find(person.to_string())
            .select(people::locked_until)
            .first(self.connection)?;
        Ok(until.map(|until| until.and_utc()))
    }

    /// Counts a wrong code; tells how many that are in a row.
    pub fn count_failure(&mut self, person: PersonId) -> Result<i32, StoreError> {
        diesel::update(people::table.find(person.to_string()))
            .set(people::failures.eq(people::failures + 1))
            .execute(self.connection)?;
        Ok(people::table
            .find(person.to_string())
            .select(people::failures)
            .first(self.connection)?)
    }

    /// Counts from the beginning, and takes no code before `until` (UTC).
    pub fn lock_until(
        &mut self,
        person: PersonId,
        until: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        diesel::update(people::table.find(person.to_string()))
            .set((
                people::failures.eq(0),
                people::locked_until.eq(until.map(|until| until.naive_utc())),
            ))
            .execute(self.connection)?;
        Ok(())
    }
}
