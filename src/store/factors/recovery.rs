//! Codes that stand in for a second factor, each once.

use crate::domain::{Code, PersonId};
use crate::store::error::StoreError;
use crate::store::schema::recovery_codes;
use crate::store::token::TokenHash;
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = recovery_codes)]
struct NewRow<'a> {
    code_hash: &'a str,
    person_id: String,
    created_at: NaiveDateTime,
}

impl Transaction<'_> {
    /// Whether somebody has such codes, used or not.
    pub fn has_recovery_codes(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let count: i64 = recovery_codes::table
            .filter(recovery_codes::person_id.eq(person.to_string()))
            .count()
            .get_result(self.connection)?;
        Ok(count > 0)
    }

    /// Gives somebody these codes in the place of all that they had.
    pub fn replace_recovery_codes(
        &mut self,
        person: PersonId,
        codes: &[Code],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.remove_recovery_codes(person)?;
        for code in codes {
            let hash = TokenHash::of_code(code);
            let row = NewRow {
                code_hash: hash.as_str(),
                person_id: person.to_string(),
                created_at: now.naive_utc(),
            };
            diesel::insert_into(recovery_codes::table)
                .values(row)
                .execute(self.connection)?;
        }
        Ok(())
    }

    /// Uses a code up; `false` if it is none of somebody's, or was used.
    pub fn use_recovery_code(
        &mut self,
        person: PersonId,
        code: &Code,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let used = diesel::update(
            recovery_codes::table
                .find(TokenHash::of_code(code).as_str())
                .filter(recovery_codes::person_id.eq(person.to_string()))
                .filter(recovery_codes::used_at.is_null()),
        )
        .set(recovery_codes::used_at.eq(now.naive_utc()))
        .execute(self.connection)?;
        Ok(used > 0)
    }

    /// Takes all such codes away from somebody.
    pub fn remove_recovery_codes(&mut self, person: PersonId) -> Result<(), StoreError> {
        let codes = recovery_codes::table.filter(recovery_codes::person_id.eq(person.to_string()));
        diesel::delete(codes).execute(self.connection)?;
        Ok(())
    }
}
