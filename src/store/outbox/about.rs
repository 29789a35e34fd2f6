//! What a letter is written about: what a revision says, and what the meeting said before.

use super::{Message, MessageKind};
use crate::domain::MeetingDetails;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::revisions::readable_revision;
use crate::store::transaction::Transaction;

/// What the revision says that a message is about, and, where it tells of a change by the desk, what the
/// meeting said before; without what cannot be read, so that a letter rather says less than keeps those
/// behind it waiting.
pub type About = (Option<MeetingDetails>, Option<MeetingDetails>);

impl Transaction<'_> {
    /// What a message is about.
    pub fn about(&mut self, message: &Message) -> Result<About, StoreError> {
        about(self.connection, message)
    }
}

pub(super) fn about(
    connection: &mut AnyConnection,
    message: &Message,
) -> Result<About, StoreError> {
    let Some(revision) = message.revision else {
        return Ok((None, None));
    };
    let Some(revision) = readable_revision(connection, revision)? else {
        return Ok((None, None));
    };
    let base = match (message.kind, revision.base) {
        (MessageKind::ChangedByDesk, Some(base)) => readable_revision(connection, base)?,
        _ => None,
    };
    Ok((Some(revision.details), base.map(|base| base.details)))
}
