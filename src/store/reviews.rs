//! Reviews: one decision a revision, however many reviewers press a button at once.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::revisions::{NewRevision, Source, append_revision, optional_revision};
use super::schema::{meetings, reviews, revisions as revisions_table};
use crate::domain::text::Note;
use crate::domain::{Decision, MeetingId, ReviewId, RevisionId, Verdict};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A decision that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub verdict: Verdict,
    pub reason: Option<Note>,
    pub reviewer: String,
    /// When, UTC.
    pub decided: DateTime<Utc>,
}

/// What came of deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// The decision stands.
    Stands(MeetingId),
    /// Somebody decided before; this is what they said.
    Already(MeetingId, Review),
    /// The poster sent a newer revision meanwhile, which waits instead.
    Superseded(MeetingId),
    /// It cannot be approved any more: some of the series was held since it was sent.
    HeldMeanwhile(MeetingId),
    /// No such revision.
    Unknown,
}

#[derive(Queryable)]
struct ReviewRow {
    verdict: String,
    reason: Option<String>,
    reviewer_name: String,
    created_at: NaiveDateTime,
}

impl Store {
    /// Decides on a revision, publishes it if approved, and logs that, all at once or not at all.
    pub fn decide(
        &self,
        revision: RevisionId,
        decision: &Decision,
        reviewer: &str,
        now: DateTime<Utc>,
    ) -> Result<Decided, StoreError> {
        self.write(|connection| decide_in(connection, revision, decision, reviewer, now))
    }
}

pub(super) fn decide_in(
    connection: &mut AnyConnection,
    revision: RevisionId,
    decision: &Decision,
    reviewer: &str,
    now: DateTime<Utc>,
) -> Result<Decided, StoreError> {
    let revision_id = revision.to_string();
    let meeting: Option<String> = revisions_table::table
        .find(&revision_id)
        .select(revisions_table::meeting_id)
        .first(connection)
        .optional()?;
    let Some(meeting) = meeting else {
        return Ok(Decided::Unknown);
    };
    let id = MeetingId::parse(&meeting)
        .ok_or_else(|| StoreError::damaged("a meeting", "its id is not a UUID"))?;
    let revision = match decision.verdict() {
        Verdict::Approved => match rebased(connection, id, revision, now)? {
            Some(revision) => revision,
            None => return Ok(Decided::HeldMeanwhile(id)),
        },
        Verdict::ChangesRequested | Verdict::Rejected => revision,
    };
    let revision_id = revision.to_string();
    let taken = diesel::update(
        meetings::table
            .filter(meetings::id.eq(&meeting))
            .filter(meetings::pending_revision.eq(&revision_id)),
    )
    .set((
        meetings::pending_revision.eq(None::<String>),
        meetings::version.eq(meetings::version + 1),
    ))
    .execute(connection)?;
    if taken == 0 {
        return Ok(match review_of(connection, &revision_id)? {
            Some(review) => Decided::Already(id, review),
            None => Decided::Superseded(id),
        });
    }
    diesel::insert_into(reviews::table)
        .values((
            reviews::id.eq(ReviewId::new().to_string()),
            reviews::revision_id.eq(&revision_id),
            reviews::verdict.eq(decision.verdict().as_str()),
            reviews::reason.eq(decision.reason().map(|reason| reason.as_str())),
            reviews::reviewer_name.eq(reviewer),
            reviews::created_at.eq(now.naive_utc()),
        ))
        .execute(connection)?;
    if decision.verdict() == Verdict::Approved {
        publish(connection, &meeting, revision, now)?;
    }
    Ok(Decided::Stands(id))
}

/// The revision to approve: the one that waits, or the same with what was held since it was sent left
/// as it was, which then waits in its place. `None` if there can be no such revision.
fn rebased(
    connection: &mut AnyConnection,
    meeting: MeetingId,
    revision: RevisionId,
    now: DateTime<Utc>,
) -> Result<Option<RevisionId>, StoreError> {
    let head: (Option<String>, Option<String>) = meetings::table
        .find(meeting.to_string())
        .select((meetings::published_revision, meetings::pending_revision))
        .first(connection)?;
    let (published, pending) = (
        optional_revision(connection, head.0)?,
        optional_revision(connection, head.1)?,
    );
    let (Some(published), Some(pending)) = (published, pending) else {
        return Ok(Some(revision));
    };
    if pending.id != revision {
        return Ok(Some(revision));
    }
    let Ok(details) = pending
        .details
        .clone()
        .keeping_held(&published.details, now)
    else {
        return Ok(None);
    };
    if details.occurrences() == pending.details.occurrences() {
        return Ok(Some(revision));
    }
    let kept = NewRevision {
        details: &details,
        poster: &pending.poster,
        source: Source::Desk,
    };
    append_revision(connection, meeting, &kept, now).map(Some)
}

pub(super) fn review_of(
    connection: &mut AnyConnection,
    revision: &str,
) -> Result<Option<Review>, StoreError> {
    let row: Option<ReviewRow> = reviews::table
        .filter(reviews::revision_id.eq(revision))
        .select((
            reviews::verdict,
            reviews::reason,
            reviews::reviewer_name,
            reviews::created_at,
        ))
        .first(connection)
        .optional()?;
    row.map(|row| {
        let unreadable =
            |reason: &str| StoreError::damaged(format!("review of {revision}"), reason);
        Ok(Review {
            verdict: Verdict::from_name(&row.verdict).ok_or_else(|| unreadable(&row.verdict))?,
            reason: Note::optional(row.reason.as_deref().unwrap_or_default())
                .map_err(|problem| unreadable(&problem.to_string()))?,
            reviewer: row.reviewer_name,
            decided: row.created_at.and_utc(),
        })
    })
    .transpose()
}

/// Makes a revision the public one, within the caller's transaction.
fn publish(
    connection: &mut AnyConnection,
    meeting: &str,
    revision: RevisionId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(meetings::table.find(meeting))
        .set(meetings::published_revision.eq(revision.to_string()))
        .execute(connection)?;
    log::append(
        connection,
        SubjectKind::Meeting,
        meeting,
        Some(revision),
        now,
    )
}
