//! The way from the change log to the published calendar: what was published after some place.

use super::before::Before;
use super::columns::{id, name};
use super::connection::AnyConnection;
use super::document::read_details;
use super::error::StoreError;
use super::follow::{self, LogPlace};
use super::history::{PublishedChange, history_of};
use super::left_out::{LeftOut, Subject};
use super::listed::{Read, each};
use super::log::SubjectKind;
use super::pool::Store;
use super::schema::{changes, meetings, revisions};
use super::stamp::{NameStamps, Stamp};
use crate::domain::alteration::{begins_otherwise, former_date};
use crate::domain::{
    Alteration, Group, MeetingDetails, MeetingId, Reference, RevisionId, Slug, Times, Topic,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};
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
    /// What it says; in the change log with the names that groups and topics had when it was sent, in
    /// the calendar with those that they have today.
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
    /// What readers may still have of it from before.
    pub before: Before,
}

impl PublishedRevision {
    /// Everything that changed, newest first.
    pub fn alterations(&self) -> impl Iterator<Item = &Alteration> {
        self.history.iter().flat_map(|change| &change.what)
    }

    /// The date that readers were told last before this revision, if they were told another.
    pub fn former_date(&self) -> Option<&Times> {
        let told = former_date(&self.details.timing, self.alterations());
        told.or(self.before.told_last.as_ref())
    }

    /// The times of a date of a series that readers were told last before `present`, if it was moved for
    /// itself. A date that was elsewhere than its rule puts it from the first is not rescheduled.
    pub fn former_times(&self, date: NaiveDate, present: &Times) -> Option<&Times> {
        let moved = self.history.iter();
        moved
            .filter_map(|change| change.moved.get(&date))
            .find(|told| begins_otherwise(told, present))
    }

    /// The time of a part or slot that readers were told last before `present`, if it was moved.
    pub fn former_sitting(&self, present: &Times) -> Option<&Times> {
        let start = present.exact()?.start_utc();
        let mut history = self.history.iter();
        history.find_map(|change| change.sittings.get(&start))
    }

    /// When a meeting that has a date was to be before it was rescheduled.
    pub fn moved_from(&self) -> Option<&Times> {
        self.former_date()
            .filter(|_| self.details.timing.has_date())
    }
}

/// The groups, if any of them changed; signposts as well.
pub type PublishedGroups = Option<Vec<Group>>;

/// The topics, if any of them changed; signposts as well.
pub type PublishedTopics = Option<Vec<Topic>>;

/// How long what was taken off is still known, so that whoever has a copy of it can be told: for 30 days
/// that it is cancelled, and for as long again, to whoever asks what changed meanwhile, that it is gone.
pub const TOLD_OFF: TimeDelta = TimeDelta::days(62);

/// A meeting that was public and is so no more.
#[derive(Debug, Clone)]
pub struct TakenOff {
    /// The meeting.
    pub id: MeetingId,
    /// The change that took it off.
    pub stamp: Stamp,
    /// That of the change: above that of all publications before it.
    pub sequence: u32,
    /// What was public of it last; `None` if that is longer ago than [`TOLD_OFF`] before the newest
    /// change of the log, or cannot be read.
    pub last: Option<PublishedRevision>,
}

/// What happened in the log after some place of it.
#[derive(Debug)]
pub struct Publication {
    /// The newest place.
    pub end: LogPlace,
    /// The latest time of a change, UTC; `None` if there is no change.
    pub modified: Option<DateTime<Utc>>,
    pub groups: PublishedGroups,
    pub topics: PublishedTopics,
    /// The newest change of each group and of each topic that changed.
    pub names: NameStamps,
    /// Meetings that were taken off.
    pub withdrawn: Vec<TakenOff>,
    pub meetings: Vec<PublishedRevision>,
    /// What cannot be read.
    pub left_out: Vec<LeftOut>,
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
    id: String,
    details: String,
}

impl Store {
    /// Everything that was published after a number of the log; from 0, the whole calendar.
    pub fn published_since(&self, since: i64) -> Result<Publication, StoreError> {
        self.read_at_once(|connection| published_since(connection, since))
    }
}

