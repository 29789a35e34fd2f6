//! People: who they are to the calendar.
//!
//! Whoever decides is a row of `people`, programs among them: so what was decided names its decider
//! by one reference that is never empty, and nothing that reads it has to ask which of two columns
//! holds. `kind` tells them apart: `person`, `importer`, `system`, and `name-only` for names that
//! decided before people were kept; nobody signs in as one of the last three.

use super::columns::{id, name};
use super::error::StoreError;
use super::lower::lower;
use super::pool::Store;
use super::schema::people;
use super::transaction::Transaction;
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Remit, Role};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Whoever may sign in.
const PERSON: &str = "person";

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// What others call them; their address, as long as they have not said.
    pub name: String,
    /// `None` for whoever came in by the address of the first start and gave none.
    pub email: Option<EmailAddress>,
    pub role: Role,
    /// Whose entries they decide on, if they are a reviewer.
    pub remit: Remit,
    /// When they signed in last, UTC.
    pub entered: Option<DateTime<Utc>>,
}

/// A person as they are stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = people)]
pub(super) struct PersonRow {
    id: String,
    name: String,
    email: Option<String>,
    role: String,
    reviews: Option<String>,
    entered_at: Option<NaiveDateTime>,
}

#[derive(Insertable)]
#[diesel(table_name = people)]
#[diesel(treat_none_as_default_value = false)]
struct NewPersonRow<'a> {
    id: String,
    email: Option<String>,
    name: &'a str,
    created_at: NaiveDateTime,
    kind: &'a str,
    role: &'a str,
}

impl Store {
    /// Whether anybody has ever entered the desk.
    pub fn has_people(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = people::table
                .filter(people::kind.eq(PERSON))
                .filter(people::role.ne(Role::Poster.as_str()))
                .filter(people::entered_at.is_not_null())
                .count()
                .get_result(connection)?;
            Ok(count > 0)
        })
    }

    /// Everybody who may sign in, in the order of their addresses; those of the desk first.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let rows: Vec<PersonRow> = self.read(|connection| {
            Ok(people::table
                .filter(people::kind.eq(PERSON))
                .order((people::email.asc(), people::name.asc(), people::id.asc()))
                .select(PersonRow::as_select())
                .load(connection)?)
        })?;
        let people: Result<Vec<Person>, StoreError> =
            rows.into_iter().map(PersonRow::read).collect();
        let mut people = people?;
        people.sort_by_key(|person| std::cmp::Reverse(person.role));
        Ok(people)
    }

    /// Everybody of the desk who has entered it and has an e-mail address.
    pub fn reviewer_addresses(&self) -> Result<Vec<(PersonId, EmailAddress)>, StoreError> {
        let people = self.people()?.into_iter();
        Ok(people
            .filter(|person| person.role.is_of_desk() && person.entered.is_some())
            .filter_map(|person| Some((person.id, person.email?)))
            .collect())
    }
}

impl Transaction<'_> {
    /// Somebody by their id.
    pub fn person(&mut self, person: PersonId) -> Result<Option<Person>, StoreError> {
        let row: Option<PersonRow> = people::table
            .find(person.to_string())
            .filter(people::kind.eq(PERSON))
            .select(PersonRow::as_select())
            .first(self.connection)
            .optional()?;
        row.map(PersonRow::read).transpose()
    }

    /// Whoever has an address. Capitals make no difference.
    pub fn person_of_email(&mut self, email: &EmailAddress) -> Result<Option<Person>, StoreError> {
        let row: Option<PersonRow> = people::table
            .filter(people::kind.eq(PERSON))
            .filter(lower(people::email.assume_not_null()).eq(email.known_as()))
            .order(people::created_at.asc())
            .select(PersonRow::as_select())
            .first(self.connection)
            .optional()?;
        row.map(PersonRow::read).transpose()
    }

    /// Adds somebody who may post, under a name and perhaps an address that nobody has yet.
    pub fn add_person(
        &mut self,
        email: Option<&EmailAddress>,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<PersonId, StoreError> {
        let person = PersonId::new();
        let row = NewPersonRow {
            id: person.to_string(),
            email: email.map(EmailAddress::known_as),
            name,
            created_at: now.naive_utc(),
            kind: PERSON,
            role: Role::Poster.as_str(),
        };
        diesel::insert_into(people::table)
            .values(row)
            .execute(self.connection)?;
        Ok(person)
    }

    /// Gives somebody a role, which holds from their next request on.
    pub fn set_role(
        &mut self,
        person: PersonId,
        role: Role,
        remit: &Remit,
    ) -> Result<(), StoreError> {
        let reviews = Some(remit.to_string()).filter(|kinds| !kinds.is_empty());
        diesel::update(people::table.find(person.to_string()))
            .set((people::role.eq(role.as_str()), people::reviews.eq(reviews)))
            .execute(self.connection)?;
        Ok(())
    }

    /// Calls somebody by the name that they give.
    pub fn set_name(&mut self, person: PersonId, name: &Line) -> Result<(), StoreError> {
        diesel::update(people::table.find(person.to_string()))
            .set(people::name.eq(name.as_str()))
            .execute(self.connection)?;
        Ok(())
    }

    /// Notes that somebody has signed in.
    pub fn note_entry(&mut self, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
        diesel::update(people::table.find(person.to_string()))
            .set(people::entered_at.eq(now.naive_utc()))
            .execute(self.connection)?;
        Ok(())
    }
}

impl PersonRow {
    pub(super) fn read(self) -> Result<Person, StoreError> {
        let what = format!("person {}", self.id);
        let reviews = self.reviews.unwrap_or_default();
        let unknown = |kind| StoreError::damaged(&what, format!("{kind:?} is no kind of group"));
        Ok(Person {
            id: id(&what, &self.id)?,
            name: self.name,
            // One that cannot be read keeps nobody out.
            email: self
                .email
                .and_then(|email| EmailAddress::parse(&email).ok()),
            role: name(&what, &self.role, Role::from_name)?,
            remit: Remit::parse(&reviews).map_err(unknown)?,
            entered: self.entered_at.map(|at| at.and_utc()),
        })
    }
}
