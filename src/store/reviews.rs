//! Reviews: one decision a revision. Which decision may be made is an act's matter.

use super::columns::{id, name};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::log::{self, SubjectKind};
use super::schema::{people, reviews, revisions};
use super::transaction::Transaction;
use super::undos::{self, Undo};
use crate::domain::text::Note;
use crate::domain::{Decision, MeetingId, PersonId, ReviewId, RevisionId, Verdict};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// A decision that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub id: ReviewId,
    pub verdict: Verdict,
    pub reason: Option<Note>,
    /// Whether it was rejected as spam.
    pub is_spam: bool,
    /// Who decided.
    pub decided_by: PersonId,
    /// What they are called.
    pub reviewer: String,
    /// When, UTC.
    pub decided: DateTime<Utc>,
    /// Who undid it; it counts no longer then.
    pub undone: Option<Undo>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = reviews)]
struct ReviewRow {
    id: String,
    revision_id: String,
    verdict: String,
    reason: Option<String>,
    decided_by: String,
    created_at: NaiveDateTime,
    spam: i32,
}

#[derive(Insertable)]
#[diesel(table_name = reviews)]
#[diesel(treat_none_as_default_value = false)]
struct NewReviewRow<'a> {
    id: String,
    revision_id: String,
    verdict: &'a str,
    reason: Option<&'a str>,
    decided_by: String,
    created_at: NaiveDateTime,
    spam: i32,
}

impl Transaction<'_> {
    /// Writes the decision on `revision`, which must be the one that waits; nothing waits after it.
    /// An approval makes it public and takes the next number of the change log.
    pub fn review(
        &mut self,
        head: &mut Head,
        revision: RevisionId,
        decision: &Decision,
        decided_by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<ReviewId, StoreError> {
        if head.pending != Some(revision) {
            return Err(StoreError::Overtaken(head.id));
        }
        let review = ReviewId::new();
        let row = NewReviewRow {
            id: review.to_string(),
            revision_id: revision.to_string(),
            verdict: decision.verdict().as_str(),
            reason: decision.reason().map(|reason| reason.as_str()),
            decided_by: decided_by.to_string(),
            created_at: now.naive_utc(),
            spam: decision.is_spam().into(),
        };
        diesel::insert_into(reviews::table)
            .values(row)
            .execute(self.connection)?;
        head.pending = None;
        if decision.verdict() == Verdict::Approved {
            head.published = Some(revision);
        }
        self.move_head(head)?;
        if decision.verdict() == Verdict::Approved {
            let subject = head.id.to_string();
            log::append(
                self.connection,
                SubjectKind::Meeting,
                &subject,
                Some(revision),
                now,
            )?;
        }
        Ok(review)
    }

    /// The decision on a revision, if one was made.
    pub fn review_of(&mut self, revision: RevisionId) -> Result<Option<Review>, StoreError> {
        let row: Option<(ReviewRow, String)> = reviews::table
            .inner_join(people::table)
            .filter(reviews::revision_id.eq(revision.to_string()))
            .select((ReviewRow::as_select(), people::name))
            .first(self.connection)
            .optional()?;
        let Some((row, reviewer)) = row else {
            return Ok(None);
        };
        let undone = undos::of(self.connection, &row.id)?;
        row.read(reviewer, undone).map(Some)
    }
}

/// Every decision on revisions of a meeting.
pub(super) fn reviews_of_meeting(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<HashMap<RevisionId, Review>, StoreError> {
    let rows: Vec<(ReviewRow, String)> = reviews::table
        .inner_join(people::table)
        .inner_join(revisions::table)
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .select((ReviewRow::as_select(), people::name))
        .load(connection)?;
    let mut undone = undos::of_meeting(connection, meeting)?;
    rows.into_iter()
        .map(|(row, reviewer)| {
            let revision = id("a review", &row.revision_id)?;
            let undone = undone.remove(&row.id);
            Ok((revision, row.read(reviewer, undone)?))
        })
        .collect()
}

impl ReviewRow {
    fn read(self, reviewer: String, undone: Option<Undo>) -> Result<Review, StoreError> {
        let what = format!("review of {}", self.revision_id);
        Ok(Review {
            id: id(&what, &self.id)?,
            is_spam: self.spam != 0,
            undone,
            verdict: name(&what, &self.verdict, Verdict::from_name)?,
            reason: Note::optional(self.reason.as_deref().unwrap_or_default())
                .map_err(|problem| StoreError::damaged(&what, problem))?,
            decided_by: id(&what, &self.decided_by)?,
            reviewer,
            decided: self.created_at.and_utc(),
        })
    }
}
