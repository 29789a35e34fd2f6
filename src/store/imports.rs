//! Records of files: written once, found again by where they came from, never in the way of what
//! people changed since.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::groups::Upsert;
use super::pool::Store;
use super::reviews::decide_in;
use super::revisions::optional_revision;
use super::revisions::{NewRevision, Revision, Source, append_revision, new_meeting};
use super::schema::{meetings, revisions};
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{Decision, MeetingDetails, MeetingId, Poster, RevisionId};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

impl Store {
    /// Writes a record, found again by `origin`. One that says the same as when it was imported
    /// last changes nothing, whatever people made of the meeting since. With `publish` it is
    /// approved at once in the importer's name; otherwise it waits for review.
    pub fn put_import(
        &self,
        origin: &str,
        details: &MeetingDetails,
        publish: bool,
        now: DateTime<Utc>,
    ) -> Result<Upsert, StoreError> {
        self.write(|connection| {
            connection.import_alone()?;
            let Some(meeting) = meeting_of(connection, origin)? else {
                let (meeting, _) = new_meeting(connection, Some(origin), now)?;
                append(connection, meeting, details, publish, now)?;
                return Ok(Upsert::Added);
            };
            let last = last_import(connection, meeting)?;
            match last.filter(|revision| revision.details == *details) {
                None => append(connection, meeting, details, publish, now)?,
                Some(last) if publish && is_pending(connection, last.id)? => {
                    approve(connection, last.id, now)?;
                }
                Some(_) => return Ok(Upsert::Unchanged),
            }
            Ok(Upsert::Changed)
        })
    }
}

fn append(
    connection: &mut AnyConnection,
    meeting: MeetingId,
    details: &MeetingDetails,
    publish: bool,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let revision = NewRevision {
        details,
        poster: &importer(),
        source: Source::Import,
    };
    let revision = append_revision(connection, meeting, &revision, now)?;
    if publish {
        approve(connection, revision, now)?;
    }
    Ok(())
}

fn approve(
    connection: &mut AnyConnection,
    revision: RevisionId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    decide_in(connection, revision, &Decision::approve(), "Import", now).map(drop)
}

fn meeting_of(
    connection: &mut AnyConnection,
    origin: &str,
) -> Result<Option<MeetingId>, StoreError> {
    let id: Option<String> = meetings::table
        .filter(meetings::origin.eq(origin))
        .select(meetings::id)
        .first(connection)
        .optional()?;
    Ok(id.as_deref().and_then(MeetingId::parse))
}

fn last_import(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<Revision>, StoreError> {
    let id: Option<String> = revisions::table
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .filter(revisions::source.eq(Source::Import.as_str()))
        .order(revisions::number.desc())
        .select(revisions::id)
        .first(connection)
        .optional()?;
    optional_revision(connection, id)
}

fn is_pending(connection: &mut AnyConnection, revision: RevisionId) -> Result<bool, StoreError> {
    let waiting: i64 = meetings::table
        .filter(meetings::pending_revision.eq(revision.to_string()))
        .count()
        .get_result(connection)?;
    Ok(waiting > 0)
}

/// Who imported records are posted by; `.invalid` can never receive mail (RFC 2606).
fn importer() -> Poster {
    Poster {
        name: Line::parse("Import").expect("a valid name"),
        email: EmailAddress::parse("import@calendar.invalid").expect("a valid address"),
    }
}
