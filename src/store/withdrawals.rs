//! Published meetings that were taken off the calendar: a decision of its own, with a reason and who
//! made it, and a change in the log like any publication. What was said stays in the store.

use super::columns::id;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::log::{self, SubjectKind};
use super::schema::{changes, people, withdrawals};
use super::transaction::Transaction;
use super::undos;
use crate::domain::text::Note;
use crate::domain::{MeetingId, PersonId, ReviewId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// A withdrawal that stands: nothing was published since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub id: ReviewId,
    pub reason: String,
    /// Who decided.
    pub decided_by: PersonId,
    /// What they are called.
    pub reviewer: String,
    /// When, UTC.
    pub decided: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = withdrawals)]
struct WithdrawalRow {
    id: String,
    revision_id: String,
    reason: String,
    decided_by: String,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = withdrawals)]
struct NewWithdrawalRow<'a> {
    id: String,
    meeting_id: String,
    revision_id: String,
    reason: &'a str,
    decided_by: String,
    created_at: NaiveDateTime,
}

impl Transaction<'_> {
    /// Takes a meeting off the calendar; `false` if it is not on it. It comes back when a revision
    /// of it is approved.
    pub fn withdraw(
        &mut self,
        head: &mut Head,
        reason: &Note,
        decided_by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let Some(revision) = head.published.take() else {
            return Ok(false);
        };
        self.move_head(head)?;
        let row = NewWithdrawalRow {
            id: ReviewId::new().to_string(),
            meeting_id: head.id.to_string(),
            revision_id: revision.to_string(),
            reason: reason.as_str(),
            decided_by: decided_by.to_string(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(withdrawals::table)
            .values(row)
            .execute(self.connection)?;
        let subject = head.id.to_string();
        log::append(self.connection, SubjectKind::Meeting, &subject, None, now)?;
        Ok(true)
    }
}

/// The last withdrawal of a meeting that nobody undid: that of the revision which the log has as
/// published last. Clocks have no say in it.
pub(super) fn last(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<Withdrawal>, StoreError> {
    let undone = undos::of_meeting(connection, meeting)?;
    let rows: Vec<(WithdrawalRow, String)> = withdrawals::table
        .inner_join(people::table)
        .filter(withdrawals::meeting_id.eq(meeting.to_string()))
        .select((WithdrawalRow::as_select(), people::name))
        .load(connection)?;
    // A revision that was taken off by mistake may be taken off again.
    let mut standing: HashMap<String, (WithdrawalRow, String)> = rows
        .into_iter()
        .filter(|(row, _)| !undone.contains_key(&row.id))
        .map(|(row, reviewer)| (row.revision_id.clone(), (row, reviewer)))
        .collect();
    if standing.is_empty() {
        return Ok(None);
    }
    let published: Vec<Option<String>> = changes::table
        .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
        .filter(changes::subject.eq(meeting.to_string()))
        .filter(changes::revision_id.is_not_null())
        .order(changes::seq.desc())
        .select(changes::revision_id)
        .load(connection)?;
    let mut published = published.into_iter().flatten();
    let row = published.find_map(|revision| standing.remove(&revision));
    row.map(|(row, reviewer)| {
        Ok(Withdrawal {
            id: id("a withdrawal", &row.id)?,
            reason: row.reason,
            decided_by: id("a withdrawal", &row.decided_by)?,
            reviewer,
            decided: row.created_at.and_utc(),
        })
    })
    .transpose()
}
