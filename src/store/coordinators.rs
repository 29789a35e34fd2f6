//! Who speaks for which group, and which groups are trusted: whose coordinators are published at once.

use super::columns::id;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::known::known_formerly;
use super::pool::Store;
use super::schema::{coordinators, people, trusted_groups};
use super::transaction::Transaction;
use crate::domain::{PersonId, Slug};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// Somebody who speaks for a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinator {
    pub person: PersonId,
    pub name: String,
    pub email: Option<String>,
    /// Since when, UTC.
    pub since: DateTime<Utc>,
}

/// That a group is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trust {
    /// Since when, UTC.
    pub since: DateTime<Utc>,
    /// How often something of theirs was taken back since.
    pub reverts: u32,
}

#[derive(Insertable)]
#[diesel(table_name = coordinators)]
struct NewCoordinatorRow<'a> {
    id: String,
    group_slug: &'a str,
    person_id: String,
    granted_by: String,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = trusted_groups)]
struct NewTrustRow<'a> {
    group_slug: &'a str,
    granted_by: String,
    created_at: NaiveDateTime,
}

impl Store {
    /// Everybody who speaks for a group, by name.
    pub fn coordinators(&self, group: &Slug) -> Result<Vec<Coordinator>, StoreError> {
        type Row = (String, String, Option<String>, NaiveDateTime);
        self.read(|connection| {
            let rows: Vec<Row> = coordinators::table
                .inner_join(people::table)
                .filter(coordinators::group_slug.eq(group.as_str()))
                .order((people::name, people::id))
                .select((
                    people::id,
                    people::name,
                    people::email,
                    coordinators::created_at,
                ))
                .load(connection)?;
            rows.into_iter()
                .map(|(person, name, email, since)| {
                    Ok(Coordinator {
                        person: id("a coordinator", &person)?,
                        name,
                        email,
                        since: since.and_utc(),
                    })
                })
                .collect()
        })
    }

    /// The groups that somebody speaks for, by slug.
    pub fn groups_of(&self, person: PersonId) -> Result<Vec<String>, StoreError> {
        self.read(|connection| groups_of(connection, person))
    }

    /// Whether a group is trusted.
    pub fn trust(&self, group: &Slug) -> Result<Option<Trust>, StoreError> {
        self.read(|connection| trust(connection, group.as_str()))
    }
}

impl Transaction<'_> {
    /// Lets somebody speak for a group; `false` if they did already.
    pub fn add_coordinator(
        &mut self,
        (group, person): (&Slug, PersonId),
        granted_by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        if self
            .groups_of(person)?
            .iter()
            .any(|one| one == group.as_str())
        {
            return Ok(false);
        }
        let row = NewCoordinatorRow {
            id: Uuid::now_v7().to_string(),
            group_slug: group.as_str(),
            person_id: person.to_string(),
            granted_by: granted_by.to_string(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(coordinators::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    /// Lets somebody speak for a group no more; `false` if they did not.
    pub fn remove_coordinator(
        &mut self,
        group: &Slug,
        person: PersonId,
    ) -> Result<bool, StoreError> {
        let theirs = coordinators::table
            .filter(coordinators::group_slug.eq(group.as_str()))
            .filter(coordinators::person_id.eq(person.to_string()));
        Ok(diesel::delete(theirs).execute(self.connection)? > 0)
    }

    /// Lets whoever speaks for a group speak for it under its new name, and be trusted as before.
    pub fn rename_in_grants(&mut self, from: &Slug, to: &Slug) -> Result<(), StoreError> {
        let (from, to) = (from.as_str(), to.as_str());
        diesel::update(coordinators::table.filter(coordinators::group_slug.eq(from)))
            .set(coordinators::group_slug.eq(to))
            .execute(self.connection)?;
        diesel::update(trusted_groups::table.find(from))
            .set(trusted_groups::group_slug.eq(to))
            .execute(self.connection)?;
        Ok(())
    }

    /// The groups that somebody speaks for, by slug.
    pub fn groups_of(&mut self, person: PersonId) -> Result<Vec<String>, StoreError> {
        groups_of(self.connection, person)
    }

    /// Whether a group is trusted.
    pub fn trust(&mut self, group: &str) -> Result<Option<Trust>, StoreError> {
        trust(self.connection, group)
    }

    /// Trusts a group; `false` if it is trusted already.
    pub fn add_trust(
        &mut self,
        group: &Slug,
        granted_by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        if self.trust(group.as_str())?.is_some() {
            return Ok(false);
        }
        let row = NewTrustRow {
            group_slug: group.as_str(),
            granted_by: granted_by.to_string(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(trusted_groups::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    /// Trusts a group no more; `false` if it was not trusted.
    pub fn remove_trust(&mut self, group: &str) -> Result<bool, StoreError> {
        let removed = diesel::delete(trusted_groups::table.find(group)).execute(self.connection)?;
        Ok(removed > 0)
    }

    /// Notes that something of a trusted group was taken back; tells how often that was.
    pub fn count_revert(&mut self, group: &str) -> Result<u32, StoreError> {
        diesel::update(trusted_groups::table.find(group))
            .set(trusted_groups::reverts.eq(trusted_groups::reverts + 1))
            .execute(self.connection)?;
        Ok(self.trust(group)?.map_or(0, |trust| trust.reverts))
    }
}

pub(super) fn groups_of(
    connection: &mut AnyConnection,
    person: PersonId,
) -> Result<Vec<String>, StoreError> {
    let mut groups: Vec<String> = coordinators::table
        .filter(coordinators::person_id.eq(person.to_string()))
        .order(coordinators::group_slug)
        .select(coordinators::group_slug)
        .load(connection)?;
    // Whoever spoke for a group that goes on as a part of another does not speak for the other.
    let known = known_formerly(connection)?;
    groups.retain(|group| known.groups.text_now(group) == *group);
    Ok(groups)
}

fn trust(connection: &mut AnyConnection, group: &str) -> Result<Option<Trust>, StoreError> {
    let row: Option<(NaiveDateTime, i32)> = trusted_groups::table
        .find(group)
        .select((trusted_groups::created_at, trusted_groups::reverts))
        .first(connection)
        .optional()?;
    Ok(row.map(|(since, reverts)| Trust {
        since: since.and_utc(),
        reverts: reverts.unsigned_abs(),
    }))
}
