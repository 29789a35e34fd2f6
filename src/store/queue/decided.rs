//! What was decided, newest first: reviews, withdrawals, and what posters took back, with who undid it if
//! somebody did.

use super::{HeadRow, QueueEntry, RevisionRow, entry};
use crate::domain::{Known, MeetingId, ReviewId, Verdict};
use crate::store::columns::{id, name};
use crate::store::connection::AnyConnection;
use crate::store::error::{StoreError, readable};
use crate::store::known::known_formerly;
use crate::store::pool::Store;
use crate::store::revisions::Sender;
use crate::store::schema::{meetings, people, retractions, reviews, revisions, withdrawals};
use crate::store::undos::{self, Undo};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// What was decided on an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionKind {
    /// A review, none of them spam.
    Reviewed(Verdict),
    /// Rejected as spam.
    Spam,
    /// Taken off the calendar.
    Withdrawn,
    /// Taken back by whoever posted it.
    TakenBack,
}

impl DecisionKind {
    /// The stable name, as it is asked for and as part of the keys of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reviewed(verdict) => verdict.as_str(),
            Self::Spam => "spam",
            Self::Withdrawn => "withdrawn",
            Self::TakenBack => "taken-back",
        }
    }
}

/// Which decisions are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionsOf {
    /// Every one.
    Any,
    /// Reviews with this verdict, spam among the rejections.
    Verdict(Verdict),
    /// What was taken off the calendar.
    Withdrawals,
    /// What posters took back.
    Retractions,
    /// Every one on a meeting.
    Meeting(MeetingId),
}

/// A decision, with the entry that it was made on.
#[derive(Debug, Clone)]
pub struct DecisionLine {
    /// What it is undone by; `None` for what a poster took back.
    pub id: Option<ReviewId>,
    pub kind: DecisionKind,
    pub entry: QueueEntry,
    /// What the desk wrote.
    pub reason: Option<String>,
    /// Who decided, by name; `None` for posters.
    pub by: Option<String>,
    /// When, UTC.
    pub at: DateTime<Utc>,
    pub undone: Option<Undo>,
}

/// A decision as it is stored.
struct Row {
    id: String,
    kind: DecisionKind,
    entry: (HeadRow, RevisionRow),
    reason: Option<String>,
    by: Option<String>,
    at: NaiveDateTime,
}

type ReviewRow = (
    (String, String, i32, Option<String>, NaiveDateTime),
    String,
    HeadRow,
    RevisionRow,
);
type WithdrawalRow = (
    (String, String, NaiveDateTime),
    String,
    HeadRow,
    RevisionRow,
);

impl Store {
    /// Decisions, newest first, at most so many; nothing of what cannot be read.
    pub fn decisions(&self, of: DecisionsOf, most: i64) -> Result<Vec<DecisionLine>, StoreError> {
        self.read_at_once(|connection| {
            let mut rows = reviewed(connection, of, most)?;
            rows.extend(withdrawn(connection, of, most)?);
            rows.extend(taken_back(connection, of, most)?);
            rows.sort_by(|a, b| (b.at, &b.id).cmp(&(a.at, &a.id)));
            rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
            let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
            let mut undone = std::collections::HashMap::new();
            // SQLite takes so many parameters at once, and each is asked for twice.
            for some in ids.chunks(400) {
                undone.extend(undos::of_some(connection, some)?);
            }
            let known = known_formerly(connection)?;
            let mut lines = Vec::with_capacity(rows.len());
            for row in rows {
                let undone = undone.remove(&row.id);
                lines.extend(readable(row.read(undone, &known))?);
            }
            Ok(lines)
        })
    }
}

