//! Published meetings that were taken off the calendar: a decision of its own, with a reason and who
//! made it, and a change in the log like any publication. What was said stays in the store.

use super::columns::id;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::log::{self, SubjectKind};
use super::schema::{changes, people, withdrawals};
use super::transaction::Transaction;
use crate::domain::text::Note;
use crate::domain::{MeetingId, PersonId, ReviewId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A withdrawal that stands: nothing was published since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
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

/// The last withdrawal of a meeting: that of the revision which the log has as published last. A
/// revision is published once, and so taken off once; clocks have no say in it.
pub(super) fn last(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<Withdrawal>, StoreError> {
    let published: Option<Option<String>> = changes::table
        .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
        .filter(changes::subject.eq(meeting.to_string()))
        .filter(changes::revision_id.is_not_null())
        .order(changes::seq.desc())
        .select(changes::revision_id)
        .first(connection)
        .optional()?;
    let Some(revision) = published.flatten() else {
        return Ok(None);
    };
    let row: Option<(WithdrawalRow, String)> = withdrawals::table
        .inner_join(people::table)
        .filter(withdrawals::revision_id.eq(revision))
        .select((WithdrawalRow::as_select(), people::name))
        .first(connection)
        .optional()?;
    row.map(|(row, reviewer)| {
        Ok(Withdrawal {
            reason: row.reason,
            decided_by: id("a withdrawal", &row.decided_by)?,
            reviewer,
            decided: row.created_at.and_utc(),
        })
    })
    .transpose()
}
