//! Meetings of which something cannot be read: what their rows tell all the same, for the desk to see
//! and to decide on.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::{Head, read_head};
use super::pool::Store;
use super::revisions::each_of_meeting;
use super::schema::revisions;
use crate::domain::{MeetingId, Reference, RevisionId};
use diesel::prelude::*;

/// A meeting of which something cannot be read.
#[derive(Debug, Clone)]
pub struct UnreadableMeeting {
    pub reference: Reference,
    /// The title of the revision that was sent last.
    pub title: String,
    /// The slug of its group.
    pub group: String,
    pub is_published: bool,
    /// The revision that waits for a decision.
    pub pending: Option<RevisionId>,
    /// Those that cannot be read, newest first.
    pub revisions: Vec<UnreadableRevision>,
}

/// A revision that cannot be read.
#[derive(Debug, Clone)]
pub struct UnreadableRevision {
    /// 1 for the first of its meeting.
    pub number: i32,
    /// Why, in the words of the store.
    pub reason: String,
    /// Whether a newer version wrote it, which can read it.
    pub is_newer: bool,
    /// What is stored in its place.
    pub document: String,
}

impl Store {
    /// What the rows of a meeting tell of which something cannot be read; `None` if there is none of
    /// that id.
    pub fn unreadable_meeting(
        &self,
        id: MeetingId,
    ) -> Result<Option<UnreadableMeeting>, StoreError> {
        self.read_at_once(|connection| match read_head(connection, id)? {
            Some(head) => unreadable_meeting(connection, head).map(Some),
            None => Ok(None),
        })
    }
}

fn unreadable_meeting(
    connection: &mut AnyConnection,
    head: Head,
) -> Result<UnreadableMeeting, StoreError> {
    let newest: Option<(String, String)> = revisions::table
        .filter(revisions::meeting_id.eq(head.id.to_string()))
        .order(revisions::number.desc())
        .select((revisions::title, revisions::group_slug))
        .first(connection)
        .optional()?;
    let (title, group) = newest.unwrap_or_default();
    let each = each_of_meeting(connection, head.id)?;
    Ok(UnreadableMeeting {
        title,
        group,
        is_published: head.published.is_some(),
        pending: head.pending,
        reference: head.reference,
        revisions: each
            .into_iter()
            .filter_map(|(number, document, (_, outcome))| {
                let error = outcome.err()?;
                Some(UnreadableRevision {
                    number,
                    is_newer: matches!(error, StoreError::NewerDocument { .. }),
                    reason: error.to_string(),
                    document,
                })
            })
            .collect(),
    })
}
