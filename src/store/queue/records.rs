//! What the queue says of an entry besides: whose it is, and how their earlier ones fared.

use crate::domain::{MeetingId, RevisionId, Verdict};
use crate::store::columns::id;
use crate::store::error::StoreError;
use crate::store::lower::lower;
use crate::store::pool::Store;
use crate::store::revisions::Source;
use crate::store::schema::{reviews, revisions, undos};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// How the earlier entries of an address fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// How many meetings were published.
    pub published: usize,
    /// How often something was rejected, as spam or otherwise.
    pub rejected: usize,
}

impl Store {
    /// What whoever posted a revision is called, and their address; `None` if there is no such revision.
    pub fn poster_of(&self, revision: RevisionId) -> Result<Option<(String, String)>, StoreError> {
        self.read(|connection| {
            Ok(revisions::table
                .find(revision.to_string())
                .select((revisions::poster_name, revisions::poster_email))
                .first(connection)
                .optional()?)
        })
    }

    /// The meeting of a revision, and the title in it; `None` if there is no such revision.
    pub fn titled(&self, revision: RevisionId) -> Result<Option<(MeetingId, String)>, StoreError> {
        self.read(|connection| {
            let row: Option<(String, String)> = revisions::table
                .find(revision.to_string())
                .select((revisions::meeting_id, revisions::title))
                .first(connection)
                .optional()?;
            row.map(|(meeting, title)| Ok((id("a revision", &meeting)?, title)))
                .transpose()
        })
    }

    /// How the earlier entries of these addresses fared, by the address in small letters; nothing of
    /// those on which nobody has ever decided anything.
    pub fn records<'a>(
        &self,
        addresses: impl Iterator<Item = &'a str>,
    ) -> Result<HashMap<String, Record>, StoreError> {
        let addresses: HashSet<String> = addresses.map(str::to_ascii_lowercase).collect();
        let addresses: Vec<String> = addresses.into_iter().collect();
        self.read(|connection| {
            let undone: Vec<Option<String>> =
                undos::table.select(undos::review_id).load(connection)?;
            let undone: HashSet<String> = undone.into_iter().flatten().collect();
            let mut records: HashMap<String, Record> = HashMap::new();
            let mut published = HashSet::new();
            // SQLite takes so many parameters at once.
            for some in addresses.chunks(500) {
                let rows: Vec<(String, String, String, String)> = reviews::table
                    .inner_join(revisions::table)
                    .filter(lower(revisions::poster_email).eq_any(some))
                    .filter(revisions::source.eq(Source::Form.as_str()))
                    .select((
                        revisions::poster_email,
                        revisions::meeting_id,
                        reviews::id,
                        reviews::verdict,
                    ))
                    .load(connection)?;
                let stand = rows.into_iter().filter(|row| !undone.contains(&row.2));
                for (address, meeting, _, verdict) in stand {
                    let address = address.to_ascii_lowercase();
                    let record = records.entry(address.clone()).or_default();
                    match Verdict::from_name(&verdict) {
                        Some(Verdict::Approved) if published.insert((address, meeting)) => {
                            record.published += 1;
                        }
                        Some(Verdict::Rejected) => record.rejected += 1,
                        _ => {}
                    }
                }
            }
            Ok(records)
        })
    }
}
