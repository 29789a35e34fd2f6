//! The heads of meetings: which revision is public and which one waits. A head is locked before it
//! is read, and whatever changes a meeting moves its head.

use super::columns::{id, optional_id};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::schema::meetings;
use super::token::random_bytes;
use super::transaction::Transaction;
use crate::domain::{MeetingId, Reference, RevisionId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// The head of a meeting, as it is while the transaction that locked it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub(super) id: MeetingId,
    pub(super) reference: Reference,
    /// How often it has moved; 1 for one that is new.
    pub(super) version: i32,
    pub(super) published: Option<RevisionId>,
    pub(super) pending: Option<RevisionId>,
}

impl Head {
    /// The meeting.
    pub fn id(&self) -> MeetingId {
        self.id
    }

    /// What people call it when they ask.
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The revision that readers see.
    pub fn published(&self) -> Option<RevisionId> {
        self.published
    }

    /// The revision that waits for a decision.
    pub fn pending(&self) -> Option<RevisionId> {
        self.pending
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = meetings)]
struct HeadRow {
    id: String,
    reference: String,
    published_revision: Option<String>,
    pending_revision: Option<String>,
    version: i32,
}

#[derive(Insertable)]
#[diesel(table_name = meetings)]
#[diesel(treat_none_as_default_value = false)]
struct NewHeadRow<'a> {
    id: String,
    reference: &'a str,
    origin: Option<&'a str>,
    published_revision: Option<String>,
    pending_revision: Option<String>,
    version: i32,
    created_at: NaiveDateTime,
}

impl Transaction<'_> {
    /// Locks a meeting until the transaction ends and tells where it stands; `None` if there is none
    /// of that id. Whoever else wants to change it waits here.
    pub fn lock_meeting(&mut self, meeting: MeetingId) -> Result<Option<Head>, StoreError> {
        self.connection.lock_meeting(&meeting.to_string())?;
        read_head(self.connection, meeting)
    }

    /// Makes the head of a new meeting, under a reference that nobody has yet. `origin` is where the
    /// record came from, for finding it again. `now` is the present, UTC.
    pub fn new_meeting(
        &mut self,
        origin: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Head, StoreError> {
        let head = Head {
            id: MeetingId::new(),
            reference: self.free_reference()?,
            version: 1,
            published: None,
            pending: None,
        };
        let row = NewHeadRow {
            id: head.id.to_string(),
            reference: head.reference.as_str(),
            origin,
            published_revision: None,
            pending_revision: None,
            version: head.version,
            created_at: now.naive_utc(),
        };
        diesel::insert_into(meetings::table)
            .values(row)
            .execute(self.connection)?;
        Ok(head)
    }

    /// Lets a revision wait again that waited before another was published.
    pub fn let_wait(
        &mut self,
        head: &mut Head,
        waits: Option<RevisionId>,
    ) -> Result<(), StoreError> {
        if head.pending == waits {
            return Ok(());
        }
        head.pending = waits;
        self.move_head(head)
    }

    fn free_reference(&mut self) -> Result<Reference, StoreError> {
        loop {
            let reference = Reference::from_random(random_bytes()?);
            let taken: i64 = meetings::table
                .filter(meetings::reference.eq(reference.as_str()))
                .count()
                .get_result(self.connection)?;
            if taken == 0 {
                return Ok(reference);
            }
        }
    }

    /// Writes a head that was changed. The version is compared although the row is locked: what was
    /// locked in one transaction and written in another would undo what came between.
    pub(super) fn move_head(&mut self, head: &mut Head) -> Result<(), StoreError> {
        let written = diesel::update(
            meetings::table
                .filter(meetings::id.eq(head.id.to_string()))
                .filter(meetings::version.eq(head.version)),
        )
        .set((
            meetings::published_revision.eq(head.published.map(|id| id.to_string())),
            meetings::pending_revision.eq(head.pending.map(|id| id.to_string())),
            meetings::version.eq(head.version + 1),
        ))
        .execute(self.connection)?;
        if written == 0 {
            return Err(StoreError::Overtaken(head.id));
        }
        head.version += 1;
        Ok(())
    }
}

impl Store {
    /// Whether a revision is what readers see of its meeting.
    pub fn is_public(&self, revision: RevisionId) -> Result<bool, StoreError> {
        self.read(|connection| {
            let heads: i64 = meetings::table
                .filter(meetings::published_revision.eq(revision.to_string()))
                .count()
                .get_result(connection)?;
            Ok(heads > 0)
        })
    }
}

pub(super) fn read_head(
    connection: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<Head>, StoreError> {
    let row: Option<HeadRow> = meetings::table
        .find(meeting.to_string())
        .select(HeadRow::as_select())
        .first(connection)
        .optional()?;
    row.map(HeadRow::read).transpose()
}

impl HeadRow {
    fn read(self) -> Result<Head, StoreError> {
        let what = format!("meeting {}", self.id);
        Ok(Head {
            id: id(&what, &self.id)?,
            published: optional_id(&what, self.published_revision.as_deref())?,
            pending: optional_id(&what, self.pending_revision.as_deref())?,
            reference: Reference::from_stored(self.reference),
            version: self.version,
        })
    }
}
