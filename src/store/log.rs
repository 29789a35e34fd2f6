//! The change log: every publication under a number of one gap-free order.
//! What a number stands for is read in `publications`.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::schema::{change_counter, changes};
use crate::domain::RevisionId;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SubjectKind {
    Group,
    Meeting,
}

impl SubjectKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Meeting => "meeting",
        }
    }
}

impl Store {
    /// The newest place of the log.
    pub fn seq(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            let seq: i32 = change_counter::table
                .select(change_counter::seq)
                .first(connection)?;
            Ok(i64::from(seq))
        })
    }

    /// Every number of the log in order, for checking that none is missing.
    pub fn change_numbers(&self) -> Result<Vec<i64>, StoreError> {
        self.read(|connection| {
            let numbers: Vec<i32> = changes::table
                .select(changes::seq)
                .order(changes::seq.asc())
                .load(connection)?;
            Ok(numbers.into_iter().map(i64::from).collect())
        })
    }
}

/// Takes the next number and writes the change under it, within the caller's transaction.
pub(super) fn append(
    connection: &mut AnyConnection,
    kind: SubjectKind,
    subject: &str,
    revision: Option<RevisionId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(change_counter::table)
        .set(change_counter::seq.eq(change_counter::seq + 1))
        .execute(connection)?;
    let seq: i32 = change_counter::table
        .select(change_counter::seq)
        .first(connection)?;
    let before: Option<(i32, NaiveDateTime)> = changes::table
        .filter(changes::subject_kind.eq(kind.as_str()))
        .filter(changes::subject.eq(subject))
        .order(changes::seq.desc())
        .select((changes::sequence, changes::first_at))
        .first(connection)
        .optional()?;
    let now = now.naive_utc();
    let (sequence, first_at) = before.map_or((0, now), |(sequence, first)| (sequence + 1, first));
    diesel::insert_into(changes::table)
        .values((
            changes::seq.eq(seq),
            changes::subject_kind.eq(kind.as_str()),
            changes::subject.eq(subject),
            changes::revision_id.eq(revision.map(|id| id.to_string())),
            changes::sequence.eq(sequence),
            changes::first_at.eq(first_at),
            changes::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}
