//! Where meetings stand: what is public, what waits, what was decided; and the desk's queue.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::reviews::{Review, review_of};
use super::revisions::{Revision, optional_revision};
use super::schema::{meetings, revisions};
use super::withdrawals::{self, Withdrawal};
use crate::domain::{MeetingId, Reference, RevisionId, Verdict};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Where a meeting stands.
#[derive(Debug, Clone)]
pub struct MeetingState {
    pub id: MeetingId,
    pub reference: Reference,
    pub published: Option<Revision>,
    pub pending: Option<Revision>,
    /// The revision that was sent last, whatever became of it.
    pub newest: Option<Revision>,
    /// Why it was taken off the calendar, while it is off.
    pub withdrawn: Option<Withdrawal>,
    /// Every revision, newest first.
    pub history: Vec<HistoryEntry>,
}

impl MeetingState {
    /// What a change starts from: what was sent last, so that nothing that waits is lost; or what is
    /// public, if the desk did not want the other.
    pub fn base(&self) -> Option<&Revision> {
        let last = self.history.first().and_then(|entry| entry.review.as_ref());
        let is_rejected = last.is_some_and(|review| review.verdict == Verdict::Rejected);
        match &self.published {
            Some(published) if is_rejected => Some(published),
            _ => self.newest.as_ref(),
        }
    }
}

/// A revision of a meeting and what became of it.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// 1 for the first of its meeting.
    pub number: i32,
    pub revision: RevisionId,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
    /// `None` while it waits, and for good if a newer one took its place.
    pub review: Option<Review>,
}

/// A line of the desk's queue.
#[derive(Debug, Clone)]
pub struct QueueEntry {
    pub meeting: MeetingId,
    pub reference: Reference,
    pub revision: RevisionId,
    pub title: String,
    pub group: String,
    pub poster_name: String,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
    /// When the meeting begins, UTC, as far as it is known.
    pub starts: Option<DateTime<Utc>>,
    /// Whether an earlier revision is public.
    pub is_edit: bool,
}

#[derive(Queryable)]
struct HeadRow {
    reference: String,
    published_revision: Option<String>,
    pending_revision: Option<String>,
}

impl Store {
    /// Where a meeting stands; `None` if there is none of that id.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<MeetingState>, StoreError> {
        self.read(|connection| {
            let head: Option<HeadRow> = meetings::table
                .find(id.to_string())
                .select((
                    meetings::reference,
                    meetings::published_revision,
                    meetings::pending_revision,
                ))
                .first(connection)
                .optional()?;
            let Some(head) = head else { return Ok(None) };
            let history = history(connection, id)?;
            let newest = history.first().map(|entry| entry.revision.to_string());
            let withdrawn = match head.published_revision {
                None => withdrawals::last(connection, id)?,
                Some(_) => None,
            };
            Ok(Some(MeetingState {
                id,
                withdrawn,
                reference: Reference::from_stored(head.reference),
                published: optional_revision(connection, head.published_revision)?,
                pending: optional_revision(connection, head.pending_revision)?,
                newest: optional_revision(connection, newest)?,
                history,
            }))
        })
    }

    /// The meeting that people call by this reference; blanks and case do not matter.
    pub fn meeting_of_reference(&self, typed: &str) -> Result<Option<MeetingId>, StoreError> {
        let reference = typed.trim().to_uppercase();
        self.read(|connection| {
            let meeting: Option<String> = meetings::table
                .filter(meetings::reference.eq(reference))
                .select(meetings::id)
                .first(connection)
                .optional()?;
            Ok(meeting.as_deref().and_then(MeetingId::parse))
        })
    }

    /// The meeting that a revision belongs to.
    pub fn meeting_of_revision(&self, id: RevisionId) -> Result<Option<MeetingId>, StoreError> {
        self.read(|connection| {
            let meeting: Option<String> = revisions::table
                .find(id.to_string())
                .select(revisions::meeting_id)
                .first(connection)
                .optional()?;
            Ok(meeting.as_deref().and_then(MeetingId::parse))
        })
    }

    /// What waits for a decision, oldest first.
    pub fn queue(&self) -> Result<Vec<QueueEntry>, StoreError> {
        type Row = (
            (String, String, Option<String>),
            (String, String, String, String),
            (NaiveDateTime, Option<NaiveDateTime>),
        );
        self.read(|connection| {
            let rows: Vec<Row> = meetings::table
                .inner_join(
                    revisions::table.on(meetings::pending_revision.eq(revisions::id.nullable())),
                )
                .order(revisions::created_at.asc())
                .select((
                    (
                        meetings::id,
                        meetings::reference,
                        meetings::published_revision,
                    ),
                    (
                        revisions::id,
                        revisions::title,
                        revisions::group_slug,
                        revisions::poster_name,
                    ),
                    (revisions::created_at, revisions::starts_at),
                ))
                .load(connection)?;
            rows.into_iter()
                .map(|(head, revision, times)| {
                    let lost = || StoreError::damaged("the queue", "an id is not a UUID");
                    Ok(QueueEntry {
                        meeting: MeetingId::parse(&head.0).ok_or_else(lost)?,
                        reference: Reference::from_stored(head.1),
                        is_edit: head.2.is_some(),
                        revision: RevisionId::parse(&revision.0).ok_or_else(lost)?,
                        title: revision.1,
                        group: revision.2,
                        poster_name: revision.3,
                        sent: times.0.and_utc(),
                        starts: times.1.map(|at| at.and_utc()),
                    })
                })
                .collect()
        })
    }
}

/// Every revision of a meeting with its decision, newest first.
fn history(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<HistoryEntry>, StoreError> {
    let rows: Vec<(i32, String, NaiveDateTime)> = revisions::table
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .order(revisions::number.desc())
        .select((revisions::number, revisions::id, revisions::created_at))
        .load(connection)?;
    rows.into_iter()
        .map(|(number, id, sent)| {
            Ok(HistoryEntry {
                number,
                review: review_of(connection, &id)?,
                revision: RevisionId::parse(&id)
                    .ok_or_else(|| StoreError::damaged("a revision", "its id is not a UUID"))?,
                sent: sent.and_utc(),
            })
        })
        .collect()
}
