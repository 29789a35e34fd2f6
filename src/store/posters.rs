//! Whose entries are whose, by the e-mail address that was given with them.

use super::columns::id;
use super::error::StoreError;
use super::lower::lower;
use super::revisions::Source;
use super::schema::revisions;
use super::transaction::Transaction;
use crate::domain::MeetingId;
use crate::domain::web_url::EmailAddress;
use diesel::prelude::*;

/// The most entries that are told of at once.
const MOST: usize = 20;

impl Transaction<'_> {
    /// The meetings that somebody at an address posted or changed by the form, those that were spoken of
    /// last first, at most twenty, each with its newest title. Capitals make no difference.
    pub fn meetings_of_poster(
        &mut self,
        address: &EmailAddress,
    ) -> Result<Vec<(MeetingId, String)>, StoreError> {
        let rows: Vec<(String, String)> = revisions::table
            .filter(lower(revisions::poster_email).eq(address.known_as()))
            .filter(revisions::source.eq(Source::Form.as_str()))
            .order((revisions::created_at.desc(), revisions::id.desc()))
            .select((revisions::meeting_id, revisions::title))
            .load(self.connection)?;
        let mut found: Vec<(MeetingId, String)> = Vec::new();
        for (meeting, title) in rows {
            let meeting = id("a revision", &meeting)?;
            if found.iter().all(|(known, _)| *known != meeting) {
                found.push((meeting, title));
            }
            if found.len() == MOST {
                break;
            }
        }
        Ok(found)
    }
}