fn reviewed(
    connection: &mut AnyConnection,
    of: DecisionsOf,
    most: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut query = reviews::table
        .inner_join(people::table)
        .inner_join(revisions::table.inner_join(meetings::table))
        .order((reviews::created_at.desc(), reviews::id.desc()))
        .limit(most)
        .select((
            (
                reviews::id,
                reviews::verdict,
                reviews::spam,
                reviews::reason,
                reviews::created_at,
            ),
            people::name,
            HeadRow::as_select(),
            RevisionRow::as_select(),
        ))
        .into_boxed();
    query = match of {
        DecisionsOf::Any => query,
        DecisionsOf::Verdict(verdict) => query.filter(reviews::verdict.eq(verdict.as_str())),
        DecisionsOf::Meeting(meeting) => query.filter(meetings::id.eq(meeting.to_string())),
        DecisionsOf::Withdrawals | DecisionsOf::Retractions => return Ok(Vec::new()),
    };
    let rows: Vec<ReviewRow> = query.load(connection)?;
    rows.into_iter()
        .map(|((id, verdict, spam, reason, at), by, head, revision)| {
            let verdict = name("a review", &verdict, Verdict::from_name)?;
            Ok(Row {
                kind: match spam {
                    0 => DecisionKind::Reviewed(verdict),
                    _ => DecisionKind::Spam,
                },
                id,
                entry: (head, revision),
                reason,
                by: Some(by),
                at,
            })
        })
        .collect()
}

fn withdrawn(
    connection: &mut AnyConnection,
    of: DecisionsOf,
    most: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut query = withdrawals::table
        .inner_join(people::table)
        .inner_join(
            revisions::table
                .inner_join(meetings::table)
                .on(withdrawals::revision_id.eq(revisions::id)),
        )
        .order((withdrawals::created_at.desc(), withdrawals::id.desc()))
        .limit(most)
        .select((
            (
                withdrawals::id,
                withdrawals::reason,
                withdrawals::created_at,
            ),
            people::name,
            HeadRow::as_select(),
            RevisionRow::as_select(),
        ))
        .into_boxed();
    query = match of {
        DecisionsOf::Any | DecisionsOf::Withdrawals => query,
        DecisionsOf::Meeting(meeting) => query.filter(meetings::id.eq(meeting.to_string())),
        DecisionsOf::Verdict(_) | DecisionsOf::Retractions => return Ok(Vec::new()),
    };
    let rows: Vec<WithdrawalRow> = query.load(connection)?;
    let row = |((id, reason, at), by, head, revision)| Row {
        id,
        kind: DecisionKind::Withdrawn,
        entry: (head, revision),
        reason: Some(reason),
        by: Some(by),
        at,
    };
    Ok(rows.into_iter().map(row).collect())
}

fn taken_back(
    connection: &mut AnyConnection,
    of: DecisionsOf,
    most: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut query = retractions::table
        .inner_join(revisions::table.inner_join(meetings::table))
        .order((
            retractions::created_at.desc(),
            retractions::revision_id.desc(),
        ))
        .limit(most)
        .select((
            retractions::created_at,
            HeadRow::as_select(),
            RevisionRow::as_select(),
        ))
        .into_boxed();
    query = match of {
        DecisionsOf::Any | DecisionsOf::Retractions => query,
        DecisionsOf::Meeting(meeting) => query.filter(meetings::id.eq(meeting.to_string())),
        DecisionsOf::Verdict(_) | DecisionsOf::Withdrawals => return Ok(Vec::new()),
    };
    let rows: Vec<(NaiveDateTime, HeadRow, RevisionRow)> = query.load(connection)?;
    let row = |(at, head, revision): (NaiveDateTime, HeadRow, RevisionRow)| Row {
        id: revision.id.clone(),
        kind: DecisionKind::TakenBack,
        entry: (head, revision),
        reason: None,
        by: None,
        at,
    };
    Ok(rows.into_iter().map(row).collect())
}

impl Row {
    fn read(self, undone: Option<Undo>, known: &Known) -> Result<DecisionLine, StoreError> {
        let (head, revision) = self.entry;
        let sender = Sender::Poster(revision.poster_name.clone());
        Ok(DecisionLine {
            id: match self.kind {
                DecisionKind::TakenBack => None,
                _ => Some(id("a decision", &self.id)?),
            },
            kind: self.kind,
            entry: entry((head, revision), vec![sender], known)?,
            reason: self.reason,
            by: self.by,
            at: self.at.and_utc(),
            undone,
        })
    }
}
