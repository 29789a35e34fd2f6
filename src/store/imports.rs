//! Records of files, found again by where they came from.

use super::columns::optional_id;
use super::error::StoreError;
use super::schema::meetings;
use super::transaction::Transaction;
use crate::domain::MeetingId;
use diesel::prelude::*;

/// What came of writing something that may have been there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upsert {
    Added,
    Changed,
    Unchanged,
}

impl Transaction<'_> {
    /// Lets one importer in at a time, to the end of its transaction: two that look for the same
    /// record before either has written it would both add it. Whoever writes a list of groups or
    /// topics comes in here as well, before any other lock is taken.
    pub fn import_alone(&mut self) -> Result<(), StoreError> {
        Ok(self.connection.import_alone()?)
    }

    /// The meeting that a record of a file became.
    pub fn meeting_of_origin(&mut self, origin: &str) -> Result<Option<MeetingId>, StoreError> {
        let meeting: Option<String> = meetings::table
            .filter(meetings::origin.eq(origin))
            .select(meetings::id)
            .first(self.connection)
            .optional()?;
        optional_id("imported meeting", meeting.as_deref())
    }
}
