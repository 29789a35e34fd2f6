//! What reviewers tell each other about a meeting. Appended, never rewritten, and shown at the desk alone.

use super::columns::id;
use super::error::StoreError;
use super::heads::Head;
use super::pool::Store;
use super::schema::{people, review_notes};
use super::transaction::Transaction;
use crate::domain::text::Note;
use crate::domain::{MeetingId, NoteId, PersonId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What one reviewer told the others about a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewNote {
    /// What its author is called now.
    pub author: String,
    /// When it was written, UTC.
    pub written: DateTime<Utc>,
    pub text: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = review_notes)]
struct NoteRow {
    note: String,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = review_notes)]
struct NewNoteRow<'a> {
    id: String,
    meeting_id: String,
    written_by: String,
    note: &'a str,
    created_at: NaiveDateTime,
}

impl Store {
    /// The notes on a meeting, oldest first.
    pub fn review_notes(&self, meeting: MeetingId) -> Result<Vec<ReviewNote>, StoreError> {
        self.read(|connection| {
            let rows: Vec<(NoteRow, String)> = review_notes::table
                .inner_join(people::table)
                .filter(review_notes::meeting_id.eq(meeting.to_string()))
                .order((review_notes::created_at.asc(), review_notes::id.asc()))
                .select((NoteRow::as_select(), people::name))
                .load(connection)?;
            let note = |(row, author): (NoteRow, String)| ReviewNote {
                author,
                written: row.created_at.and_utc(),
                text: row.note,
            };
            Ok(rows.into_iter().map(note).collect())
        })
    }
}

impl Transaction<'_> {
    /// Appends a note on a meeting that is locked; `false` if its author wrote the same last, as with a
    /// button that was pressed twice.
    pub fn add_review_note(
        &mut self,
        head: &Head,
        author: PersonId,
        note: &Note,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        if self.last_note(head)? == Some((author, note.as_str().to_owned())) {
            return Ok(false);
        }
        let row = NewNoteRow {
            id: NoteId::new().to_string(),
            meeting_id: head.id.to_string(),
            written_by: author.to_string(),
            note: note.as_str(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(review_notes::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    fn last_note(&mut self, head: &Head) -> Result<Option<(PersonId, String)>, StoreError> {
        let last: Option<(String, String)> = review_notes::table
            .filter(review_notes::meeting_id.eq(head.id.to_string()))
            .order((review_notes::created_at.desc(), review_notes::id.desc()))
            .select((review_notes::written_by, review_notes::note))
            .first(self.connection)
            .optional()?;
        last.map(|(author, note)| Ok((id("a note", &author)?, note)))
            .transpose()
    }
}
