//! Where meetings stand: what is public, what waits, what was decided.

use super::columns::{id, optional_id};
use super::connection::AnyConnection;
use super::error::{StoreError, readable};
use super::heads::{Head, read_head};
use super::pool::Store;
use super::retractions::retractions_of_meeting;
use super::reviews::{Review, reviews_of_meeting};
use super::revisions::{Revision, named_revision};
use super::schema::{meetings, revisions};
use super::transaction::Transaction;
use super::undos;
use super::waiting::{self, WaitingChange};
use super::withdrawals::{self, Withdrawal};
use crate::domain::{MeetingId, Reference, RevisionId, Verdict};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Where a meeting stands.
#[derive(Debug, Clone)]
pub struct MeetingState {
    pub id: MeetingId,
    pub reference: Reference,
    pub published: Option<Revision>,
    pub pending: Option<Revision>,
    /// Every change that waits, oldest first: the pending one is the last and holds the others.
    pub waiting: Vec<WaitingChange>,
    /// The revision that was sent last, whatever became of it, as long as it can be read.
    pub newest: Option<Revision>,
    /// Why it was taken off the calendar, while it is off.
    pub withdrawn: Option<Withdrawal>,
    /// Every revision, newest first.
    pub history: Vec<HistoryEntry>,
}

impl MeetingState {
    /// What a change starts from: what waits, so that nothing of it is lost; else what was sent last,
    /// or what is public if the desk did not want the other or its poster took it back.
    pub fn base(&self) -> Option<&Revision> {
        if self.pending.is_some() {
            return self.pending.as_ref();
        }
        let is_unwanted = self.history.first().is_some_and(HistoryEntry::is_unwanted);
        match &self.published {
            Some(published) if is_unwanted => Some(published),
            _ => self.newest.as_ref(),
        }
    }

    /// The number of the newer revision that holds what an earlier one says, if nobody decided on the
    /// earlier one itself.
    pub fn part_of(&self, earlier: &HistoryEntry) -> Option<i32> {
        let pending = self.pending.as_ref().map(|pending| pending.id);
        if earlier.is_decided() || pending == Some(earlier.revision) {
            return None;
        }
        let holds = |later: &&HistoryEntry| {
            later.base == Some(earlier.revision) && later.taken_back.is_none()
        };
        self.history.iter().find(holds).map(|later| later.number)
    }
}

/// A revision of a meeting and what became of it.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// 1 for the first of its meeting.
    pub number: i32,
    pub revision: RevisionId,
    /// What it was put onto; `None` for the first of its meeting, and for those that were sent before
    /// this was kept.
    pub base: Option<RevisionId>,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
    /// The revision that it is a copy of, if it waits again because a decision was undone.
    pub copy_of: Option<RevisionId>,
    /// `None` while it waits, and for good if a newer one took its place or it was taken back.
    pub review: Option<Review>,
    /// When its poster took it back, UTC.
    pub taken_back: Option<DateTime<Utc>>,
}

impl HistoryEntry {
    /// The decision on it that counts: one that nobody undid.
    pub fn standing_review(&self) -> Option<&Review> {
        let review = self.review.as_ref();
        review.filter(|review| review.undone.is_none())
    }

    /// What the desk decided on it, if it did and nobody undid that.
    pub fn verdict(&self) -> Option<Verdict> {
        self.standing_review().map(|review| review.verdict)
    }

    /// Whether the desk decided on it or its poster took it back.
    pub fn is_decided(&self) -> bool {
        self.review.is_some() || self.taken_back.is_some()
    }

