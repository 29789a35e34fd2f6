//! Room for one more draft: whatever begins one asks for it first.

use super::{ActError, Acts};
use crate::store::Transaction;

impl Acts {
    /// Fails with [`ActError::NoRoom`] if there are as many drafts as there may be.
    pub(super) fn find_room(&self, transaction: &mut Transaction<'_>) -> Result<(), ActError> {
        match transaction.count_drafts()? < self.drafts_total {
            true => Ok(()),
            false => Err(ActError::NoRoom),
        }
    }
}
