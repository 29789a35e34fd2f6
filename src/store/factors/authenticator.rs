//! Programs with codes that change every half minute (RFC 6238).

use crate::domain::PersonId;
use crate::domain::factor::TotpSecret;
use crate::store::error::StoreError;
use crate::store::pool::Store;
use crate::store::schema::authenticators;
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Somebody's program, as far as the calendar knows it.
#[derive(Clone)]
pub struct Authenticator {
    /// What the program in use was given.
    pub secret: Option<TotpSecret>,
    /// What one was given that has not yet shown a code.
    pub pending: Option<TotpSecret>,
    /// The last step whose code was taken.
    pub last_step: i32,
}

type Row = (Option<String>, Option<String>, i32);

#[derive(Insertable)]
#[diesel(table_name = authenticators)]
struct NewRow {
    person_id: String,
    last_step: i32,
    created_at: NaiveDateTime,
}

impl Store {
    /// The secret of a program that somebody is setting up.
    pub fn pending_secret(&self, person: PersonId) -> Result<Option<TotpSecret>, StoreError> {
        self.read(|connection| {
            let pending: Option<Option<String>> = authenticators::table
                .find(person.to_string())
                .select(authenticators::pending)
                .first(connection)
                .optional()?;
            pending.flatten().as_deref().map(secret).transpose()
        })
    }
}

impl Transaction<'_> {
    /// Somebody's program with codes. Nobody else uses it before the transaction ends.
    pub fn authenticator(&mut self, person: PersonId) -> Result<Option<Authenticator>, StoreError> {
        // An update locks the row on both databases.
        diesel::update(authenticators::table.find(person.to_string()))
            .set(authenticators::last_step.eq(authenticators::last_step))
            .execute(self.connection)?;
        let row: Option<Row> = authenticators::table
            .find(person.to_string())
            .select((
                authenticators::secret,
                authenticators::pending,
                authenticators::last_step,
            ))
            .first(self.connection)
            .optional()?;
        let Some((in_use, pending, last_step)) = row else {
            return Ok(None);
        };
        Ok(Some(Authenticator {
            secret: in_use.as_deref().map(secret).transpose()?,
            pending: pending.as_deref().map(secret).transpose()?,
            last_step,
        }))
    }

    /// Begins to set a program up.
    pub fn keep_pending_secret(
        &mut self,
        person: PersonId,
        secret: &TotpSecret,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = authenticators::table.find(person.to_string());
        let known: i64 = row.count().get_result(self.connection)?;
        if known == 0 {
            let row = NewRow {
                person_id: person.to_string(),
                last_step: 0,
                created_at: now.naive_utc(),
            };
            diesel::insert_into(authenticators::table)
                .values(row)
                .execute(self.connection)?;
        }
        diesel::update(authenticators::table.find(person.to_string()))
            .set(authenticators::pending.eq(secret.to_base32()))
            .execute(self.connection)?;
        Ok(())
    }

    /// Puts the program that was set up in the place of the one before.
    pub fn confirm_secret(
        &mut self,
        person: PersonId,
        secret: &TotpSecret,
        step: i32,
    ) -> Result<(), StoreError> {
        diesel::update(authenticators::table.find(person.to_string()))
            .set((
                authenticators::secret.eq(secret.to_base32()),
                authenticators::pending.eq(None::<String>),
                authenticators::last_step.eq(step),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Notes that the code of a step was taken.
    pub fn note_step(&mut self, person: PersonId, step: i32) -> Result<(), StoreError> {
        diesel::update(authenticators::table.find(person.to_string()))
            .set(authenticators::last_step.eq(step))
            .execute(self.connection)?;
        Ok(())
    }

    /// Takes somebody's program away; `false` if they have none.
    pub fn remove_authenticator(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let row = authenticators::table.find(person.to_string());
        Ok(diesel::delete(row).execute(self.connection)? > 0)
    }
}

fn secret(text: &str) -> Result<TotpSecret, StoreError> {
    TotpSecret::parse(text)
        .ok_or_else(|| StoreError::damaged("an authenticator", "its secret is no base32"))
}
