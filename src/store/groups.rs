//! Groups: written by imports, read into the published calendar.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::groups;
use crate::domain::Group;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::collections::HashSet;

/// What came of writing something that may have been there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upsert {
    Added,
    Changed,
    Unchanged,
}

impl Store {
    /// Writes groups, all of them or none. One that says the same as before changes nothing, not
    /// even the log.
    pub fn put_groups(
        &self,
        groups: &[Group],
        now: DateTime<Utc>,
    ) -> Result<Vec<Upsert>, StoreError> {
        self.write(|connection| {
            connection.import_alone()?;
            groups
                .iter()
                .map(|group| put(connection, group, now))
                .collect()
        })
    }

    /// Whether there is any group.
    pub fn has_groups(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = groups::table.count().get_result(connection)?;
            Ok(count > 0)
        })
    }

    /// The slugs of all groups.
    pub fn group_slugs(&self) -> Result<HashSet<String>, StoreError> {
        self.read(|connection| {
            let slugs: Vec<String> = groups::table.select(groups::slug).load(connection)?;
            Ok(slugs.into_iter().collect())
        })
    }
}

pub(super) fn all(connection: &mut AnyConnection) -> Result<Vec<Group>, StoreError> {
    let rows: Vec<(String, String)> = groups::table
        .select((groups::slug, groups::details))
        .load(connection)?;
    rows.into_iter()
        .map(|(slug, details)| {
            serde_json::from_str(&details)
                .map_err(|error| StoreError::damaged(format!("group {slug}"), error))
        })
        .collect()
}

fn put(
    connection: &mut AnyConnection,
    group: &Group,
    now: DateTime<Utc>,
) -> Result<Upsert, StoreError> {
    let details =
        serde_json::to_string(group).map_err(|error| StoreError::damaged(&group.slug, error))?;
    let slug = group.slug.as_str();
    let stored: Option<String> = groups::table
        .find(slug)
        .select(groups::details)
        .first(connection)
        .optional()?;
    let columns = (
        groups::kind.eq(group.kind.as_str()),
        groups::name.eq(group.name.as_str()),
        groups::details.eq(&details),
    );
    let outcome = match stored {
        Some(stored) if stored == details => return Ok(Upsert::Unchanged),
        Some(_) => {
            diesel::update(groups::table.find(slug))
                .set(columns)
                .execute(connection)?;
            Upsert::Changed
        }
        None => {
            diesel::insert_into(groups::table)
                .values((groups::slug.eq(slug), columns.0, columns.1, columns.2))
                .execute(connection)?;
            Upsert::Added
        }
    };
    log::append(connection, SubjectKind::Group, slug, None, now)?;
    Ok(outcome)
}
