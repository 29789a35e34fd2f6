//! The change log: every publication under a number of one gap-free order.
//! What a number stands for is read in `publications`.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::instants;
use super::notices;
use super::pool::Store;
use super::schema::{change_counter, changes};
use crate::domain::RevisionId;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SubjectKind {
    Group,
    Topic,
    Meeting,
}

impl SubjectKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Topic => "topic",
            Self::Meeting => "meeting",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Group, Self::Topic, Self::Meeting]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = changes)]
struct LastRow {
    sequence: i32,
    first_at: NaiveDateTime,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = changes)]
#[diesel(treat_none_as_default_value = false)]
struct NewChangeRow<'a> {
    seq: i32,
    subject_kind: &'a str,
    subject: &'a str,
    revision_id: Option<String>,
    sequence: i32,
    first_at: NaiveDateTime,
    created_at: NaiveDateTime,
    instants: Option<String>,
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

/// Takes the next number and writes the change under it, within the caller's transaction; other
/// instances are told when that is committed. The time of a change is never before that of the one
/// before it of the same subject.
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
    let before: Option<LastRow> = changes::table
        .filter(changes::subject_kind.eq(kind.as_str()))
        .filter(changes::subject.eq(subject))
        .order(changes::seq.desc())
        .select(LastRow::as_select())
        .first(connection)
        .optional()?;
    let instants = match (kind, revision) {
        (SubjectKind::Meeting, Some(revision)) => instants::of_revision(connection, revision)?,
        _ => None,
    };
    // A clock that went back must not take back what subscribers know as the last change.
    let now = before
        .as_ref()
        .map_or(now.naive_utc(), |last| last.created_at.max(now.naive_utc()));
    let row = NewChangeRow {
        seq,
        subject_kind: kind.as_str(),
        subject,
        revision_id: revision.map(|id| id.to_string()),
        sequence: before.as_ref().map_or(0, |last| last.sequence + 1),
        first_at: before.map_or(now, |last| last.first_at),
        created_at: now,
        instants,
    };
    diesel::insert_into(changes::table)
        .values(row)
        .execute(connection)?;
    Ok(notices::announce(connection)?)
}
