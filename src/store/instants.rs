//! With which instants each meeting was told, and telling it again when another zone database leads from
//! the same local times to others.

use super::columns::id;
use super::connection::AnyConnection;
use super::document::read_details;
use super::error::StoreError;
use super::heads::Head;
use super::log::{self, SubjectKind};
use super::pool::Store;
use super::schema::{changes, revisions};
use super::transaction::Transaction;
use crate::domain::{MeetingDetails, MeetingId, RevisionId, Times};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// The instants at which a meeting is held, as it was told last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// This digest of them.
    Digest(String),
    /// It was told before such digests were kept: the first and the last of them when it was sent.
    Extent(Option<(NaiveDateTime, NaiveDateTime)>),
}

/// The newest publication of a meeting, with what its revision had as its extent.
#[derive(Queryable)]
struct ToldRow {
    subject: String,
    instants: Option<String>,
    starts_at: Option<NaiveDateTime>,
    ends_at: Option<NaiveDateTime>,
}

impl Told {
    /// Whether a meeting is at the same instants by the zone database of today.
    pub fn holds(&self, details: &MeetingDetails) -> bool {
        match self {
            Self::Digest(told) => *told == digest(details),
            Self::Extent(told) => {
                let extent = details.timing.extent();
                *told == extent.map(|(start, end)| (start.naive_utc(), end.naive_utc()))
            }
        }
    }
}

impl Store {
    /// With which instants each meeting was told last that is public.
    pub fn told_instants(&self) -> Result<HashMap<MeetingId, Told>, StoreError> {
        let rows: Vec<ToldRow> = self.read(|connection| {
            Ok(changes::table
                .inner_join(revisions::table.on(changes::revision_id.eq(revisions::id.nullable())))
                .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
                .order(changes::seq.asc())
                .select((
                    changes::subject,
                    changes::instants,
                    revisions::starts_at,
                    revisions::ends_at,
                ))
                .load(connection)?)
        })?;
        rows.into_iter().map(ToldRow::read).collect()
    }
}

impl Transaction<'_> {
    /// Publishes what is public of a meeting once more, with the next number of its own, if it was told
    /// with other instants than it has by the zone database of today; `false` if it was not.
    pub fn tell_again(&mut self, head: &Head, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(revision) = head.published() else {
            return Ok(false);
        };
        let subject = head.id.to_string();
        let row: ToldRow = changes::table
            .inner_join(revisions::table.on(changes::revision_id.eq(revisions::id.nullable())))
            .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
            .filter(changes::subject.eq(&subject))
            .order(changes::seq.desc())
            .select((
                changes::subject,
                changes::instants,
                revisions::starts_at,
                revisions::ends_at,
            ))
            .first(self.connection)?;
        let (_, told) = row.read()?;
        if told.holds(&details(self.connection, revision)?) {
            return Ok(false);
        }
        let kind = SubjectKind::Meeting;
        log::append(self.connection, kind, &subject, Some(revision), now)?;
        Ok(true)
    }
}

impl ToldRow {
    fn read(self) -> Result<(MeetingId, Told), StoreError> {
        let told = match self.instants {
            Some(digest) => Told::Digest(digest),
            None => Told::Extent(self.starts_at.zip(self.ends_at)),
        };
        Ok((id("the change log", &self.subject)?, told))
    }
}

/// The digest of the instants at which a revision is held today; `None` if it cannot be read.
pub(super) fn of_revision(
    connection: &mut AnyConnection,
    revision: RevisionId,
) -> Result<Option<String>, StoreError> {
    match details(connection, revision) {
        Ok(details) => Ok(Some(digest(&details))),
        Err(error) if error.is_damage() => Ok(None),
        Err(error) => Err(error),
    }
}

fn details(
    connection: &mut AnyConnection,
    revision: RevisionId,
) -> Result<MeetingDetails, StoreError> {
    let text: String = revisions::table
        .find(revision.to_string())
        .select(revisions::details)
        .first(connection)?;
    read_details(revision, &text)
}

/// Of starts and ends to the minute, in the order of the meeting's times. Whole days are told as days,
/// whatever the clocks do.
fn digest(details: &MeetingDetails) -> String {
    let mut instants = String::new();
    for one in details.occurrences() {
        if let Times::Exact(times) = &one.times {
            let (start, end) = times.extent();
            let [start, end] = [start, end].map(|at| at.timestamp());
            writeln!(instants, "{} {start} {end}", one.key).expect("a String takes it");
        }
    }
    let digest = Sha256::digest(instants);
    digest
        .iter()
        .take(16)
        .fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a String takes it");
            text
        })
}
