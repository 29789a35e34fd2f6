//! What was published without anybody of the desk having read it before, and what they said to it
//! afterwards.

use super::columns::{id, name, optional_id};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::pool::Store;
use super::schema::{at_once, meetings, revisions};
use super::transaction::Transaction;
use crate::domain::{MeetingId, PersonId, Reference, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// Why something was published at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Its group is trusted.
    Trusted,
    /// It says that the meeting does not take place.
    Cancelled,
    /// It mends a way in, on a host that the meeting had before.
    Link,
}

impl Cause {
    /// The stable name, as stored and part of the keys of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Cancelled => "cancelled",
            Self::Link => "link",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Trusted, Self::Cancelled, Self::Link]
            .into_iter()
            .find(|cause| cause.as_str() == name)
    }
}

/// Something that was published at once and that nobody has looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtOnce {
    pub revision: RevisionId,
    pub meeting: MeetingId,
    pub reference: Reference,
    pub title: String,
    pub group: String,
    /// What its poster is called.
    pub sender: String,
    pub cause: Cause,
    /// What was public before; `None` for what is new.
    pub former: Option<RevisionId>,
    /// When it was published, UTC.
    pub published: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = at_once)]
struct Row {
    revision_id: String,
    meeting_id: String,
    cause: String,
    former_revision: Option<String>,
    created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = at_once)]
#[diesel(treat_none_as_default_value = false)]
struct NewRow<'a> {
    revision_id: String,
    meeting_id: String,
    cause: &'a str,
    former_revision: Option<String>,
    created_at: NaiveDateTime,
}

type Joined = (Row, String, (String, String, String));

impl Store {
    /// What was published at once and nobody has looked at, the oldest first, at most so many.
    pub fn unseen(&self, most: i64) -> Result<Vec<AtOnce>, StoreError> {
        self.read(|connection| unseen(connection, None, most))
    }
}

impl Transaction<'_> {
    /// Notes that a revision was published at once, which was not read before.
    pub fn add_at_once(
        &mut self,
        head: &Head,
        (revision, former): (RevisionId, Option<RevisionId>),
        cause: Cause,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewRow {
            revision_id: revision.to_string(),
            meeting_id: head.id.to_string(),
            cause: cause.as_str(),
            former_revision: former.map(|former| former.to_string()),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(at_once::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// What was published at once and nobody has looked at, by its revision.
    pub fn unseen(&mut self, revision: RevisionId) -> Result<Option<AtOnce>, StoreError> {
        Ok(unseen(self.connection, Some(revision), 1)?.pop())
    }

    /// Notes what somebody of the desk said to it; `false` if somebody had before.
    pub fn look_at(
        &mut self,
        revision: RevisionId,
        (is_kept, looked_by): (bool, PersonId),
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let outcome = if is_kept { "kept" } else { "reverted" };
        let unseen = at_once::table
            .filter(at_once::revision_id.eq(revision.to_string()))
            .filter(at_once::looked_at.is_null());
        let looked = diesel::update(unseen)
            .set((
                at_once::looked_at.eq(now.naive_utc()),
                at_once::looked_by.eq(looked_by.to_string()),
                at_once::outcome.eq(outcome),
            ))
            .execute(self.connection)?;
        Ok(looked > 0)
    }
}

/// What nobody has looked at: all of it, or one by its revision.
fn unseen(
    connection: &mut AnyConnection,
    only: Option<RevisionId>,
    most: i64,
) -> Result<Vec<AtOnce>, StoreError> {
    let mut query = at_once::table
        .inner_join(meetings::table)
        .inner_join(revisions::table)
        .filter(at_once::looked_at.is_null())
        .select((
            Row::as_select(),
            meetings::reference,
            (
                revisions::title,
                revisions::group_slug,
                revisions::poster_name,
            ),
        ))
        .into_boxed();
    if let Some(revision) = only {
        query = query.filter(at_once::revision_id.eq(revision.to_string()));
    }
    let rows: Vec<Joined> = query
        .order((at_once::created_at, at_once::revision_id))
        .limit(most)
        .load(connection)?;
    rows.into_iter().map(read).collect()
}

fn read((row, reference, (title, group, sender)): Joined) -> Result<AtOnce, StoreError> {
    let what = "what was published at once";
    Ok(AtOnce {
        revision: id(what, &row.revision_id)?,
        meeting: id(what, &row.meeting_id)?,
        reference: Reference::from_stored(reference),
        title,
        group,
        sender,
        cause: name(what, &row.cause, Cause::from_name)?,
        former: optional_id(what, row.former_revision.as_deref())?,
        published: row.created_at.and_utc(),
    })
}
