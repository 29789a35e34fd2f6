//! Taking a published meeting off the calendar: a decision of its own, with a reason and a name, and
//! a change in the log like any publication. What was said stays in the store.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::{meetings, withdrawals};
use crate::domain::text::Note;
use crate::domain::{MeetingId, ReviewId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A withdrawal that stands: nothing was published since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub reason: String,
    pub reviewer: String,
    /// When, UTC.
    pub decided: DateTime<Utc>,
}

impl Store {
    /// Takes a meeting off the calendar; `false` if it is not on it. It comes back when a revision
    /// of it is approved.
    pub fn withdraw(
        &self,
        meeting: MeetingId,
        reason: &Note,
        reviewer: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.write(|connection| {
            let id = meeting.to_string();
            // The version is touched first, so that the row is locked before it is looked at.
            diesel::update(meetings::table.find(&id))
                .set(meetings::version.eq(meetings::version + 1))
                .execute(connection)?;
            let published: Option<Option<String>> = meetings::table
                .find(&id)
                .select(meetings::published_revision)
                .first(connection)
                .optional()?;
            let Some(revision) = published.flatten() else {
                return Ok(false);
            };
            diesel::update(meetings::table.find(&id))
                .set(meetings::published_revision.eq(None::<String>))
                .execute(connection)?;
            diesel::insert_into(withdrawals::table)
                .values((
                    withdrawals::id.eq(ReviewId::new().to_string()),
                    withdrawals::meeting_id.eq(&id),
                    withdrawals::revision_id.eq(revision),
                    withdrawals::reason.eq(reason.as_str()),
                    withdrawals::reviewer_name.eq(reviewer),
                    withdrawals::created_at.eq(now.naive_utc()),
                ))
                .execute(connection)?;
            log::append(connection, SubjectKind::Meeting, &id, None, now)?;
            Ok(true)
        })
    }
}

/// The last withdrawal of a meeting.
pub(super) fn last(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<Withdrawal>, StoreError> {
    let row: Option<(String, String, NaiveDateTime)> = withdrawals::table
        .filter(withdrawals::meeting_id.eq(meeting.to_string()))
        .order(withdrawals::created_at.desc())
        .select((
            withdrawals::reason,
            withdrawals::reviewer_name,
            withdrawals::created_at,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|(reason, reviewer, decided)| Withdrawal {
        reason,
        reviewer,
        decided: decided.and_utc(),
    }))
}
