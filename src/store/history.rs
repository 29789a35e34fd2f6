//! What changed in a meeting since it was first published, read from the change log: every
//! publication of it against the one before.

use super::before::Before;
use super::columns::id;
use super::connection::AnyConnection;
use super::document::read_details;
use super::error::StoreError;
use super::heads::Head;
use super::log::SubjectKind;
use super::publications::TOLD_OFF;
use super::schema::{changes, revisions};
use super::transaction::Transaction;
use crate::domain::alteration::{moved_dates, moved_sittings};
use crate::domain::text::Note;
use crate::domain::{Alteration, MeetingDetails, RevisionId, Times, alterations};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// A publication of a meeting that readers knew already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedChange {
    /// When it was published, UTC.
    pub at: DateTime<Utc>,
    /// What changed, the weightiest first; may be empty if only the note is new.
    pub what: Vec<Alteration>,
    /// The dates of a series that it moved, one by one, with the times that readers were told before.
    pub moved: BTreeMap<NaiveDate, Times>,
    /// The parts or slots that it moved, by their new start, UTC, with the times that readers were told
    /// before.
    pub sittings: BTreeMap<DateTime<Utc>, Times>,
    /// Why, as far as the group said so with this change and not already before it.
    pub note: Option<Note>,
}

/// A row of the change log.
#[derive(Queryable, Selectable)]
#[diesel(table_name = changes)]
pub(super) struct HistoryRow {
    pub(super) seq: i32,
    pub(super) sequence: i32,
    pub(super) created_at: NaiveDateTime,
}

/// The revision that a row of the change log published.
#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct RevisionTextRow {
    id: String,
    details: String,
}

impl Transaction<'_> {
    /// Every revision of a meeting that was ever public, the oldest first.
    pub fn published_before(&mut self, head: &Head) -> Result<Vec<RevisionId>, StoreError> {
        let rows: Vec<Option<String>> = changes::table
            .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
            .filter(changes::subject.eq(head.id.to_string()))
            .order(changes::seq.asc())
            .select(changes::revision_id)
            .load(self.connection)?;
        let public = rows.iter().flatten();
        public.map(|row| id("the change log", row)).collect()
    }
}

/// All that readers could see of a meeting before: every change, newest first, and what they may still
/// have of it. A withdrawal is no change of its own: what follows it is compared with what was public
/// last. `newest` is the time of the newest change of the whole log.
pub(super) fn history_of(
    connection: &mut AnyConnection,
    meeting: &str,
    newest: DateTime<Utc>,
) -> Result<(Vec<PublishedChange>, Before), StoreError> {
    // A withdrawal publishes none.
    let rows: Vec<(HistoryRow, Option<RevisionTextRow>)> = changes::table
        .left_join(revisions::table.on(changes::revision_id.eq(revisions::id.nullable())))
        .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
        .filter(changes::subject.eq(meeting))
        .order(changes::seq.asc())
        .select((
            HistoryRow::as_select(),
            Option::<RevisionTextRow>::as_select(),
        ))
        .load(connection)?;
    let mut history = Vec::new();
    let mut before = Before::default();
    let mut public: Option<MeetingDetails> = None;
    let mut was_withdrawn = false;
    let mut told: HashMap<String, Vec<PublishedChange>> = HashMap::new();
    for (row, text) in rows {
        let at = row.created_at.and_utc();
        if newest - at <= TOLD_OFF {
            before.note_replaced(public.as_ref(), &row);
        }
        let Some(text) = text else {
            history.iter_mut().for_each(forget_texts);
            was_withdrawn = true;
            continue;
        };
        let Some(after) = readable(&text) else {
            continue;
        };
        before.note_dates(public.as_ref(), &after, at);
        if let Some(before) = told.get(&text.id) {
            // It is public again because what came between was undone: of that, nothing is told.
            history.clone_from(before);
            was_withdrawn = false;
            public = Some(after);
            continue;
        }
        if let Some(mut change) = public.and_then(|before| change(at, &before, &after)) {
            if was_withdrawn {
                forget_title(&mut change);
            }
            history.push(change);
        }
        was_withdrawn = false;
        public = Some(after);
        told.insert(text.id, history.clone());
    }
    history.reverse();
    before.forget_the_same_times_as(public.as_ref());
    Ok((history, before))
}

/// `None` if readers cannot tell the two apart.
fn change(
    at: DateTime<Utc>,
    before: &MeetingDetails,
    after: &MeetingDetails,
) -> Option<PublishedChange> {
    let what = alterations(before, after);
    let is_new = before.said.status_note != after.said.status_note;
    let note = after.said.status_note.clone().filter(|_| is_new);
    (!what.is_empty() || note.is_some()).then(|| PublishedChange {
        at,
        what,
        moved: moved_dates(before, after),
        sittings: moved_sittings(&before.timing, &after.timing),
        note,
    })
}

/// A meeting may have been taken off because of what was written in it. Dates and states of that
/// time are told; words that somebody wrote are not, or its return would publish them again.
fn forget_texts(change: &mut PublishedChange) {
    change.note = None;
    forget_title(change);
}

fn forget_title(change: &mut PublishedChange) {
    let what = std::mem::take(&mut change.what);
    change.what = what.into_iter().map(Alteration::without_words).collect();
    change.what.dedup();
}

/// An old revision that cannot be read takes its line out of the history and nothing else.
fn readable(text: &RevisionTextRow) -> Option<MeetingDetails> {
    read_details(&text.id, &text.details)
        .inspect_err(|error| tracing::error!(%error, "an old revision is left out of a history"))
        .ok()
}