/// Everything that was published after a number of the log. Log and texts have to be read at one
/// moment, or a text could be newer than its place in the log.
pub(super) fn published_since(
    connection: &mut AnyConnection,
    since: i64,
) -> Result<Publication, StoreError> {
    let after = i32::try_from(since).unwrap_or(i32::MAX);
    let rows: Vec<ChangeRow> = changes::table
        .filter(changes::seq.gt(after))
        .order(changes::seq.asc())
        .select(ChangeRow::as_select())
        .load(connection)?;
    let mut publication = Publication {
        modified: rows.iter().map(|row| row.created_at.and_utc()).max(),
        ..Publication::nothing_up_to(follow::end(connection)?)
    };
    let changed = BySubject::of(rows, &mut publication);
    publication.names = changed.names.clone();
    if !changed.names.groups.is_empty() {
        let groups = each(connection)?;
        publication.groups = Some(publication.readable(groups, Subject::Group));
    }
    if !changed.names.topics.is_empty() {
        let topics = each(connection)?;
        publication.topics = Some(publication.readable(topics, Subject::Topic));
    }
    let (withdrawn, newest) = changed.newest_of_meetings();
    for change in withdrawn {
        match id(&change.name(), &change.subject) {
            Ok(meeting) => publication.take_off(connection, meeting, &change)?,
            Err(error) => publication.leave_out(connection, &change, &error)?,
        }
    }
    match since {
        0 => publication.take_all(connection, newest)?,
        _ => publication.take_some(connection, newest)?,
    }
    Ok(publication)
}

/// Changes by what they are about.
#[derive(Default)]
struct BySubject {
    /// The newest change of each group and of each topic.
    names: NameStamps,
    /// Every change of a meeting, in the order of the log.
    meetings: Vec<ChangeRow>,
}

impl BySubject {
    /// A newer version may have logged what this one does not know.
    fn of(rows: Vec<ChangeRow>, publication: &mut Publication) -> Self {
        let mut changed = Self::default();
        for row in rows {
            match name(&row.name(), &row.subject_kind, SubjectKind::from_name) {
                Ok(SubjectKind::Group) => row.put(&mut changed.names.groups),
                Ok(SubjectKind::Topic) => row.put(&mut changed.names.topics),
                Ok(SubjectKind::Meeting) => changed.meetings.push(row),
                Err(error) => {
                    let subject = Subject::Change(row.seq.into());
                    publication.left_out.push(LeftOut::new(subject, &error));
                }
            }
        }
        changed
    }

    /// The newest change of each meeting: of those that were taken off, and of the others by the
    /// meeting.
    fn newest_of_meetings(self) -> (Vec<ChangeRow>, HashMap<String, ChangeRow>) {
        let rows = self.meetings.into_iter();
        let newest: HashMap<String, ChangeRow> =
            rows.map(|row| (row.subject.clone(), row)).collect();
        let (published, withdrawn): (HashMap<_, _>, HashMap<_, _>) = newest
            .into_iter()
            .partition(|(_, change)| change.revision_id.is_some());
        (withdrawn.into_values().collect(), published)
    }
}

