//! The way from the change log to the published calendar: what was published after some place.

use super::columns::{id, name, optional_id};
use super::connection::AnyConnection;
use super::document::read_details;
use super::error::StoreError;
use super::groups;
use super::history::{PublishedChange, history_of};
use super::log::SubjectKind;
use super::pool::Store;
use super::schema::{changes, meetings, revisions};
use super::topics;
use crate::domain::alteration::{begins_otherwise, former_date};
use crate::domain::{
    Alteration, Group, MeetingDetails, MeetingId, Reference, RevisionId, Times, Topic,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The approved revision of a meeting and its place in the log.
#[derive(Debug, Clone)]
pub struct PublishedRevision {
    /// The meeting, for life.
    pub id: MeetingId,
    /// What people call it when they ask.
    pub reference: Reference,
    /// The revision that was approved.
    pub revision: RevisionId,
    /// What it says.
    pub details: Arc<MeetingDetails>,
    /// How many published changes of this meeting came before this one: iCalendar's SEQUENCE
    /// (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// When the meeting was first published, UTC.
    pub created: DateTime<Utc>,
    /// When this revision was published, UTC.
    pub modified: DateTime<Utc>,
    /// The place of this publication in the log.
    pub seq: i64,
    /// What changed since it was first published, newest first.
    pub history: Vec<PublishedChange>,
}

impl PublishedRevision {
    /// Everything that changed, newest first.
    pub fn alterations(&self) -> impl Iterator<Item = &Alteration> {
        self.history.iter().flat_map(|change| &change.what)
    }

    /// The date that readers were told last before this revision, if they were told another.
    pub fn former_date(&self) -> Option<&Times> {
        former_date(&self.details.timing, self.alterations())
    }

    /// The times of a date of a series that readers were told last before `present`, if it was moved for
    /// itself. A date that was elsewhere than its rule puts it from the first is not rescheduled.
    pub fn former_times(&self, date: NaiveDate, present: &Times) -> Option<&Times> {
        let moved = self.history.iter();
        moved
            .filter_map(|change| change.moved.get(&date))
            .find(|told| begins_otherwise(told, present))
    }

    /// When a meeting that has a date was to be before it was rescheduled.
    pub fn moved_from(&self) -> Option<&Times> {
        self.former_date()
            .filter(|_| self.details.timing.has_date())
    }
}

/// The groups, if any of them changed.
pub type PublishedGroups = Option<Vec<Group>>;

/// The topics, if any of them changed.
pub type PublishedTopics = Option<Vec<Topic>>;

/// What happened in the log after some place of it.
#[derive(Debug)]
pub struct Publication {
    /// The newest place.
    pub seq: i64,
    /// When the newest change was made; `None` if there is none.
    pub modified: Option<DateTime<Utc>>,
    pub groups: PublishedGroups,
    pub topics: PublishedTopics,
    /// Meetings that were taken off.
    pub withdrawn: Vec<MeetingId>,
    pub meetings: Vec<PublishedRevision>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = changes)]
struct ChangeRow {
    seq: i32,
    subject_kind: String,
    subject: String,
    revision_id: Option<String>,
    sequence: i32,
    first_at: NaiveDateTime,
    created_at: NaiveDateTime,
}

/// What a published revision says.
#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct TextRow {
    #[diesel(select_expression = meetings::reference)]
    reference: String,
    details: String,
}

impl Store {
    /// Everything that was published after a place of the log; from 0, the whole calendar. Log and
    /// texts are read at one moment, or a text could be newer than its place in the log.
    pub fn published_since(&self, since: i64) -> Result<Publication, StoreError> {
        self.read_at_once(|connection| {
            let since = i32::try_from(since).unwrap_or(i32::MAX);
            let rows: Vec<ChangeRow> = changes::table
                .filter(changes::seq.gt(since))
                .order(changes::seq.asc())
                .select(ChangeRow::as_select())
                .load(connection)?;
            let seq = rows.last().map_or(since, |row| row.seq);
            let modified = rows.last().map(|row| row.created_at.and_utc());
            let changed = BySubject::of(rows)?;
            let groups = match changed.groups {
                true => Some(readable_ones(groups::each(connection)?)),
                false => None,
            };
            let topics = match changed.topics {
                true => Some(readable_ones(topics::each(connection)?)),
                false => None,
            };
            let newest: HashMap<String, ChangeRow> = changed
                .meetings
                .into_iter()
                .map(|row| (row.subject.clone(), row))
                .collect();
            let withdrawn = newest
                .values()
                .filter(|change| change.revision_id.is_none())
                .filter_map(|change| readable(id(&change.name(), &change.subject)))
                .collect();
            let meetings = match since {
                0 => all_meetings(connection, newest)?,
                _ => some_meetings(connection, newest)?,
            };
            Ok(Publication {
                seq: i64::from(seq),
                modified,
                groups,
                topics,
                withdrawn,
                meetings,
            })
        })
    }
}

