//! Room for one more draft: whatever begins one asks for it first.

use super::{ActError, Acts};
use crate::store::Transaction;
use chrono::{DateTime, Utc};

impl Acts {
    /// Lets drafts go that are over; fails with [`ActError::NoRoom`] if there are still as many as
    /// there may be. As it locks drafts, it comes before any lock of a meeting.
    pub(super) fn make_room(
        &self,
        transaction: &mut Transaction<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), ActError> {
        transaction.forget_old_drafts(now)?;
        match transaction.count_drafts()? < self.drafts_total {
            true => Ok(()),
            false => Err(ActError::NoRoom),
        }
    }
}
