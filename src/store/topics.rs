//! Topics: written by imports, read into the published calendar.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::groups::{Read, Upsert};
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::topics;
use super::transaction::Transaction;
use crate::domain::Topic;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::collections::HashSet;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = topics)]
struct TopicRow {
    slug: String,
    details: String,
}

impl Store {
    /// Whether there is any topic.
    pub fn has_topics(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let count: i64 = topics::table.count().get_result(connection)?;
            Ok(count > 0)
        })
    }
}

impl Transaction<'_> {
    /// Writes a topic. One that says the same as before changes nothing, not even the log.
    pub fn put_topic(&mut self, topic: &Topic, now: DateTime<Utc>) -> Result<Upsert, StoreError> {
        let row = TopicRow {
            slug: topic.slug.to_string(),
            details: serde_json::to_string(topic)
                .map_err(|error| StoreError::damaged(&topic.slug, error))?,
        };
        let stored: Option<String> = topics::table
            .find(&row.slug)
            .select(topics::details)
            .first(self.connection)
            .optional()?;
        let outcome = match stored {
            Some(stored) if stored == row.details => return Ok(Upsert::Unchanged),
            Some(_) => {
                diesel::update(topics::table.find(&row.slug))
                    .set(&row)
                    .execute(self.connection)?;
                Upsert::Changed
            }
            None => {
                diesel::insert_into(topics::table)
                    .values(&row)
                    .execute(self.connection)?;
                Upsert::Added
            }
        };
        log::append(self.connection, SubjectKind::Topic, &row.slug, None, now)?;
        Ok(outcome)
    }
}

/// Every topic under its slug, or why it cannot be read.
pub(super) fn each(connection: &mut AnyConnection) -> Result<Vec<Read<Topic>>, StoreError> {
    let rows: Vec<TopicRow> = topics::table
        .order(topics::slug)
        .select(TopicRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(TopicRow::read).collect())
}

impl TopicRow {
    fn read(self) -> Read<Topic> {
        let topic = serde_json::from_str(&self.details).map_err(|error| error.to_string());
        let topic = topic.and_then(|topic: Topic| match topic.slug.as_str() == self.slug {
            true => Ok(topic),
            false => Err(format!("it says that it is {}", topic.slug)),
        });
        let outcome =
            topic.map_err(|reason| StoreError::damaged(format!("topic {}", self.slug), reason));
        (self.slug, outcome)
    }
}

pub(super) fn slugs(connection: &mut AnyConnection) -> Result<HashSet<String>, StoreError> {
    let slugs: Vec<String> = topics::table.select(topics::slug).load(connection)?;
    Ok(slugs.into_iter().collect())
}
