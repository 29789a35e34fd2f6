//! What lies under what waits: the changes on which nobody has decided either, and whether changes were
//! asked for before.

use crate::domain::Verdict;
use crate::store::columns::name;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::revisions::{Sender, Source};
use crate::store::schema::{meetings, people, retractions, reviews, revisions, undos};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A revision of a meeting of which something waits.
#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct EnvelopeRow {
    id: String,
    source: String,
    poster_name: String,
    base_revision: Option<String>,
}

/// All revisions of the meetings of which something waits.
pub(super) struct Under {
    /// By id.
    envelopes: HashMap<String, (EnvelopeRow, Option<String>)>,
    /// Those that were decided on or taken back.
    settled: HashSet<String>,
    /// The meetings of which changes were asked for, and nobody thought better of it.
    asked: HashSet<String>,
}

impl Under {
    pub(super) fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let rows: Vec<(EnvelopeRow, Option<String>)> = revisions::table
            .inner_join(meetings::table)
            .left_join(people::table)
            .filter(meetings::pending_revision.is_not_null())
            .select((EnvelopeRow::as_select(), people::name.nullable()))
            .load(connection)?;
        let taken_back: Vec<String> = retractions::table
            .inner_join(revisions::table.inner_join(meetings::table))
            .filter(meetings::pending_revision.is_not_null())
            .select(retractions::revision_id)
            .load(connection)?;
        let mut under = Self {
            envelopes: rows
                .into_iter()
                .map(|(row, person)| (row.id.clone(), (row, person)))
                .collect(),
            settled: taken_back.into_iter().collect(),
            asked: HashSet::new(),
        };
        under.add_reviews(connection)?;
        Ok(under)
    }

    fn add_reviews(&mut self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let undone: Vec<Option<String>> = undos::table
            .inner_join(meetings::table)
            .filter(meetings::pending_revision.is_not_null())
            .select(undos::review_id)
            .load(connection)?;
        let undone: HashSet<String> = undone.into_iter().flatten().collect();
        let decided: Vec<(String, String, String, String)> = reviews::table
            .inner_join(revisions::table.inner_join(meetings::table))
            .filter(meetings::pending_revision.is_not_null())
            .select((
                reviews::id,
                reviews::verdict,
                revisions::id,
                revisions::meeting_id,
            ))
            .load(connection)?;
        for (review, verdict, revision, meeting) in decided {
            self.settled.insert(revision);
            let asked = verdict == Verdict::ChangesRequested.as_str();
            if asked && !undone.contains(&review) {
                self.asked.insert(meeting);
            }
        }
        Ok(())
    }

    /// Who sent a revision that waits and those under it on which nobody has decided, oldest first;
    /// nobody if one of them cannot be read.
    pub(super) fn senders(&self, pending: &str) -> Vec<Sender> {
        let mut senders = Vec::new();
        let mut next = Some(pending);
        while let Some(revision) = next {
            let Some((row, person)) = self.envelopes.get(revision) else {
                return Vec::new();
            };
            let Ok(source) = name("a revision", &row.source, Source::from_name) else {
                return Vec::new();
            };
            senders.push(Sender::of(source, &row.poster_name, person.clone()));
            let base = row.base_revision.as_deref();
            next = base.filter(|base| !self.settled.contains(*base));
        }
        senders.reverse();
        senders
    }

    /// Whether changes of an earlier revision of a meeting were asked for.
    pub(super) fn was_asked(&self, meeting: &str) -> bool {
        self.asked.contains(meeting)
    }
}
