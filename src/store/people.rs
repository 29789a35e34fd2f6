//! The secretariat: invitations that let somebody in once, and sessions that keep them in.
//!
//! Whoever decides is a row of `people`, programs among them: so what was decided names its decider
//! by one reference that is never empty, and nothing that reads it has to ask which of two columns
//! holds. `kind` tells them apart: `secretary`, `importer`, `system`, and `name-only` for names that
//! decided before people were kept; nobody signs in as one of the last three.

use super::columns::id;
use super::error::StoreError;
use super::pool::Store;
use super::schema::{invitations, people, sessions};
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::PersonId;
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Whoever has a session at the desk.
const SECRETARY: &str = "secretary";

/// Somebody of the secretariat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
}

/// A person as they are found by their session.
#[derive(Queryable, Selectable)]
#[diesel(table_name = people)]
struct PersonRow {
    id: String,
    name: String,
}

#[derive(Insertable)]
#[diesel(table_name = people)]
#[diesel(treat_none_as_default_value = false)]
struct NewPersonRow<'a> {
    id: String,
    email: Option<&'a str>,
    name: &'a str,
    created_at: NaiveDateTime,
    kind: &'a str,
}

#[derive(Insertable)]
#[diesel(table_name = invitations)]
#[diesel(treat_none_as_default_value = false)]
struct NewInvitationRow<'a> {
    token_hash: &'a str,
    email: Option<&'a str>,
    expires_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
struct NewSessionRow<'a> {
    token_hash: &'a str,
    person_id: String,
    expires_at: NaiveDateTime,
}

impl Store {
    /// Whether anybody has ever entered the desk.
    pub fn has_people(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = people::table
                .filter(people::kind.eq(SECRETARY))
                .count()
                .get_result(connection)?;
            Ok(count > 0)
        })
    }

    /// Whether an invitation would still let somebody in; looking does not use it up.
    pub fn is_invitation_open(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.read(|connection| {
            let open: i64 = invitations::table
                .filter(invitations::token_hash.eq(token.as_str()))
                .filter(invitations::used_at.is_null())
                .filter(invitations::expires_at.gt(now.naive_utc()))
                .count()
                .get_result(connection)?;
            Ok(open > 0)
        })
    }

    /// Who a session belongs to.
    pub fn person_of_session(
        &self,
        session: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<Person>, StoreError> {
        self.read(|connection| {
            let row: Option<PersonRow> = sessions::table
                .inner_join(people::table)
                .filter(sessions::token_hash.eq(session.as_str()))
                .filter(sessions::expires_at.gt(now.naive_utc()))
                .select(PersonRow::as_select())
                .first(connection)
                .optional()?;
            row.map(PersonRow::read).transpose()
        })
    }
}

impl Transaction<'_> {
    /// Lets whoever holds a secret into the desk once until `expires` (UTC).
    pub fn add_invitation(
        &mut self,
        token: &TokenHash,
        email: Option<&EmailAddress>,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewInvitationRow {
            token_hash: token.as_str(),
            email: email.map(EmailAddress::as_str),
            expires_at: expires.naive_utc(),
        };
        diesel::insert_into(invitations::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Uses an invitation up. `None` if it was used or has expired, else the address that it was for,
    /// if it was for one.
    pub fn use_invitation(
        &mut self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<String>>, StoreError> {
        let used = diesel::update(
            invitations::table
                .filter(invitations::token_hash.eq(token.as_str()))
                .filter(invitations::used_at.is_null())
                .filter(invitations::expires_at.gt(now.naive_utc())),
        )
        .set(invitations::used_at.eq(now.naive_utc()))
        .execute(self.connection)?;
        if used == 0 {
            return Ok(None);
        }
        let email: Option<String> = invitations::table
            .find(token.as_str())
            .select(invitations::email)
            .first(self.connection)?;
        Ok(Some(email))
    }

    /// The person of an address under the name that they give now; a new one if nobody has that
    /// address, and always without one.
    pub fn put_secretary(
        &mut self,
        email: Option<&str>,
        name: &Line,
        now: DateTime<Utc>,
    ) -> Result<PersonId, StoreError> {
        match self.person_of_email(email)? {
            Some(person) => {
                diesel::update(people::table.find(person.to_string()))
                    .set(people::name.eq(name.as_str()))
                    .execute(self.connection)?;
                Ok(person)
            }
            None => self.add_secretary(email, name, now),
        }
    }

    /// Begins a session that lasts until `expires` (UTC).
    pub fn add_session(
        &mut self,
        session: &TokenHash,
        person: PersonId,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewSessionRow {
            token_hash: session.as_str(),
            person_id: person.to_string(),
            expires_at: expires.naive_utc(),
        };
        diesel::insert_into(sessions::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Ends a session; tells whose it was, if there was one.
    pub fn end_session(&mut self, session: &TokenHash) -> Result<Option<PersonId>, StoreError> {
        let person: Option<String> = sessions::table
            .find(session.as_str())
            .select(sessions::person_id)
            .first(self.connection)
            .optional()?;
        diesel::delete(sessions::table.find(session.as_str())).execute(self.connection)?;
        person.map(|person| id("a session", &person)).transpose()
    }

    fn person_of_email(&mut self, email: Option<&str>) -> Result<Option<PersonId>, StoreError> {
        let Some(email) = email else { return Ok(None) };
        let known: Option<String> = people::table
            .filter(people::email.eq(email))
            .select(people::id)
            .first(self.connection)
            .optional()?;
        known.map(|known| id("a person", &known)).transpose()
    }

    fn add_secretary(
        &mut self,
        email: Option<&str>,
        name: &Line,
        now: DateTime<Utc>,
    ) -> Result<PersonId, StoreError> {
        let person = PersonId::new();
        let row = NewPersonRow {
            id: person.to_string(),
            email,
            name: name.as_str(),
            created_at: now.naive_utc(),
            kind: SECRETARY,
        };
        diesel::insert_into(people::table)
            .values(row)
            .execute(self.connection)?;
        Ok(person)
    }
}

impl PersonRow {
    fn read(self) -> Result<Person, StoreError> {
        Ok(Person {
            id: id("a person", &self.id)?,
            name: self.name,
        })
    }
}
