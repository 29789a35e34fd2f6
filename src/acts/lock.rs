//! Where every act on a meeting that exists begins.

use super::ActError;
use crate::domain::MeetingId;
use crate::store::{Head, Transaction};

/// Locks a meeting, which has to exist, before anything of it is read.
pub(super) fn lock(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
) -> Result<Head, ActError> {
    let head = transaction.lock_meeting(meeting)?;
    head.ok_or(ActError::Missing("meeting"))
}
