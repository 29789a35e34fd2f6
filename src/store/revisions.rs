//! Revisions: what somebody proposed for a meeting, and the head of the meeting that they belong to.

use super::connection::AnyConnection;
use super::document::{read_details, write_details};
use super::error::StoreError;
use super::schema::{meetings, revisions};
use super::token::random_bytes;
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{MeetingDetails, MeetingId, Poster, Reference, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

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
    let extent = details.timing.extent();
    diesel::insert_into(revisions::table)
        .values((
            revisions::id.eq(id.to_string()),
            revisions::meeting_id.eq(&meeting),
            revisions::number.eq(last.unwrap_or(0) + 1),
            revisions::group_slug.eq(details.said.group.as_str()),
            revisions::title.eq(details.said.title.as_str()),
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
