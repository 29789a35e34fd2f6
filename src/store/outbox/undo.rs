//! Taking back what tells of a decision that was undone, as long as nobody has begun to send it.

use super::MessageKind;
use crate::store::error::StoreError;
use crate::store::schema::outbox;
use crate::store::transaction::Transaction;
use crate::store::undos::Settled;
use diesel::prelude::*;

impl Transaction<'_> {
    /// Takes back every message that tells of a decision. `false` if one of them was sent, or is being
    /// sent at this moment: then some may be gone, and the transaction has to be given up.
    ///
    /// Whoever delivers claims a message by writing to its row, and so does this by removing it: one of
    /// the two comes first, and the other finds nothing.
    pub fn take_back_messages(&mut self, settled: &Settled) -> Result<bool, StoreError> {
        let told: Vec<String> = match settled.verdict {
            Some(_) => outbox::table
                .filter(outbox::review_id.eq(settled.id.to_string()))
                .select(outbox::id)
                .load(self.connection)?,
            // A revision that was taken off before was put back before anybody was told of it.
            None => outbox::table
                .filter(outbox::kind.eq(MessageKind::Withdrawn.as_str()))
                .filter(outbox::revision_id.eq(settled.revision.to_string()))
                .select(outbox::id)
                .load(self.connection)?,
        };
        for message in &told {
            let removed = diesel::delete(outbox::table.find(message))
                .filter(outbox::attempts.eq(0))
                .filter(outbox::sent_at.is_null())
                .execute(self.connection)?;
            if removed == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
