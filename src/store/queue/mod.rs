//! The desk's queue: what waits for a decision or for whoever posted it, what was decided, and how
//! somebody's earlier entries fared. Each is read with a number of queries that does not depend on how
//! much there is.

mod asked;
mod decided;
mod records;
mod under;

pub use asked::Asked;
pub use decided::{DecisionKind, DecisionLine, DecisionsOf};
pub use records::Record;

use super::columns::{id, optional_id};
use super::document::read_details;
use super::error::{StoreError, readable};
use super::known::known_formerly;
use super::pool::Store;
use super::revisions::Sender;
use super::schema::{meetings, revisions};
use crate::domain::{Known, MeetingDetails, MeetingId, Reference, RevisionId};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use under::Under;

/// A line of the desk's queue.
#[derive(Debug, Clone)]
pub struct QueueEntry {
    pub meeting: MeetingId,
    pub reference: Reference,
    pub revision: RevisionId,
    pub title: String,
    pub group: String,
    /// What whoever posted it is called.
    pub poster: String,
    /// Their address.
    pub email: String,
    /// Who sent the changes that wait, oldest first: several, if one was put onto another; none if that
    /// cannot be read.
    pub senders: Vec<Sender>,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
    /// When the meeting begins, UTC, as far as it is known.
    pub starts: Option<DateTime<Utc>>,
    /// Whether an earlier revision is public.
    pub is_edit: bool,
    /// Whether changes of an earlier revision were asked for.
    pub was_asked: bool,
    /// That it waits for whoever posted it, and not for the desk.
    pub asked: Option<Asked>,
    /// What it says; `None` if that cannot be read, so that it can only be rejected.
    pub details: Option<MeetingDetails>,
}

impl QueueEntry {
    /// Whether it cannot be read, so that it can only be rejected.
    pub fn is_unreadable(&self) -> bool {
        self.details.is_none() || self.senders.is_empty()
    }

    /// When the next of its times begins, UTC, and whether that is a day at least and no window: what is
    /// held again and again begins again and again.
    pub fn next_start(&self, now: DateTime<Utc>) -> Option<(DateTime<Utc>, bool)> {
        let Some(details) = &self.details else {
            return self
                .starts
                .filter(|start| *start > now)
                .map(|at| (at, true));
        };
        let times = details.occurrences().into_iter().map(|one| one.times);
        let starts = times.filter_map(|times| Some((times.extent()?.0, times.has_date())));
        starts.filter(|(start, _)| *start > now).min()
    }

    /// Whether one of its times begins within so long.
    pub fn begins_within(&self, ahead: TimeDelta, now: DateTime<Utc>) -> bool {
        self.next_start(now)
            .is_some_and(|(start, is_dated)| is_dated && start - now <= ahead)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = meetings)]
struct HeadRow {
    id: String,
    reference: String,
    published_revision: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct RevisionRow {
    id: String,
    title: String,
    group_slug: String,
    poster_name: String,
    poster_email: String,
    created_at: NaiveDateTime,
    starts_at: Option<NaiveDateTime>,
    details: String,
}

impl Store {
    /// What waits for a decision, oldest first; also what cannot be read, as far as it has an id.
    pub fn queue(&self) -> Result<Vec<QueueEntry>, StoreError> {
        self.read_at_once(|connection| {
            let rows: Vec<(HeadRow, RevisionRow)> = meetings::table
                .inner_join(
                    revisions::table.on(meetings::pending_revision.eq(revisions::id.nullable())),
                )
                .order((revisions::created_at.asc(), revisions::id.asc()))
                .select((HeadRow::as_select(), RevisionRow::as_select()))
                .load(connection)?;
            let under = Under::read(connection)?;
            let known = known_formerly(connection)?;
            let mut entries = Vec::with_capacity(rows.len());
            for (head, revision) in rows {
                let senders = under.senders(&revision.id);
                let was_asked = under.was_asked(&head.id);
                let entry = entry((head, revision), senders, &known);
                let entry = entry.map(|entry| QueueEntry { was_asked, ..entry });
                entries.extend(readable(entry)?);
            }
            Ok(entries)
        })
    }
}

/// A line, by the names that groups and topics have today.
fn entry(
    (head, revision): (HeadRow, RevisionRow),
    senders: Vec<Sender>,
    known: &Known,
) -> Result<QueueEntry, StoreError> {
    let pending: RevisionId = id("the queue", &revision.id)?;
    let published: Option<RevisionId> =
        optional_id("the queue", head.published_revision.as_deref())?;
    let details = read_details(pending, &revision.details).ok();
    Ok(QueueEntry {
        senders,
        details: details.map(|details| known.in_todays_names(&details).unwrap_or(details)),
        meeting: id("the queue", &head.id)?,
        reference: Reference::from_stored(head.reference),
        is_edit: published.is_some(),
        was_asked: false,
        asked: None,
        revision: pending,
        title: revision.title,
        group: known.groups.text_now(&revision.group_slug),
        poster: revision.poster_name,
        email: revision.poster_email,
        sent: revision.created_at.and_utc(),
        starts: revision.starts_at.map(|at| at.and_utc()),
    })
}