/// Changes by what they are about.
#[derive(Default)]
struct BySubject {
    /// Whether any group changed.
    groups: bool,
    /// Whether any topic changed.
    topics: bool,
    /// Every change of a meeting, in the order of the log.
    meetings: Vec<ChangeRow>,
}

impl BySubject {
    fn of(rows: Vec<ChangeRow>) -> Result<Self, StoreError> {
        let mut changed = Self::default();
        for row in rows {
            match name(&row.name(), &row.subject_kind, SubjectKind::from_name)? {
                SubjectKind::Group => changed.groups = true,
                SubjectKind::Topic => changed.topics = true,
                SubjectKind::Meeting => changed.meetings.push(row),
            }
        }
        Ok(changed)
    }
}

/// One query for all of them, for the start, and one for each that was changed since.
fn all_meetings(
    connection: &mut AnyConnection,
    mut newest: HashMap<String, ChangeRow>,
) -> Result<Vec<PublishedRevision>, StoreError> {
    let rows: Vec<(String, TextRow)> = meetings::table
        .inner_join(revisions::table.on(meetings::published_revision.eq(revisions::id.nullable())))
        .select((meetings::id, TextRow::as_select()))
        .load(connection)?;
    let mut found = Vec::with_capacity(rows.len());
    for (id, text) in rows {
        let Some(change) = newest.remove(&id) else {
            continue;
        };
        let history = history(connection, &change)?;
        found.extend(readable(published(change, text, history)));
    }
    Ok(found)
}

/// One query for each, for the few that a review changed.
fn some_meetings(
    connection: &mut AnyConnection,
    newest: HashMap<String, ChangeRow>,
) -> Result<Vec<PublishedRevision>, StoreError> {
    let mut found = Vec::with_capacity(newest.len());
    for change in newest.into_values() {
        let Some(revision) = change.revision_id.clone() else {
            continue;
        };
        let text: TextRow = revisions::table
            .inner_join(meetings::table)
            .filter(revisions::id.eq(revision))
            .select(TextRow::as_select())
            .first(connection)?;
        let history = history(connection, &change)?;
        found.extend(readable(published(change, text, history)));
    }
    Ok(found)
}

/// A meeting that was published once has none, and nothing is asked for it.
fn history(
    connection: &mut AnyConnection,
    change: &ChangeRow,
) -> Result<Vec<PublishedChange>, StoreError> {
    match change.sequence {
        0 => Ok(Vec::new()),
        _ => history_of(connection, &change.subject),
    }
}

fn readable_ones<T>(rows: Vec<groups::Read<T>>) -> Vec<T> {
    rows.into_iter()
        .filter_map(|(_, outcome)| readable(outcome))
        .collect()
}

/// One meeting that cannot be read must not take the calendar away from everybody else.
fn readable<T>(outcome: Result<T, StoreError>) -> Option<T> {
    outcome
        .inspect_err(|error| tracing::error!(%error, "a published meeting is left out"))
        .ok()
}

fn published(
    change: ChangeRow,
    text: TextRow,
    history: Vec<PublishedChange>,
) -> Result<PublishedRevision, StoreError> {
    let what = change.name();
    let missing = || StoreError::damaged(&what, "it names no revision");
    let revision = optional_id(&what, change.revision_id.as_deref())?;
    let revision: RevisionId = revision.ok_or_else(missing)?;
    Ok(PublishedRevision {
        id: id(&what, &change.subject)?,
        reference: Reference::from_stored(text.reference),
        revision,
        details: Arc::new(read_details(revision, &text.details)?),
        sequence: change.sequence.unsigned_abs(),
        created: change.first_at.and_utc(),
        modified: change.created_at.and_utc(),
        seq: i64::from(change.seq),
        history,
    })
}

impl ChangeRow {
    fn name(&self) -> String {
        format!("change {}", self.seq)
    }
}
