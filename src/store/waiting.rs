//! What waits of a meeting: the revision that is decided on next, and those that it was put onto and
//! on which nobody has decided either. A decision on the newest is one on all of them.

use super::columns::{id, name, optional_id};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::retractions::is_taken_back;
use super::revisions::{Revision, Sender, Source, named_revision};
use super::schema::{people, reviews, revisions};
use super::transaction::Transaction;
use crate::domain::{MeetingDetails, RevisionId};
use diesel::prelude::*;

/// A change that waits, alone or as a part of a newer one.
#[derive(Debug, Clone)]
pub struct WaitingChange {
    pub revision: Revision,
    /// What it was put onto; `None` for a new meeting.
    pub before: Option<MeetingDetails>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct LinkRow {
    id: String,
    source: String,
    poster_name: String,
    base_revision: Option<String>,
}

/// A revision in the chain of what waits.
pub(super) struct Link {
    pub id: RevisionId,
    pub sender: Sender,
    base: Option<RevisionId>,
}

impl Transaction<'_> {
    /// What waits of a meeting that is locked, oldest first.
    pub fn waiting(&mut self, head: &Head) -> Result<Vec<WaitingChange>, StoreError> {
        waiting(self.connection, head)
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
    for link in chain(connection, pending)? {
        // Of what was sent before this was kept, it is not known; what is public is the nearest.
        let published = head.published.filter(|id| *id != link.id);
        let before = match link.base.or(published) {
            Some(base) => Some(named_revision(connection, base)?.details),
            None => None,
        };
        waiting.push(WaitingChange {
            revision: named_revision(connection, link.id)?,
            before,
        });
    }
    Ok(waiting)
}

/// A revision that waits and those under it on which nobody has decided, oldest first.
pub(super) fn chain(
    connection: &mut AnyConnection,
    pending: RevisionId,
) -> Result<Vec<Link>, StoreError> {
    let mut links = vec![link(connection, pending)?];
    while let Some(base) = links.last().and_then(|link| link.base) {
        if is_settled(connection, base)? {
            break;
        }
        links.push(link(connection, base)?);
    }
    links.reverse();
    Ok(links)
}

fn link(connection: &mut AnyConnection, revision: RevisionId) -> Result<Link, StoreError> {
    let (row, person): (LinkRow, Option<String>) = revisions::table
        .left_join(people::table)
        .filter(revisions::id.eq(revision.to_string()))
        .select((LinkRow::as_select(), people::name.nullable()))
        .first(connection)?;
    let what = format!("revision {revision}");
    let source = name(&what, &row.source, Source::from_name)?;
    Ok(Link {
        id: id(&what, &row.id)?,
        sender: Sender::of(source, &row.poster_name, person),
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
