//! Decisions that were undone: what was decided on waits again as a copy of itself, because a revision
//! is decided on once, and what was public before is public again. Whether a decision may be undone is an
//! act's matter.

use super::columns::{id, name, optional_id};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::log::{self, SubjectKind};
use super::schema::{changes, people, reviews, revisions, undos, withdrawals};
use super::transaction::Transaction;
use crate::domain::{MeetingId, PersonId, ReviewId, RevisionId, Verdict};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// That a decision was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    pub undone_by: PersonId,
    /// What they are called.
    pub by: String,
    /// When, UTC.
    pub at: DateTime<Utc>,
}

/// A decision, as far as it matters to undoing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    pub id: ReviewId,
    pub meeting: MeetingId,
    /// What was decided on, or taken off the calendar.
    pub revision: RevisionId,
    /// `None` if it was a withdrawal.
    pub verdict: Option<Verdict>,
    /// When, UTC.
    pub decided: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = undos)]
struct UndoRow {
    review_id: Option<String>,
    withdrawal_id: Option<String>,
    undone_by: String,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = undos)]
#[diesel(treat_none_as_default_value = false)]
struct NewUndoRow {
    id: String,
    meeting_id: String,
    review_id: Option<String>,
    withdrawal_id: Option<String>,
    waiting_revision: Option<String>,
    published_revision: Option<String>,
    undone_by: String,
    created_at: NaiveDateTime,
}

/// A revision as it is stored, whatever its document is worth.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = revisions)]
#[diesel(treat_none_as_default_value = false)]
struct WholeRow {
    id: String,
    meeting_id: String,
    number: i32,
    group_slug: String,
    title: String,
    starts_at: Option<NaiveDateTime>,
    ends_at: Option<NaiveDateTime>,
    details: String,
    source: String,
    poster_name: String,
    poster_email: String,
    created_at: NaiveDateTime,
    base_revision: Option<String>,
    language: Option<String>,
    sent_by: Option<String>,
}

