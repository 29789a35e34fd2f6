//! Passkeys, and what they have to sign.

use crate::domain::factor::{Challenge, Credential};
use crate::domain::{PasskeyId, PersonId, SessionId};
use crate::store::columns::id;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::pool::Store;
use crate::store::schema::{passkeys, sessions};
use crate::store::transaction::Transaction;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long a passkey may take to answer.
const ANSWER: TimeDelta = TimeDelta::minutes(15);

/// A passkey of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    pub id: PasskeyId,
    pub credential: Credential,
    /// The browser that it was made in.
    pub name: String,
    /// UTC.
    pub made: DateTime<Utc>,
    /// When it was used last, UTC.
    pub used: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = passkeys)]
struct PasskeyRow {
    id: String,
    credential_id: String,
    public_key: String,
    sign_count: i32,
    name: String,
    created_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
}

#[derive(Insertable)]
#[diesel(table_name = passkeys)]
struct NewPasskeyRow<'a> {
    id: String,
    person_id: String,
    credential_id: &'a str,
    public_key: &'a str,
    sign_count: i32,
    name: &'a str,
    created_at: NaiveDateTime,
}

pub(super) fn of(
    connection: &mut AnyConnection,
    person: PersonId,
) -> Result<Vec<Passkey>, StoreError> {
    let rows: Vec<PasskeyRow> = passkeys::table
        .filter(passkeys::person_id.eq(person.to_string()))
        .order((passkeys::created_at.asc(), passkeys::id.asc()))
        .select(PasskeyRow::as_select())
        .load(connection)?;
    rows.into_iter().map(PasskeyRow::read).collect()
}

impl Store {
    /// What a passkey has to sign in a session, if that was asked for lately.
    pub fn challenge(
        &self,
        session: SessionId,
        now: DateTime<Utc>,
    ) -> Result<Option<Challenge>, StoreError> {
        self.read(|connection| challenge(connection, session, now))
    }
}

impl Transaction<'_> {
    /// Somebody's passkeys, the oldest first.
    pub fn passkeys(&mut self, person: PersonId) -> Result<Vec<Passkey>, StoreError> {
        of(self.connection, person)
    }

    /// Adds a passkey; `false` if there is one of its id already, of whomever.
    pub fn add_passkey(
        &mut self,
        person: PersonId,
        credential: &Credential,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let known: i64 = passkeys::table
            .filter(passkeys::credential_id.eq(&credential.id))
            .count()
            .get_result(self.connection)?;
        if known > 0 {
            return Ok(false);
        }
        let row = NewPasskeyRow {
            id: PasskeyId::new().to_string(),
            person_id: person.to_string(),
            credential_id: &credential.id,
            public_key: &credential.key,
            sign_count: stored(credential.count),
            name,
            created_at: now.naive_utc(),
        };
        diesel::insert_into(passkeys::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    /// Notes that a passkey was used, and how often that is.
    pub fn use_passkey(
        &mut self,
        passkey: PasskeyId,
        count: u32,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        diesel::update(passkeys::table.find(passkey.to_string()))
            .set((
                passkeys::sign_count.eq(stored(count)),
                passkeys::used_at.eq(now.naive_utc()),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Takes a passkey away from somebody; `false` if they have no such passkey.
    pub fn remove_passkey(
        &mut self,
        person: PersonId,
        passkey: PasskeyId,
    ) -> Result<bool, StoreError> {
        let removed = diesel::delete(
            passkeys::table
                .find(passkey.to_string())
                .filter(passkeys::person_id.eq(person.to_string())),
        )
        .execute(self.connection)?;
        Ok(removed > 0)
    }

    /// Keeps what a passkey has to sign in a session from now on.
    pub fn keep_challenge(
        &mut self,
        session: SessionId,
        challenge: &Challenge,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let ceremony = format!("{} {}", now.timestamp(), challenge.as_str());
        diesel::update(sessions::table.filter(sessions::id.eq(session.to_string())))
            .set(sessions::ceremony.eq(ceremony))
            .execute(self.connection)?;
        Ok(())
    }

    /// What a passkey has to sign in a session, if that was asked for lately; it is not taken again.
    pub fn take_challenge(
        &mut self,
        session: SessionId,
        now: DateTime<Utc>,
    ) -> Result<Option<Challenge>, StoreError> {
        let challenge = challenge(self.connection, session, now)?;
        diesel::update(sessions::table.filter(sessions::id.eq(session.to_string())))
            .set(sessions::ceremony.eq(None::<String>))
            .execute(self.connection)?;
        Ok(challenge)
    }
}

fn challenge(
    connection: &mut AnyConnection,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<Option<Challenge>, StoreError> {
    let ceremony: Option<Option<String>> = sessions::table
        .filter(sessions::id.eq(session.to_string()))
        .select(sessions::ceremony)
        .first(connection)
        .optional()?;
    let ceremony = ceremony.flatten();
    Ok(ceremony.as_deref().and_then(|ceremony| {
        let (asked, challenge) = ceremony.split_once(' ')?;
        let asked: i64 = asked.parse().ok()?;
        let is_fresh = now.timestamp() - asked < ANSWER.num_seconds();
        is_fresh.then(|| Challenge::from_stored(challenge))
    }))
}

/// Counters that go beyond what the column holds are as good as none.
fn stored(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(0)
}

impl PasskeyRow {
    fn read(self) -> Result<Passkey, StoreError> {
        Ok(Passkey {
            id: id("a passkey", &self.id)?,
            credential: Credential {
                id: self.credential_id,
                key: self.public_key,
                count: self.sign_count.unsigned_abs(),
            },
            name: self.name,
            made: self.created_at.and_utc(),
            used: self.used_at.map(|at| at.and_utc()),
        })
    }
}
