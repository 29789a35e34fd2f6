//! What waits for whoever posted it: changes were asked for, and nothing came since.

use super::{HeadRow, QueueEntry, RevisionRow, entry};
use crate::domain::Verdict;
use crate::store::connection::AnyConnection;
use crate::store::error::{StoreError, readable};
use crate::store::known::known_formerly;
use crate::store::pool::Store;
use crate::store::revisions::Sender;
use crate::store::schema::{meetings, people, reviews, revisions, undos};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// That changes were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who asked, by name.
    pub by: String,
    /// When, UTC.
    pub at: DateTime<Utc>,
}

type AskedRow = (HeadRow, RevisionRow, i32, String, String, NaiveDateTime);

impl Store {
    /// The entries of which changes were asked for and nothing came since, those asked first coming
    /// first; nothing of what cannot be read.
    pub fn waiting_for_posters(&self) -> Result<Vec<QueueEntry>, StoreError> {
        self.read_at_once(|connection| {
            let rows: Vec<AskedRow> = reviews::table
                .inner_join(people::table)
                .inner_join(revisions::table.inner_join(meetings::table))
                .filter(reviews::verdict.eq(Verdict::ChangesRequested.as_str()))
                .filter(meetings::pending_revision.is_null())
                .order((reviews::created_at.asc(), reviews::id.asc()))
                .select((
                    HeadRow::as_select(),
                    RevisionRow::as_select(),
                    revisions::number,
                    reviews::id,
                    people::name,
                    reviews::created_at,
                ))
                .load(connection)?;
            let meetings: Vec<String> = rows.iter().map(|(head, ..)| head.id.clone()).collect();
            let newest = newest(connection, &meetings)?;
            let undone: Vec<Option<String>> =
                undos::table.select(undos::review_id).load(connection)?;
            let undone: HashSet<String> = undone.into_iter().flatten().collect();
            let known = known_formerly(connection)?;
            let mut entries = Vec::new();
            for (head, revision, number, review, by, at) in rows {
                if newest.get(&head.id) != Some(&number) || undone.contains(&review) {
                    continue;
                }
                let sender = Sender::Poster(revision.poster_name.clone());
                let asked = Asked {
                    by,
                    at: at.and_utc(),
                };
                let entry = entry((head, revision), vec![sender], &known).map(|entry| QueueEntry {
                    asked: Some(asked),
                    ..entry
                });
                entries.extend(readable(entry)?);
            }
            Ok(entries)
        })
    }
}

/// The number of the newest revision of each of these meetings.
fn newest(
    connection: &mut AnyConnection,
    meetings: &[String],
) -> Result<HashMap<String, i32>, StoreError> {
    let mut newest = HashMap::new();
    // SQLite takes so many parameters at once.
    for some in meetings.chunks(500) {
        let rows: Vec<(String, i32)> = revisions::table
            .filter(revisions::meeting_id.eq_any(some))
            .select((revisions::meeting_id, revisions::number))
            .load(connection)?;
        for (meeting, number) in rows {
            let known = newest.entry(meeting).or_insert(number);
            *known = number.max(*known);
        }
    }
    Ok(newest)
}