impl Publication {
    /// That nothing happened up to a place.
    pub fn nothing_up_to(end: LogPlace) -> Self {
        Self {
            end,
            modified: None,
            groups: None,
            topics: None,
            names: NameStamps::default(),
            withdrawn: Vec::new(),
            meetings: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Whether it has news of something that was left out before.
    pub fn is_about(&self, earlier: &LeftOut) -> bool {
        match &earlier.subject {
            Subject::Group(_) => self.groups.is_some(),
            Subject::Topic(_) => self.topics.is_some(),
            Subject::Meeting { id, .. } => {
                let mut left_out = self.left_out.iter();
                self.withdrawn.iter().any(|off| off.id == *id)
                    || self.meetings.iter().any(|meeting| meeting.id == *id)
                    || left_out.any(|one| one.subject == earlier.subject)
            }
            Subject::Change(_) => false,
        }
    }

    /// What can be read of what stands under names; the others are left out.
    fn readable<T>(&mut self, rows: Vec<Read<T>>, subject: fn(String) -> Subject) -> Vec<T> {
        let mut readable = Vec::with_capacity(rows.len());
        for (name, outcome) in rows {
            match outcome {
                Ok(one) => readable.push(one),
                Err(error) => self.left_out.push(LeftOut::new(subject(name), &error)),
            }
        }
        readable
    }

    /// One query for all texts, for the start. `newest` has the newest change of each meeting.
    fn take_all(
        &mut self,
        connection: &mut AnyConnection,
        mut newest: HashMap<String, ChangeRow>,
    ) -> Result<(), StoreError> {
        let rows: Vec<(String, TextRow)> = meetings::table
            .inner_join(
                revisions::table.on(meetings::published_revision.eq(revisions::id.nullable())),
            )
            .select((meetings::id, TextRow::as_select()))
            .load(connection)?;
        for (meeting, text) in rows {
            let is_it = |change: &ChangeRow| change.revision_id.as_ref() == Some(&text.id);
            if newest.get(&meeting).is_some_and(is_it)
                && let Some(change) = newest.remove(&meeting)
            {
                self.take(connection, &change, text)?;
            }
        }
        // Of what the heads say otherwise than the log, the log is right.
        self.take_some(connection, newest)
    }

    /// One query for each, for the few that a review changed.
    fn take_some(
        &mut self,
        connection: &mut AnyConnection,
        newest: HashMap<String, ChangeRow>,
    ) -> Result<(), StoreError> {
        for change in newest.into_values() {
            let text: Option<TextRow> = revisions::table
                .inner_join(meetings::table)
                .filter(revisions::id.nullable().eq(&change.revision_id))
                .select(TextRow::as_select())
                .first(connection)
                .optional()?;
            match text {
                Some(text) => self.take(connection, &change, text)?,
                None => {
                    let error = StoreError::damaged(change.name(), "its revision is missing");
                    self.leave_out(connection, &change, &error)?;
                }
            }
        }
        Ok(())
    }

    fn take_off(
        &mut self,
        connection: &mut AnyConnection,
        meeting: MeetingId,
        change: &ChangeRow,
    ) -> Result<(), StoreError> {
        let newest = self.modified.unwrap_or_default();
        let last = match newest - change.created_at.and_utc() <= TOLD_OFF {
            true => last_public(connection, change, newest)?,
            false => None,
        };
        self.withdrawn.push(TakenOff {
            id: meeting,
            stamp: change.stamp(),
            sequence: change.sequence.unsigned_abs(),
            last,
        });
        Ok(())
    }

    fn take(
        &mut self,
        connection: &mut AnyConnection,
        change: &ChangeRow,
        text: TextRow,
    ) -> Result<(), StoreError> {
        let history = history(connection, change, self.modified.unwrap_or_default())?;
        match published(change, text, history) {
            Ok(revision) => self.meetings.push(revision),
            Err(error) => self.leave_out(connection, change, &error)?,
        }
        Ok(())
    }

    fn leave_out(
        &mut self,
        connection: &mut AnyConnection,
        change: &ChangeRow,
        error: &StoreError,
    ) -> Result<(), StoreError> {
        let reference: Option<String> = meetings::table
            .find(&change.subject)
            .select(meetings::reference)
            .first(connection)
            .optional()?;
        let subject = match (MeetingId::parse(&change.subject), reference) {
            (Some(id), Some(reference)) => Subject::Meeting {
                id,
                reference: Reference::from_stored(reference),
            },
            _ => Subject::Change(change.seq.into()),
        };
        self.left_out.push(LeftOut::new(subject, error));
        Ok(())
    }
}

/// What was public of a meeting before a change took it off; `None` if it cannot be read.
fn last_public(
    connection: &mut AnyConnection,
    off: &ChangeRow,
    newest: DateTime<Utc>,
) -> Result<Option<PublishedRevision>, StoreError> {
    let before: Option<(ChangeRow, TextRow)> = changes::table
        .inner_join(
            revisions::table
                .inner_join(meetings::table)
                .on(changes::revision_id.eq(revisions::id.nullable())),
        )
        .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
        .filter(changes::subject.eq(&off.subject))
        .filter(changes::seq.lt(off.seq))
        .order(changes::seq.desc())
        .select((ChangeRow::as_select(), TextRow::as_select()))
        .first(connection)
        .optional()?;
    let Some((change, text)) = before else {
        return Ok(None);
    };
    let (_, before) = history(connection, &change, newest)?;
    Ok(published(&change, text, (Vec::new(), before))
        .inspect_err(|error| tracing::error!(%error, "nobody is told that it was taken off"))
        .ok())
}

/// A meeting that was published once has none, and nothing is asked for it.
fn history(
    connection: &mut AnyConnection,
    change: &ChangeRow,
    newest: DateTime<Utc>,
) -> Result<(Vec<PublishedChange>, Before), StoreError> {
    match change.sequence {
        0 => Ok(Default::default()),
        _ => history_of(connection, &change.subject, newest),
    }
}

fn published(
    change: &ChangeRow,
    text: TextRow,
    (history, before): (Vec<PublishedChange>, Before),
) -> Result<PublishedRevision, StoreError> {
    let what = change.name();
    let revision: RevisionId = id(&what, &text.id)?;
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
        before,
    })
}

impl ChangeRow {
    fn stamp(&self) -> Stamp {
        Stamp {
            seq: i64::from(self.seq),
            at: self.created_at.and_utc(),
        }
    }

    /// Puts it under the slug that it is about; rows come in the order of the log.
    fn put(&self, stamps: &mut BTreeMap<Slug, Stamp>) {
        if let Ok(slug) = Slug::parse(&self.subject) {
            stamps.insert(slug, self.stamp());
        }
    }

    fn name(&self) -> String {
        format!("change {}", self.seq)
    }
}
