//! Who is signed in, where, and for how long.

use super::columns::{id, name};
use super::error::StoreError;
use super::people::{Person, PersonRow};
use super::pool::Store;
use super::schema::{people, sessions};
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::{PersonId, SessionId, SessionKind};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A browser as its owner knows it again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browser {
    /// What it is called and what it runs on; empty if it does not say.
    pub agent: String,
    /// The network that it is in, never a whole address; empty if that is not known.
    pub network: String,
}

/// A session, which somebody has in one browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub kind: SessionKind,
    /// Whether the second factor was given.
    pub is_proved: bool,
    /// UTC.
    pub began: DateTime<Utc>,
    /// When it was used last, UTC, within a minute.
    pub used: DateTime<Utc>,
    pub browser: Browser,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
struct SessionRow {
    id: String,
    kind: String,
    created_at: NaiveDateTime,
    used_at: NaiveDateTime,
    proved_at: Option<NaiveDateTime>,
    agent: String,
    network: String,
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
#[diesel(treat_none_as_default_value = false)]
struct NewSessionRow<'a> {
    token_hash: &'a str,
    id: String,
    person_id: String,
    kind: &'a str,
    created_at: NaiveDateTime,
    used_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    proved_at: Option<NaiveDateTime>,
    agent: &'a str,
    network: &'a str,
}

impl Store {
    /// The session that a secret opens, and whose it is, as they are now; `None` if it is over.
    pub fn session(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<(Session, Person)>, StoreError> {
        self.read(|connection| {
            let found: Option<(SessionRow, PersonRow)> = sessions::table
                .inner_join(people::table)
                .filter(sessions::token_hash.eq(token.as_str()))
                .filter(sessions::expires_at.gt(now.naive_utc()))
                .select((SessionRow::as_select(), PersonRow::as_select()))
                .first(connection)
                .optional()?;
            found
                .map(|(session, person)| Ok((session.read()?, person.read()?)))
                .transpose()
        })
    }

    /// Somebody's sessions that are not over, those that were used last first.
    pub fn sessions_of(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Session>, StoreError> {
        self.read(|connection| {
            let rows: Vec<SessionRow> = sessions::table
                .filter(sessions::person_id.eq(person.to_string()))
                .filter(sessions::expires_at.gt(now.naive_utc()))
                .order((sessions::used_at.desc(), sessions::id.desc()))
                .select(SessionRow::as_select())
                .load(connection)?;
            rows.into_iter().map(SessionRow::read).collect()
        })
    }
}

impl Transaction<'_> {
    /// Begins a session that lasts until `ends` (UTC) if it is not used.
    pub fn add_session(
        &mut self,
        token: &TokenHash,
        person: PersonId,
        session: &Session,
        ends: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let began = session.began.naive_utc();
        let row = NewSessionRow {
            token_hash: token.as_str(),
            id: session.id.to_string(),
            person_id: person.to_string(),
            kind: session.kind.as_str(),
            created_at: began,
            used_at: session.used.naive_utc(),
            expires_at: ends.naive_utc(),
            proved_at: session.is_proved.then_some(began),
            agent: &session.browser.agent,
            network: &session.browser.network,
        };
        diesel::insert_into(sessions::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Notes that a session is used, from somewhere else perhaps, and when it ends now (UTC).
    pub fn use_session(
        &mut self,
        session: SessionId,
        network: &str,
        now: DateTime<Utc>,
        ends: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        diesel::update(sessions::table.filter(sessions::id.eq(session.to_string())))
            .set((
                sessions::used_at.eq(now.naive_utc()),
                sessions::expires_at.eq(ends.naive_utc()),
                sessions::network.eq(network),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Ends the session of a secret; tells whose it was, if there was one.
    pub fn end_session(&mut self, token: &TokenHash) -> Result<Option<PersonId>, StoreError> {
        let person: Option<String> = sessions::table
            .find(token.as_str())
            .select(sessions::person_id)
            .first(self.connection)
            .optional()?;
        diesel::delete(sessions::table.find(token.as_str())).execute(self.connection)?;
        person.map(|person| id("a session", &person)).transpose()
    }

    /// Ends one session of somebody; `false` if they have no such session.
    pub fn end_session_of(
        &mut self,
        person: PersonId,
        session: SessionId,
    ) -> Result<bool, StoreError> {
        let ended = diesel::delete(
            sessions::table
                .filter(sessions::person_id.eq(person.to_string()))
                .filter(sessions::id.eq(session.to_string())),
        )
        .execute(self.connection)?;
        Ok(ended > 0)
    }

    /// Ends all sessions of somebody, or all but one; tells how many.
    pub fn end_sessions_of(
        &mut self,
        person: PersonId,
        but: Option<SessionId>,
    ) -> Result<usize, StoreError> {
        let but = but.map_or_else(String::new, |but| but.to_string());
        Ok(diesel::delete(
            sessions::table
                .filter(sessions::person_id.eq(person.to_string()))
                .filter(sessions::id.ne(but)),
        )
        .execute(self.connection)?)
    }

    /// Ends everybody's sessions; tells how many.
    pub fn end_all_sessions(&mut self) -> Result<usize, StoreError> {
        Ok(diesel::delete(sessions::table).execute(self.connection)?)
    }
}

impl SessionRow {
    fn read(self) -> Result<Session, StoreError> {
        let what = format!("session {}", self.id);
        Ok(Session {
            id: id(&what, &self.id)?,
            kind: name(&what, &self.kind, SessionKind::from_name)?,
            is_proved: self.proved_at.is_some(),
            began: self.created_at.and_utc(),
            used: self.used_at.and_utc(),
            browser: Browser {
                agent: self.agent,
                network: self.network,
            },
        })
    }
}
