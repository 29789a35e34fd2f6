//! Revisions that their posters took back before anybody had decided. What was said stays in the
//! store, and nothing of it can be approved any more.

use super::columns::id;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::schema::{retractions, revisions};
use super::transaction::Transaction;
use crate::domain::{MeetingId, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = retractions)]
struct RetractionRow {
    revision_id: String,
    created_at: NaiveDateTime,
}

impl Transaction<'_> {
    /// Takes back what waits; `false` if nothing does. What waited under it waits again, if `under`
    /// names that.
    pub fn take_back(
        &mut self,
        head: &mut Head,
        under: Option<RevisionId>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let Some(revision) = std::mem::replace(&mut head.pending, under) else {
            return Ok(false);
        };
        self.move_head(head)?;
        let row = RetractionRow {
            revision_id: revision.to_string(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(retractions::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    /// Whether a revision was taken back.
    pub fn is_taken_back(&mut self, revision: RevisionId) -> Result<bool, StoreError> {
        is_taken_back(self.connection, revision)
    }
}

pub(super) fn is_taken_back(
    connection: &mut AnyConnection,
    revision: RevisionId,
) -> Result<bool, StoreError> {
    let found: i64 = retractions::table
        .filter(retractions::revision_id.eq(revision.to_string()))
        .count()
        .get_result(connection)?;
    Ok(found > 0)
}

/// What was taken back of a meeting, and when (UTC).
pub(super) fn retractions_of_meeting(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<HashMap<RevisionId, DateTime<Utc>>, StoreError> {
    let rows: Vec<RetractionRow> = retractions::table
        .inner_join(revisions::table)
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .select(RetractionRow::as_select())
        .load(connection)?;
    rows.into_iter()
        .map(|row| {
            Ok((
                id("a retraction", &row.revision_id)?,
                row.created_at.and_utc(),
            ))
        })
        .collect()
}
