//! The secretariat: invitations that let somebody in once, and sessions that keep them in.

use super::error::StoreError;
use super::pool::Store;
use super::schema::{invitations, people, sessions};
use super::token::{Token, TokenHash};
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// How long a one-time address opens the desk.
const INVITATION: TimeDelta = TimeDelta::days(7);
/// How long somebody stays in.
const SESSION: TimeDelta = TimeDelta::hours(12);

/// Somebody of the secretariat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    pub name: String,
}

impl Store {
    /// Whether anybody has ever entered the desk.
    pub fn has_people(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = people::table.count().get_result(connection)?;
            Ok(count > 0)
        })
    }

    /// A one-time way into the desk, for an address or, at the first start, for whoever reads it.
    pub fn invite(
        &self,
        email: Option<&EmailAddress>,
        now: DateTime<Utc>,
    ) -> Result<Token, StoreError> {
        let token = Token::random()?;
        self.write(|connection| {
            diesel::delete(invitations::table.filter(invitations::expires_at.lt(now.naive_utc())))
                .execute(connection)?;
            diesel::insert_into(invitations::table)
                .values((
                    invitations::token_hash.eq(token.hash().as_str()),
                    invitations::email.eq(email.map(EmailAddress::as_str)),
                    invitations::expires_at.eq((now + INVITATION).naive_utc()),
                ))
                .execute(connection)?;
            Ok(())
        })?;
        Ok(token)
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

    /// Uses an invitation up and begins a session; `None` if it was used or has expired.
    pub fn enter(
        &self,
        token: &TokenHash,
        name: &Line,
        now: DateTime<Utc>,
    ) -> Result<Option<Token>, StoreError> {
        let session = Token::random()?;
        self.write(|connection| {
            let used = diesel::update(
                invitations::table
                    .filter(invitations::token_hash.eq(token.as_str()))
                    .filter(invitations::used_at.is_null())
                    .filter(invitations::expires_at.gt(now.naive_utc())),
            )
            .set(invitations::used_at.eq(now.naive_utc()))
            .execute(connection)?;
            if used == 0 {
                return Ok(None);
            }
            let email: Option<String> = invitations::table
                .find(token.as_str())
                .select(invitations::email)
                .first(connection)?;
            let known: Option<String> = match &email {
                Some(email) => people::table
                    .filter(people::email.eq(email))
                    .select(people::id)
                    .first(connection)
                    .optional()?,
                None => None,
            };
            let person = match known {
                Some(id) => {
                    diesel::update(people::table.find(&id))
                        .set(people::name.eq(name.as_str()))
                        .execute(connection)?;
                    id
                }
                None => {
                    let id = Uuid::now_v7().to_string();
                    diesel::insert_into(people::table)
                        .values((
                            people::id.eq(&id),
                            people::email.eq(email),
                            people::name.eq(name.as_str()),
                            people::created_at.eq(now.naive_utc()),
                        ))
                        .execute(connection)?;
                    id
                }
            };
            diesel::delete(sessions::table.filter(sessions::expires_at.lt(now.naive_utc())))
                .execute(connection)?;
            diesel::insert_into(sessions::table)
                .values((
                    sessions::token_hash.eq(session.hash().as_str()),
                    sessions::person_id.eq(person),
                    sessions::expires_at.eq((now + SESSION).naive_utc()),
                ))
                .execute(connection)?;
            Ok(Some(session.clone()))
        })
    }

    /// Who a session belongs to.
    pub fn person_of_session(
        &self,
        session: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<Person>, StoreError> {
        self.read(|connection| {
            let row: Option<(String, String, NaiveDateTime)> = sessions::table
                .inner_join(people::table.on(people::id.eq(sessions::person_id)))
                .filter(sessions::token_hash.eq(session.as_str()))
                .select((people::id, people::name, sessions::expires_at))
                .first(connection)
                .optional()?;
            Ok(row
                .filter(|(_, _, expires)| *expires > now.naive_utc())
                .map(|(id, name, _)| Person { id, name }))
        })
    }

    /// Ends a session.
    pub fn leave(&self, session: &TokenHash) -> Result<(), StoreError> {
        self.write(|connection| {
            diesel::delete(sessions::table.find(session.as_str())).execute(connection)?;
            Ok(())
        })
    }
}
