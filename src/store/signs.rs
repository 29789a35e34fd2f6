//! How what was sent was filled in, as far as its draft is still there to tell.

use super::error::StoreError;
use super::pool::Store;
use super::schema::drafts;
use crate::domain::{FilledIn, RevisionId};
use chrono::NaiveDateTime;
use diesel::prelude::*;

type Row = (
    NaiveDateTime,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<i32>,
);

impl Store {
    /// How a new meeting's form was filled in, by the revision that it became; `None` for a change of
    /// one that exists, and once the draft has gone.
    pub fn filled_in(&self, revision: RevisionId) -> Result<Option<FilledIn>, StoreError> {
        self.read(|connection| {
            let row: Option<Row> = drafts::table
                .filter(drafts::sent_revision.eq(revision.to_string()))
                .filter(drafts::meeting_id.is_null())
                .select((
                    drafts::created_at,
                    drafts::updated_at,
                    drafts::opened_at,
                    drafts::hidden_filled,
                ))
                .first(connection)
                .optional()?;
            Ok(row.map(|(begun, sent, opened, hidden)| FilledIn {
                took: sent - opened.unwrap_or(begun),
                hidden_filled: hidden == Some(1),
            }))
        })
    }
}
