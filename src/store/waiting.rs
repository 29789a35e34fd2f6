//! What waits of a meeting: the revision that is decided on next, and those that it was put onto and
//! on which nobody has decided either. A decision on the newest is one on all of them.

use super::columns::{id, name, optional_id, optional_language};
use super::connection::AnyConnection;
use super::error::{StoreError, readable};
use super::heads::Head;
use super::retractions::is_taken_back;
use super::revisions::{Revision, Sender, Source, named_revision};
use super::schema::{people, reviews, revisions};
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use crate::domain::{LanguageTag, MeetingDetails, RevisionId};
use diesel::prelude::*;

/// A change that waits, alone or as a part of a newer one.
#[derive(Debug, Clone)]
pub struct WaitingChange {
    pub revision: Revision,
    /// What it was put onto; `None` for a new meeting, and if that cannot be read any more.
    pub before: Option<MeetingDetails>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct EnvelopeRow {
    id: String,
    title: String,
    source: String,
    poster_name: String,
    poster_email: String,
    language: Option<String>,
    base_revision: Option<String>,
}

/// A revision without its document, which need not be readable: whose it is, and how they are told
/// what becomes of it.
#[derive(Debug, Clone)]
pub struct Envelope {
    pub revision: RevisionId,
    /// The title in it.
    pub title: String,
    pub source: Source,
    pub sender: Sender,
    pub email: EmailAddress,
    /// The language of the page that the poster read, as far as it is known.
    pub language: Option<LanguageTag>,
    base: Option<RevisionId>,
}

impl Transaction<'_> {
    /// What waits of a meeting that is locked, oldest first.
    pub fn waiting(&mut self, head: &Head) -> Result<Vec<Envelope>, StoreError> {
        match head.pending {
            Some(pending) => chain(self.connection, pending),
            None => Ok(Vec::new()),
        }
    }

    /// Whose a revision is that another row names.
    pub fn envelope(&mut self, revision: RevisionId) -> Result<Envelope, StoreError> {
        envelope(self.connection, revision)
    }
}

/// What waits of a meeting, oldest first.
pub(super) fn waiting(
    connection: &mut AnyConnection,
    head: &Head,
) -> Result<Vec<WaitingChange>, StoreError> {
    let Some(pending) = head.pending else {
        return Ok(Vec::new());
    };
    let mut waiting = Vec::new();
    for one in chain(connection, pending)? {
        // Of what was sent before this was kept, it is not known; what is public is the nearest.
        let published = head.published.filter(|id| *id != one.revision);
        let before = match one.base.or(published) {
            // What it was put onto may be past reading by now, which is no reason not to decide.
            Some(base) => readable(named_revision(connection, base))?,
            None => None,
        };
        waiting.push(WaitingChange {
            revision: named_revision(connection, one.revision)?,
            before: before.map(|before| before.details),
        });
    }
    Ok(waiting)
}

/// A revision that waits and those under it on which nobody has decided, oldest first.
pub(super) fn chain(
    connection: &mut AnyConnection,
    pending: RevisionId,
) -> Result<Vec<Envelope>, StoreError> {
    let mut waiting = vec![envelope(connection, pending)?];
    while let Some(base) = waiting.last().and_then(|one| one.base) {
        if is_settled(connection, base)? {
            break;
        }
        waiting.push(envelope(connection, base)?);
    }
    waiting.reverse();
    Ok(waiting)
}

fn envelope(connection: &mut AnyConnection, revision: RevisionId) -> Result<Envelope, StoreError> {
    let what = format!("revision {revision}");
    let row: Option<(EnvelopeRow, Option<String>)> = revisions::table
        .left_join(people::table)
        .filter(revisions::id.eq(revision.to_string()))
        .select((EnvelopeRow::as_select(), people::name.nullable()))
        .first(connection)
        .optional()?;
    let (row, person) = row.ok_or_else(|| StoreError::damaged(&what, "it is named and missing"))?;
    let source = name(&what, &row.source, Source::from_name)?;
    Ok(Envelope {
        revision: id(&what, &row.id)?,
        title: row.title,
        source,
        sender: Sender::of(source, &row.poster_name, person),
        email: EmailAddress::parse(&row.poster_email)
            .map_err(|problem| StoreError::damaged(format!("poster of {what}"), problem))?,
        language: optional_language(&what, row.language.as_deref())?,
        base: optional_id(&what, row.base_revision.as_deref())?,
    })
}

/// Whether somebody decided on a revision, or its poster took it back.
fn is_settled(connection: &mut AnyConnection, revision: RevisionId) -> Result<bool, StoreError> {
    let decided: i64 = reviews::table
        .filter(reviews::revision_id.eq(revision.to_string()))
        .count()
        .get_result(connection)?;
    Ok(decided > 0 || is_taken_back(connection, revision)?)
}