impl Transaction<'_> {
    /// A review or withdrawal by its id.
    pub fn settled(&mut self, decision: ReviewId) -> Result<Option<Settled>, StoreError> {
        let found: Option<(String, String, String, NaiveDateTime)> = reviews::table
            .inner_join(revisions::table)
            .filter(reviews::id.eq(decision.to_string()))
            .select((
                revisions::meeting_id,
                reviews::revision_id,
                reviews::verdict,
                reviews::created_at,
            ))
            .first(self.connection)
            .optional()?;
        let what = format!("review {decision}");
        if let Some((meeting, revision, verdict, at)) = found {
            return Ok(Some(Settled {
                id: decision,
                meeting: id(&what, &meeting)?,
                revision: id(&what, &revision)?,
                verdict: Some(name(&what, &verdict, Verdict::from_name)?),
                decided: at.and_utc(),
            }));
        }
        let found: Option<(String, String, NaiveDateTime)> = withdrawals::table
            .find(decision.to_string())
            .select((
                withdrawals::meeting_id,
                withdrawals::revision_id,
                withdrawals::created_at,
            ))
            .first(self.connection)
            .optional()?;
        found
            .map(|(meeting, revision, at)| {
                Ok(Settled {
                    id: decision,
                    meeting: id(&what, &meeting)?,
                    revision: id(&what, &revision)?,
                    verdict: None,
                    decided: at.and_utc(),
                })
            })
            .transpose()
    }

    /// Who undid a review or withdrawal, if somebody did.
    pub fn undo_of(&mut self, decision: ReviewId) -> Result<Option<Undo>, StoreError> {
        of(self.connection, &decision.to_string())
    }

    /// Whether a review, or a withdrawal, is what was decided last of its meeting, and nothing was sent
    /// since.
    pub fn is_last_word(&mut self, head: &Head, settled: &Settled) -> Result<bool, StoreError> {
        match settled.verdict {
            None => {
                let last = super::withdrawals::last(self.connection, head.id)?;
                let is_it = last.is_some_and(|last| last.id == settled.id);
                Ok(head.published.is_none() && is_it)
            }
            Some(verdict) => {
                let stands =
                    verdict != Verdict::Approved || head.published == Some(settled.revision);
                Ok(stands && head.pending.is_none() && self.is_newest(settled.revision)?)
            }
        }
    }

    /// Lets what was decided on wait again, and what was public before be public again. The decision has
    /// to be the last word on its meeting. Returns the revision that waits, if one does for it.
    pub fn undo(
        &mut self,
        head: &mut Head,
        settled: &Settled,
        undone_by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Option<RevisionId>, StoreError> {
        let was_published = settled.verdict == Some(Verdict::Approved);
        let waiting = match settled.verdict {
            Some(_) => Some(self.waiting_again(head, settled.revision)?),
            None => None,
        };
        head.pending = waiting.or(head.pending);
        let published = match settled.verdict {
            None => Some(settled.revision),
            Some(Verdict::Approved) => self.public_before(head, settled.revision)?,
            Some(_) => None,
        };
        if was_published || settled.verdict.is_none() {
            head.published = published;
        }
        self.move_head(head)?;
        if was_published || settled.verdict.is_none() {
            let subject = head.id.to_string();
            let kind = SubjectKind::Meeting;
            log::append(self.connection, kind, &subject, published, now)?;
        }
        let decision = Some(settled.id.to_string());
        let (review_id, withdrawal_id) = match settled.verdict {
            Some(_) => (decision, None),
            None => (None, decision),
        };
        diesel::insert_into(undos::table)
            .values(NewUndoRow {
                id: ReviewId::new().to_string(),
                meeting_id: head.id.to_string(),
                review_id,
                withdrawal_id,
                waiting_revision: waiting.map(|id| id.to_string()),
                published_revision: published.map(|id| id.to_string()),
                undone_by: undone_by.to_string(),
                created_at: now.naive_utc(),
            })
            .execute(self.connection)?;
        Ok(waiting)
    }

    /// Whether no revision was sent after one, apart from those on which a decision was undone.
    fn is_newest(&mut self, revision: RevisionId) -> Result<bool, StoreError> {
        let (meeting, number): (String, i32) = revisions::table
            .find(revision.to_string())
            .select((revisions::meeting_id, revisions::number))
            .first(self.connection)?;
        let later: Vec<String> = revisions::table
            .filter(revisions::meeting_id.eq(&meeting))
            .filter(revisions::number.gt(number))
            .select(revisions::id)
            .load(self.connection)?;
        for revision in later {
            let revision: RevisionId = id("a revision", &revision)?;
            let review = self.review_of(revision)?;
            if review.is_none_or(|review| review.undone.is_none()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What waits once a decision on a revision is undone: the one that was adapted to what was held
    /// meanwhile, on which nobody decided itself, or else a copy with all that was said of it, the time
    /// when it was sent and what it was put onto.
    fn waiting_again(
        &mut self,
        head: &Head,
        decided: RevisionId,
    ) -> Result<RevisionId, StoreError> {
        let row: WholeRow = revisions::table
            .find(decided.to_string())
            .select(WholeRow::as_select())
            .first(self.connection)?;
        let was_adapted = row.sent_by == Some(PersonId::SYSTEM.to_string());
        let what = format!("revision {decided}");
        if let Some(adapted) = optional_id(&what, row.base_revision.as_deref())?
            && was_adapted
        {
            return Ok(adapted);
        }
        let copy = RevisionId::new();
        let row = WholeRow {
            id: copy.to_string(),
            number: self.last_number(head)? + 1,
            ..row
        };
        diesel::insert_into(revisions::table)
            .values(row)
            .execute(self.connection)?;
        Ok(copy)
    }

    /// What was public of a meeting before a revision was published, which is so now.
    fn public_before(
        &mut self,
        head: &Head,
        published: RevisionId,
    ) -> Result<Option<RevisionId>, StoreError> {
        let last: Vec<Option<String>> = changes::table
            .filter(changes::subject_kind.eq(SubjectKind::Meeting.as_str()))
            .filter(changes::subject.eq(head.id.to_string()))
            .order(changes::seq.desc())
            .limit(2)
            .select(changes::revision_id)
            .load(self.connection)?;
        let mut last = last.into_iter();
        if last.next().flatten() != Some(published.to_string()) {
            return Err(StoreError::Overtaken(head.id));
        }
        optional_id("the change log", last.next().flatten().as_deref())
    }
}

/// Who undid a decision, if somebody did.
pub(super) fn of(
    connection: &mut AnyConnection,
    decision: &str,
) -> Result<Option<Undo>, StoreError> {
    let is_it = undos::review_id
        .eq(decision)
        .or(undos::withdrawal_id.eq(decision));
    let row: Option<(UndoRow, String)> = undos::table
        .inner_join(people::table)
        .filter(is_it)
        .select((UndoRow::as_select(), people::name))
        .first(connection)
        .optional()?;
    row.map(|(row, by)| row.read(by)).transpose()
}

/// What was undone of a meeting, by the id of the decision.
pub(super) fn of_meeting(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<HashMap<String, Undo>, StoreError> {
    let rows: Vec<(UndoRow, String)> = undos::table
        .inner_join(people::table)
        .filter(undos::meeting_id.eq(meeting.to_string()))
        .select((UndoRow::as_select(), people::name))
        .load(connection)?;
    by_decision(rows)
}

/// What was undone of some decisions, by their ids.
pub(super) fn of_some(
    connection: &mut AnyConnection,
    decisions: &[String],
) -> Result<HashMap<String, Undo>, StoreError> {
    let is_one = undos::review_id
        .eq_any(decisions)
        .or(undos::withdrawal_id.eq_any(decisions));
    let rows: Vec<(UndoRow, String)> = undos::table
        .inner_join(people::table)
        .filter(is_one)
        .select((UndoRow::as_select(), people::name))
        .load(connection)?;
    by_decision(rows)
}

/// The copies that wait, or waited, in place of what they are copies of.
pub(super) fn copies_of_meeting(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<HashMap<String, RevisionId>, StoreError> {
    let rows: Vec<(Option<String>, String)> = undos::table
        .inner_join(reviews::table.on(undos::review_id.eq(reviews::id.nullable())))
        .filter(undos::meeting_id.eq(meeting.to_string()))
        .select((undos::waiting_revision, reviews::revision_id))
        .load(connection)?;
    rows.into_iter()
        .filter_map(|(copy, decided)| Some((copy?, decided)))
        .map(|(copy, decided)| Ok((copy, id("an undo", &decided)?)))
        .collect()
}

fn by_decision(rows: Vec<(UndoRow, String)>) -> Result<HashMap<String, Undo>, StoreError> {
    rows.into_iter()
        .filter_map(|(row, by)| {
            let decision = row.review_id.clone().or(row.withdrawal_id.clone())?;
            Some(row.read(by).map(|undo| (decision, undo)))
        })
        .collect()
}

impl UndoRow {
    fn read(self, by: String) -> Result<Undo, StoreError> {
        Ok(Undo {
            undone_by: id("an undo", &self.undone_by)?,
            by,
            at: self.created_at.and_utc(),
        })
    }
}
