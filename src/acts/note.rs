//! Telling the other reviewers something about a meeting.

use super::lock::lock;
use super::{ActError, Actor, Acts};
use crate::domain::MeetingId;
use crate::domain::text::Note;
use crate::store::{Deed, Done};

impl Acts {
    /// Appends a note on a meeting, which no poster and no reader sees. The same words sent twice in a row
    /// by one person, as with a button pressed twice, stand once. For the desk.
    pub fn note(&self, actor: &Actor, meeting: MeetingId, note: &Note) -> Result<(), ActError> {
        let author = actor.reviewer("write a note")?.id;
        let now = self.now();
        let is_new = self.store.transact(|transaction| {
            let head = lock(transaction, meeting)?;
            let is_new = transaction.add_review_note(&head, author, note, now)?;
            if is_new {
                let deed = Deed::new("note", Done::Meeting(meeting));
                self.record(transaction, actor, &deed)?;
            }
            Ok::<_, ActError>(is_new)
        })?;
        if is_new {
            tracing::info!(act = "note", %actor, %meeting, "done");
        }
        Ok(())
    }
}