    /// Whether the desk rejected it or its poster took it back.
    pub fn is_unwanted(&self) -> bool {
        self.taken_back.is_some() || self.verdict() == Some(Verdict::Rejected)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct HistoryRow {
    number: i32,
    id: String,
    base_revision: Option<String>,
    created_at: NaiveDateTime,
}

impl Store {
    /// Where a meeting stands; `None` if there is none of that id. All of it is read at one moment.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<MeetingState>, StoreError> {
        self.read_at_once(|connection| match read_head(connection, id)? {
            Some(head) => read_state(connection, &head).map(Some),
            None => Ok(None),
        })
    }

    /// The meeting that people call by this reference, as they type it (see [`Reference::read`]).
    pub fn meeting_of_reference(&self, typed: &str) -> Result<Option<MeetingId>, StoreError> {
        let Some(reference) = Reference::read(typed) else {
            return Ok(None);
        };
        self.read(|connection| {
            let meeting: Option<String> = meetings::table
                .filter(meetings::reference.eq(reference.as_str()))
                .select(meetings::id)
                .first(connection)
                .optional()?;
            meeting.map(|meeting| id("a meeting", &meeting)).transpose()
        })
    }

    /// The meeting that a revision belongs to.
    pub fn meeting_of_revision(&self, id: RevisionId) -> Result<Option<MeetingId>, StoreError> {
        self.read(|connection| meeting_of_revision(connection, id))
    }
}

impl Transaction<'_> {
    /// Where a meeting stands that is locked.
    pub fn meeting(&mut self, head: &Head) -> Result<MeetingState, StoreError> {
        read_state(self.connection, head)
    }

    /// The meeting that a revision belongs to.
    pub fn meeting_of_revision(&mut self, id: RevisionId) -> Result<Option<MeetingId>, StoreError> {
        meeting_of_revision(self.connection, id)
    }
}

fn read_state(connection: &mut AnyConnection, head: &Head) -> Result<MeetingState, StoreError> {
    let history = history(connection, head.id)?;
    let waiting = waiting::waiting(connection, head)?;
    let pending = waiting.last().map(|one| one.revision.clone());
    let newest = history.first().map(|entry| entry.revision);
    Ok(MeetingState {
        id: head.id,
        reference: head.reference.clone(),
        withdrawn: match head.published {
            None => withdrawals::last(connection, head.id)?,
            Some(_) => None,
        },
        published: named(connection, head.published)?,
        newest: match pending.as_ref().filter(|one| Some(one.id) == newest) {
            Some(pending) => Some(pending.clone()),
            // It was decided on, or another took its place: nobody needs to read it.
            None if newest != head.published => readable(named(connection, newest))?.flatten(),
            None => named(connection, newest)?,
        },
        pending,
        waiting,
        history,
    })
}

fn named(
    connection: &mut AnyConnection,
    revision: Option<RevisionId>,
) -> Result<Option<Revision>, StoreError> {
    revision
        .map(|id| named_revision(connection, id))
        .transpose()
}

fn meeting_of_revision(
    connection: &mut AnyConnection,
    revision: RevisionId,
) -> Result<Option<MeetingId>, StoreError> {
    let meeting: Option<String> = revisions::table
        .find(revision.to_string())
        .select(revisions::meeting_id)
        .first(connection)
        .optional()?;
    let what = format!("revision {revision}");
    meeting.map(|meeting| id(&what, &meeting)).transpose()
}

/// Every revision of a meeting with what became of it, newest first.
fn history(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<HistoryEntry>, StoreError> {
    let rows: Vec<HistoryRow> = revisions::table
        .filter(revisions::meeting_id.eq(meeting.to_string()))
        .order(revisions::number.desc())
        .select(HistoryRow::as_select())
        .load(connection)?;
    let mut reviews = reviews_of_meeting(connection, meeting)?;
    let taken_back = retractions_of_meeting(connection, meeting)?;
    let copies = undos::copies_of_meeting(connection, meeting)?;
    rows.into_iter()
        .map(|row| {
            let revision = id("a revision", &row.id)?;
            Ok(HistoryEntry {
                number: row.number,
                copy_of: copies.get(&row.id).copied(),
                review: reviews.remove(&revision),
                taken_back: taken_back.get(&revision).copied(),
                base: optional_id("a revision", row.base_revision.as_deref())?,
                revision,
                sent: row.created_at.and_utc(),
            })
        })
        .collect()
}
