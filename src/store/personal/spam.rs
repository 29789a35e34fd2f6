//! What was rejected as spam: gone altogether, but for the line that says that it was there.

use crate::store::error::StoreError;
use crate::store::transaction::Transaction;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

/// What refers to a meeting, in the order in which it can go. Whatever else refers to one, or to a
/// revision or a review, has to be here too.
const THEIRS: [&str; 9] = [
    "outbox WHERE meeting_id = $1",
    "drafts WHERE meeting_id = $1 OR sent_revision IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "edit_keys WHERE meeting_id = $1",
    "review_notes WHERE meeting_id = $1",
    "claims WHERE meeting_id = $1",
    "kept_forms WHERE meeting_id = $1",
    "reviews WHERE revision_id IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "retractions WHERE revision_id IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "revisions WHERE meeting_id = $1",
];

impl Transaction<'_> {
    /// Removes what was rejected as spam before then.
    pub(super) fn remove_spam(
        &mut self,
        before: NaiveDateTime,
        now: NaiveDateTime,
    ) -> Result<usize, StoreError> {
        let marked = self.marked_as_spam(before)?;
        for meeting in &marked {
            self.remove_meeting(meeting, now)?;
        }
        Ok(marked.len())
    }

    fn marked_as_spam(&mut self, _before: NaiveDateTime) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    /// Removes a meeting with all that was said and decided of it, for which it must never have been
    /// published. What remains is that it was there, under which reference, and when it went.
    pub(super) fn remove_meeting(
        &mut self,
        meeting: &str,
        now: NaiveDateTime,
    ) -> Result<(), StoreError> {
        diesel::sql_query(
            "INSERT INTO removals (meeting_id, reference, created_at) \
             SELECT id, reference, $2 FROM meetings WHERE id = $1",
        )
        .bind::<Text, _>(meeting)
        .bind::<Timestamp, _>(now)
        .execute(self.connection)?;
        for theirs in THEIRS {
            diesel::sql_query(format!("DELETE FROM {theirs}"))
                .bind::<Text, _>(meeting)
                .execute(self.connection)?;
        }
        diesel::sql_query("DELETE FROM meetings WHERE id = $1")
            .bind::<Text, _>(meeting)
            .execute(self.connection)?;
        Ok(())
    }
}
