//! What was rejected as spam: gone altogether if it was never published, but for the line that says that
//! it was there.

use crate::domain::Poster;
use crate::domain::web_url::EmailAddress;
use crate::store::error::StoreError;
use crate::store::transaction::Transaction;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

/// What refers to a meeting, its revisions or its reviews, in the order in which it can go.
const THEIRS: [&str; 7] = [
    "outbox WHERE meeting_id = $1",
    "drafts WHERE meeting_id = $1 OR sent_revision IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "edit_keys WHERE meeting_id = $1",
    "undos WHERE meeting_id = $1",
    "reviews WHERE revision_id IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "retractions WHERE revision_id IN (SELECT id FROM revisions WHERE meeting_id = $1)",
    "revisions WHERE meeting_id = $1",
];

/// What refers to them as well, but never to what was never published.
#[cfg(test)]
const OF_PUBLISHED: [&str; 2] = ["withdrawals", "at_once"];

/// Meetings of which nothing is public, was public or waits, and of which the last that was sent was
/// rejected as spam before a moment.
const MARKED: &str = "SELECT id FROM meetings WHERE published_revision IS NULL AND pending_revision IS NULL \
     AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = meetings.id) \
     AND EXISTS (SELECT 1 FROM revisions JOIN reviews ON reviews.revision_id = revisions.id \
     WHERE revisions.meeting_id = meetings.id AND spam = 1 AND reviews.created_at < $1 \
     AND number = (SELECT max(number) FROM revisions AS newest WHERE newest.meeting_id = meetings.id))";

#[derive(QueryableByName)]
struct Meeting {
    #[diesel(sql_type = Text)]
    id: String,
}

impl Transaction<'_> {
    /// Removes what was rejected as spam before then and never published; of what is about a meeting
    /// that was, takes away whose it is. Returns how many meetings went.
    pub(super) fn remove_spam(
        &mut self,
        before: NaiveDateTime,
        now: NaiveDateTime,
    ) -> Result<usize, StoreError> {
        let marked: Vec<Meeting> = diesel::sql_query(MARKED)
            .bind::<Timestamp, _>(before)
            .load(self.connection)?;
        let mut removed = 0;
        for Meeting { id } in marked {
            self.connection.lock_meeting(&id)?;
            if self.is_marked(&id, before)? {
                self.remove_meeting(&id, now)?;
                removed += 1;
            }
        }
        self.forget_spammers(before)?;
        Ok(removed)
    }

    /// Whether that still holds of one which is locked.
    fn is_marked(&mut self, meeting: &str, before: NaiveDateTime) -> Result<bool, StoreError> {
        let still: Vec<Meeting> = diesel::sql_query(format!("{MARKED} AND id = $2"))
            .bind::<Timestamp, _>(before)
            .bind::<Text, _>(meeting)
            .load(self.connection)?;
        Ok(!still.is_empty())
    }

    /// What remains is that it was there, under which reference, and when it went.
    fn remove_meeting(&mut self, meeting: &str, now: NaiveDateTime) -> Result<(), StoreError> {
        let noted = "INSERT INTO removals (meeting_id, reference, created_at) \
                     SELECT id, reference, $2 FROM meetings WHERE id = $1";
        diesel::sql_query(noted)
            .bind::<Text, _>(meeting)
            .bind::<Timestamp, _>(now)
            .execute(self.connection)?;
        for theirs in THEIRS.into_iter().chain(["meetings WHERE id = $1"]) {
            diesel::sql_query(format!("DELETE FROM {theirs}"))
                .bind::<Text, _>(meeting)
                .execute(self.connection)?;
        }
        Ok(())
    }

    fn forget_spammers(&mut self, before: NaiveDateTime) -> Result<(), StoreError> {
        let forgotten = format!(
            "UPDATE revisions SET poster_name = '{}', poster_email = '{address}' \
             WHERE poster_email <> '{address}' AND id IN \
             (SELECT revision_id FROM reviews WHERE spam = 1 AND created_at < $1)",
            Poster::ERASED,
            address = EmailAddress::ERASED
        );
        diesel::sql_query(forgotten)
            .bind::<Timestamp, _>(before)
            .execute(self.connection)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// Whoever adds a table that refers to a meeting is led here: its rows go with what was spam.
    #[test]
    fn everything_that_refers_to_a_meeting_goes_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("calendar.sqlite").display().to_string();
        let store = Store::open(&file).expect("a store");
        let referring = "SELECT DISTINCT m.name AS id FROM sqlite_master AS m \
             JOIN pragma_foreign_key_list(m.name) AS f \
             WHERE m.type = 'table' AND f.\"table\" IN ('meetings', 'revisions', 'reviews')";
        let tables: Result<Vec<Meeting>, StoreError> =
            store.read(|connection| Ok(diesel::sql_query(referring).load(connection)?));
        let tables = tables.expect("an answer");
        assert!(tables.len() > 5);
        for Meeting { id: table } in tables {
            let is_known = THEIRS
                .iter()
                .any(|one| one.starts_with(&format!("{table} ")));
            assert!(
                is_known || OF_PUBLISHED.contains(&table.as_str()),
                "{table}"
            );
        }
    }
}
