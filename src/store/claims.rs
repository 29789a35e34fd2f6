//! Who is reading a meeting at the desk. It tells others and stops nobody.

use super::columns::id;
use super::error::StoreError;
use super::heads::Head;
use super::pool::Store;
use super::schema::{claims, people};
use super::transaction::Transaction;
use crate::domain::{MeetingId, PersonId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// That somebody is on a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub person: PersonId,
    /// What they are called now.
    pub name: String,
    /// Since when, UTC.
    pub since: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = claims)]
struct ClaimRow {
    meeting_id: String,
    person_id: String,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = claims)]
struct NewClaimRow {
    meeting_id: String,
    person_id: String,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

impl Store {
    /// Who is on which meeting at a moment (UTC), for a badge in lists.
    pub fn claims(&self, now: DateTime<Utc>) -> Result<HashMap<MeetingId, Claim>, StoreError> {
        self.read(|connection| {
            let rows: Vec<(ClaimRow, String)> = claims::table
                .inner_join(people::table)
                .filter(claims::expires_at.gt(now.naive_utc()))
                .select((ClaimRow::as_select(), people::name))
                .load(connection)?;
            rows.into_iter().map(ClaimRow::read).collect()
        })
    }

    /// Who is on a meeting at a moment (UTC).
    pub fn claim(
        &self,
        meeting: MeetingId,
        now: DateTime<Utc>,
    ) -> Result<Option<Claim>, StoreError> {
        self.read(|connection| {
            let row: Option<(ClaimRow, String)> = claims::table
                .inner_join(people::table)
                .filter(claims::meeting_id.eq(meeting.to_string()))
                .filter(claims::expires_at.gt(now.naive_utc()))
                .select((ClaimRow::as_select(), people::name))
                .first(connection)
                .optional()?;
            Ok(row.map(ClaimRow::read).transpose()?.map(|(_, claim)| claim))
        })
    }
}

impl Transaction<'_> {
    /// Says that somebody is on a meeting that is locked until `expires` (UTC), in place of whoever was.
    pub fn claim(
        &mut self,
        head: &Head,
        person: PersonId,
        now: DateTime<Utc>,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.end_claim(head)?;
        let row = NewClaimRow {
            meeting_id: head.id.to_string(),
            person_id: person.to_string(),
            created_at: now.naive_utc(),
            expires_at: expires.naive_utc(),
        };
        diesel::insert_into(claims::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Says that nobody is on a meeting that is locked.
    pub fn end_claim(&mut self, head: &Head) -> Result<(), StoreError> {
        diesel::delete(claims::table.find(head.id.to_string())).execute(self.connection)?;
        Ok(())
    }

    /// Says that this person is not on a meeting that is locked; whether they were. Somebody else's word
    /// stands.
    pub fn end_claim_of(&mut self, head: &Head, person: PersonId) -> Result<bool, StoreError> {
        let own = claims::table
            .filter(claims::meeting_id.eq(head.id.to_string()))
            .filter(claims::person_id.eq(person.to_string()));
        Ok(diesel::delete(own).execute(self.connection)? > 0)
    }

    /// Lets go of what was said too long ago.
    pub fn forget_claims(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let old = claims::table.filter(claims::expires_at.le(now.naive_utc()));
        Ok(diesel::delete(old).execute(self.connection)?)
    }
}

impl ClaimRow {
    fn read((row, name): (Self, String)) -> Result<(MeetingId, Claim), StoreError> {
        let claim = Claim {
            person: id("a claim", &row.person_id)?,
            name,
            since: row.created_at.and_utc(),
        };
        Ok((id("a claim", &row.meeting_id)?, claim))
    }
}
