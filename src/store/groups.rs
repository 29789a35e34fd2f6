//! Groups: written by imports, read into the published calendar.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::groups;
use super::transaction::Transaction;
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

/// What stands under a name, or why it cannot be read.
pub(super) type Read<T> = (String, Result<T, StoreError>);

#[derive(Queryable, Selectable)]
#[diesel(table_name = groups)]
struct GroupRow {
    slug: String,
    details: String,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = groups)]
struct NewGroupRow<'a> {
    slug: &'a str,
    kind: &'a str,
    name: &'a str,
    details: &'a str,
}

impl Store {
    /// Whether there is any group.
    pub fn has_groups(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = groups::table.count().get_result(connection)?;
            Ok(count > 0)
        })
    }
}

impl Transaction<'_> {
    /// Writes a group. One that says the same as before changes nothing, not even the log.
    pub fn put_group(&mut self, group: &Group, now: DateTime<Utc>) -> Result<Upsert, StoreError> {
        let details = serde_json::to_string(group)
            .map_err(|error| StoreError::damaged(&group.slug, error))?;
        let slug = group.slug.as_str();
        let stored: Option<String> = groups::table
            .find(slug)
            .select(groups::details)
            .first(self.connection)
            .optional()?;
        let row = NewGroupRow {
            slug,
            kind: group.kind.as_str(),
            name: group.name.as_str(),
            details: &details,
        };
        let outcome = match stored {
            Some(stored) if stored == details => return Ok(Upsert::Unchanged),
            Some(_) => {
                diesel::update(groups::table.find(slug))
                    .set(row)
                    .execute(self.connection)?;
                Upsert::Changed
            }
            None => {
                diesel::insert_into(groups::table)
                    .values(row)
                    .execute(self.connection)?;
                Upsert::Added
            }
        };
        log::append(self.connection, SubjectKind::Group, slug, None, now)?;
        Ok(outcome)
    }
}

/// Every group under its slug, or why it cannot be read.
pub(super) fn each(connection: &mut AnyConnection) -> Result<Vec<Read<Group>>, StoreError> {
    let rows: Vec<GroupRow> = groups::table
        .order(groups::slug)
        .select(GroupRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(GroupRow::read).collect())
}

impl GroupRow {
    fn read(self) -> Read<Group> {
        let group = serde_json::from_str(&self.details).map_err(|error| error.to_string());
        let group = group.and_then(|group: Group| match group.slug.as_str() == self.slug {
            true => Ok(group),
            false => Err(format!("it says that it is {}", group.slug)),
        });
        let outcome =
            group.map_err(|reason| StoreError::damaged(format!("group {}", self.slug), reason));
        (self.slug, outcome)
    }
}

pub(super) fn slugs(connection: &mut AnyConnection) -> Result<HashSet<String>, StoreError> {
    let slugs: Vec<String> = groups::table.select(groups::slug).load(connection)?;
    Ok(slugs.into_iter().collect())
}
