//! Revisions: what somebody proposed for a meeting, and the head of the meeting that they belong to.

use super::changes::{self, SubjectKind};
use super::connection::{AnyConnection, Store};
use super::error::StoreError;
use super::reviews::{self, Review};
use super::schema::{meetings, revisions};
use super::token::random_bytes;
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{MeetingDetails, MeetingId, Poster, Reference, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// The version of the document that revisions are written in.
const FORMAT: u32 = 1;

/// Where a revision came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The public form.
    Form,
    /// The secretariat.
    Desk,
    /// A file.
    Import,
}

impl Source {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Desk => "desk",
            Self::Import => "import",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        match name {
            "desk" => Self::Desk,
            "import" => Self::Import,
            _ => Self::Form,
        }
    }
}

/// A revision on its way into the store.
#[derive(Debug, Clone)]
pub struct NewRevision<'a> {
    pub details: &'a MeetingDetails,
    pub poster: &'a Poster,
    pub source: Source,
}

/// A revision as it was sent.
#[derive(Debug, Clone)]
pub struct Revision {
    pub id: RevisionId,
    pub meeting: MeetingId,
    /// 1 for the first of its meeting.
    pub number: i32,
    pub details: MeetingDetails,
    pub poster: Poster,
    pub source: Source,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
}

/// Where a meeting stands.
#[derive(Debug, Clone)]
pub struct MeetingState {
    pub id: MeetingId,
    pub reference: Reference,
    pub published: Option<Revision>,
    pub pending: Option<Revision>,
    /// The revision that was sent last, whatever became of it.
    pub newest: Option<Revision>,
    /// Every revision, newest first.
    pub history: Vec<HistoryEntry>,
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

/// The versioned document of a revision. The version stands beside the details, so that a later
/// format can tell what it reads.
#[derive(Serialize)]
struct WrittenDocument<'a> {
    format: u32,
    meeting: &'a MeetingDetails,
}

#[derive(Deserialize)]
struct ReadDocument {
    format: u32,
    meeting: MeetingDetails,
}

#[derive(Queryable)]
pub(super) struct RevisionRow {
    id: String,
    meeting_id: String,
    number: i32,
    details: String,
    source: String,
    poster_name: String,
    poster_email: String,
    created_at: NaiveDateTime,
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
            let history = reviews::history(connection, id)?;
            let newest = history.first().map(|entry| entry.revision.to_string());
            Ok(Some(MeetingState {
                id,
                reference: Reference::from_stored(head.reference),
                published: optional_revision(connection, head.published_revision)?,
                pending: optional_revision(connection, head.pending_revision)?,
                newest: optional_revision(connection, newest)?,
                history,
            }))
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

/// Makes the head of a new meeting, under a reference that nobody has yet.
pub(super) fn new_meeting(
    connection: &mut AnyConnection,
    origin: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(MeetingId, Reference), StoreError> {
    let id = MeetingId::new();
    loop {
        let reference = Reference::from_random(random_bytes()?);
        let taken: i64 = meetings::table
            .filter(meetings::reference.eq(reference.as_str()))
            .count()
            .get_result(connection)?;
        if taken > 0 {
            continue;
        }
        diesel::insert_into(meetings::table)
            .values((
                meetings::id.eq(id.to_string()),
                meetings::reference.eq(reference.as_str()),
                meetings::origin.eq(origin),
                meetings::version.eq(1),
                meetings::created_at.eq(now.naive_utc()),
            ))
            .execute(connection)?;
        return Ok((id, reference));
    }
}

/// Appends a revision and lets it wait for review in place of any that waited before.
pub(super) fn append_revision(
    connection: &mut AnyConnection,
    meeting: MeetingId,
    revision: &NewRevision<'_>,
    now: DateTime<Utc>,
) -> Result<RevisionId, StoreError> {
    let id = RevisionId::new();
    let meeting = meeting.to_string();
    // First the head: its row stays locked until the end, so numbers are given one at a time.
    diesel::update(meetings::table.find(&meeting))
        .set((
            meetings::pending_revision.eq(id.to_string()),
            meetings::version.eq(meetings::version + 1),
        ))
        .execute(connection)?;
    let last: Option<i32> = revisions::table
        .filter(revisions::meeting_id.eq(&meeting))
        .order(revisions::number.desc())
        .select(revisions::number)
        .first(connection)
        .optional()?;
    let details = revision.details;
    let extent = details.schedule.extent();
    diesel::insert_into(revisions::table)
        .values((
            revisions::id.eq(id.to_string()),
            revisions::meeting_id.eq(&meeting),
            revisions::number.eq(last.unwrap_or(0) + 1),
            revisions::group_slug.eq(details.group.as_str()),
            revisions::title.eq(details.title.as_str()),
            revisions::starts_at.eq(extent.map(|(start, _)| start.naive_utc())),
            revisions::ends_at.eq(extent.map(|(_, end)| end.naive_utc())),
            revisions::details.eq(write_details(details)?),
            revisions::source.eq(revision.source.as_str()),
            revisions::poster_name.eq(revision.poster.name.as_str()),
            revisions::poster_email.eq(revision.poster.email.as_str()),
            revisions::created_at.eq(now.naive_utc()),
        ))
        .execute(connection)?;
    Ok(id)
}

/// Makes a revision the public one, within the caller's transaction.
pub(super) fn publish(
    connection: &mut AnyConnection,
    meeting: &str,
    revision: RevisionId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(meetings::table.find(meeting))
        .set(meetings::published_revision.eq(revision.to_string()))
        .execute(connection)?;
    changes::append(
        connection,
        SubjectKind::Meeting,
        meeting,
        Some(revision),
        now,
    )
}

pub(super) fn optional_revision(
    connection: &mut AnyConnection,
    id: Option<String>,
) -> Result<Option<Revision>, StoreError> {
    let Some(id) = id else { return Ok(None) };
    let row: RevisionRow = revisions::table
        .find(id)
        .select((
            revisions::id,
            revisions::meeting_id,
            revisions::number,
            revisions::details,
            revisions::source,
            revisions::poster_name,
            revisions::poster_email,
            revisions::created_at,
        ))
        .first(connection)?;
    row.read().map(Some)
}

impl RevisionRow {
    fn read(self) -> Result<Revision, StoreError> {
        let lost = || StoreError::damaged(format!("revision {}", self.id), "its ids are not UUIDs");
        let id = RevisionId::parse(&self.id).ok_or_else(lost)?;
        let meeting = MeetingId::parse(&self.meeting_id).ok_or_else(lost)?;
        let unreadable = |problem| StoreError::damaged(format!("poster of {id}"), problem);
        Ok(Revision {
            id,
            meeting,
            number: self.number,
            details: read_details(id, &self.details)?,
            poster: Poster {
                name: Line::parse(&self.poster_name).map_err(unreadable)?,
                email: EmailAddress::parse(&self.poster_email).map_err(unreadable)?,
            },
            source: Source::from_name(&self.source),
            sent: self.created_at.and_utc(),
        })
    }
}

fn write_details(details: &MeetingDetails) -> Result<String, StoreError> {
    let document = WrittenDocument {
        format: FORMAT,
        meeting: details,
    };
    serde_json::to_string(&document).map_err(|error| StoreError::damaged("a revision", error))
}

pub(super) fn read_details(id: RevisionId, text: &str) -> Result<MeetingDetails, StoreError> {
    let damaged = |reason: String| StoreError::damaged(format!("revision {id}"), reason);
    let document: ReadDocument =
        serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    if document.format != FORMAT {
        return Err(damaged(format!("format {} is unknown", document.format)));
    }
    Ok(document.meeting)
}
