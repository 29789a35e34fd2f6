//! Drafts: forms being filled in, kept under a secret so that nothing typed is lost; and the secrets
//! under which posters change their meetings later. When a draft is sent is an act's matter.

use super::columns::{id, name, optional_id, optional_language};
use super::connection::AnyConnection;
use super::error::StoreError;
use super::heads::Head;
use super::pool::Store;
use super::revisions::Source;
use super::schema::{drafts, edit_keys, meetings, revisions};
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::fields::MeetingFields;
use crate::domain::{LanguageTag, MeetingId, Reference, RevisionId, Scope, Signs};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A form being filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub fields: MeetingFields,
    /// What it changes; `None` for a new meeting.
    pub edit: Option<Edit>,
    pub source: Source,
    /// The language of the page that it was begun on; `None` for one that was begun before this was
    /// kept. A change by the desk has that of the poster.
    pub language: Option<LanguageTag>,
    /// When it was begun, UTC.
    pub begun: DateTime<Utc>,
    /// What its form noticed of how it is filled in.
    pub signs: Signs,
    /// What it became, once it was sent.
    pub sent: Option<RevisionId>,
}

/// What a draft changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    pub meeting: MeetingId,
    /// Which occurrences of a series it changes; all of any other meeting.
    pub scope: Scope,
    /// The revision that the form was filled in from; `None` for a draft that was begun before this
    /// was kept.
    pub base: Option<RevisionId>,
}

/// What a draft became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub meeting: MeetingId,
    pub reference: Reference,
    pub revision: RevisionId,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = drafts)]
struct DraftRow {
    meeting_id: Option<String>,
    scope: Option<String>,
    source: String,
    fields: String,
    sent_revision: Option<String>,
    base_revision: Option<String>,
    language: Option<String>,
    created_at: NaiveDateTime,
    opened_at: Option<NaiveDateTime>,
    hidden_filled: Option<i32>,
}

#[derive(Insertable)]
#[diesel(table_name = drafts)]
#[diesel(treat_none_as_default_value = false)]
struct NewDraftRow<'a> {
    token_hash: &'a str,
    meeting_id: Option<String>,
    scope: Option<String>,
    source: &'a str,
    fields: String,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    base_revision: Option<String>,
    language: Option<&'a str>,
    opened_at: Option<NaiveDateTime>,
    hidden_filled: Option<i32>,
}

#[derive(Insertable)]
#[diesel(table_name = edit_keys)]
struct NewEditKeyRow<'a> {
    token_hash: &'a str,
    meeting_id: String,
    created_at: NaiveDateTime,
}

impl Store {
    /// A draft by its secret.
    pub fn draft(&self, token: &TokenHash) -> Result<Option<Draft>, StoreError> {
        self.read(|connection| read_draft(connection, token))
    }

    /// What a draft became, for its confirmation page.
    pub fn sent_draft(&self, token: &TokenHash) -> Result<Option<Sent>, StoreError> {
        self.read(
            |connection| match read_draft(connection, token)?.and_then(|draft| draft.sent) {
                Some(revision) => sent(connection, revision).map(Some),
                None => Ok(None),
            },
        )
    }

    /// The meeting that a secret address may change.
    pub fn meeting_of_edit_key(&self, key: &TokenHash) -> Result<Option<MeetingId>, StoreError> {
        self.read(|connection| meeting_of_edit_key(connection, key))
    }
}

impl Transaction<'_> {
    /// How many drafts there are, those that were sent among them.
    pub fn count_drafts(&mut self) -> Result<u64, StoreError> {
        let count: i64 = drafts::table.count().get_result(self.connection)?;
        Ok(count.unsigned_abs())
    }

    /// Keeps a new draft under a secret.
    pub fn add_draft(&mut self, token: &TokenHash, draft: &Draft) -> Result<(), StoreError> {
        let edit = draft.edit;
        let row = NewDraftRow {
            token_hash: token.as_str(),
            meeting_id: edit.map(|edit| edit.meeting.to_string()),
            scope: edit.map(|edit| edit.scope.to_string()),
            source: draft.source.as_str(),
            fields: write_fields(&draft.fields)?,
            created_at: draft.begun.naive_utc(),
            updated_at: draft.begun.naive_utc(),
            base_revision: edit.and_then(|edit| edit.base).map(|id| id.to_string()),
            language: draft.language.as_ref().map(LanguageTag::as_str),
            opened_at: draft.signs.opened.map(|at| at.naive_utc()),
            hidden_filled: draft.signs.hidden_filled.then_some(1),
        };
        diesel::insert_into(drafts::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Locks a draft until the transaction ends and reads it; `None` if there is none. Whoever else
    /// wants to save or send it waits here.
    pub fn lock_draft(&mut self, token: &TokenHash) -> Result<Option<Draft>, StoreError> {
        self.connection.lock_draft(token.as_str())?;
        read_draft(self.connection, token)
    }

    /// Replaces what was typed into a draft that is locked.
    pub fn save_fields(
        &mut self,
        token: &TokenHash,
        fields: &MeetingFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        diesel::update(drafts::table.find(token.as_str()))
            .set((
                drafts::fields.eq(write_fields(fields)?),
                drafts::updated_at.eq(now.naive_utc()),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Notes what a draft that is locked became.
    pub fn mark_sent(
        &mut self,
        token: &TokenHash,
        revision: RevisionId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        diesel::update(drafts::table.find(token.as_str()))
            .set((
                drafts::sent_revision.eq(revision.to_string()),
                drafts::updated_at.eq(now.naive_utc()),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// Lets the holder of a secret change a meeting.
    pub fn add_edit_key(
        &mut self,
        key: &TokenHash,
        head: &Head,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewEditKeyRow {
            token_hash: key.as_str(),
            meeting_id: head.id.to_string(),
            created_at: now.naive_utc(),
        };
        diesel::insert_into(edit_keys::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Makes every private address of a meeting void.
    pub fn remove_edit_keys(&mut self, head: &Head) -> Result<(), StoreError> {
        let of_meeting = edit_keys::table.filter(edit_keys::meeting_id.eq(head.id.to_string()));
        diesel::delete(of_meeting).execute(self.connection)?;
        Ok(())
    }

    /// Makes a private address void.
    pub fn remove_edit_key(&mut self, key: &TokenHash) -> Result<(), StoreError> {
        diesel::delete(edit_keys::table.find(key.as_str())).execute(self.connection)?;
        Ok(())
    }

    /// The meeting that a secret address may change.
    pub fn meeting_of_edit_key(
        &mut self,
        key: &TokenHash,
    ) -> Result<Option<MeetingId>, StoreError> {
        meeting_of_edit_key(self.connection, key)
    }

    /// The meeting and its reference that a draft became.
    pub fn sent(&mut self, revision: RevisionId) -> Result<Sent, StoreError> {
        sent(self.connection, revision)
    }
}

fn read_draft(
    connection: &mut AnyConnection,
    token: &TokenHash,
) -> Result<Option<Draft>, StoreError> {
    let row: Option<DraftRow> = drafts::table
        .find(token.as_str())
        .select(DraftRow::as_select())
        .first(connection)
        .optional()?;
    row.map(DraftRow::read).transpose()
}

impl DraftRow {
    fn read(self) -> Result<Draft, StoreError> {
        const WHAT: &str = "draft";
        Ok(Draft {
            edit: self.edit()?,
            source: name(WHAT, &self.source, Source::from_name)?,
            language: optional_language(WHAT, self.language.as_deref())?,
            begun: self.created_at.and_utc(),
            signs: Signs {
                opened: self.opened_at.map(|at| at.and_utc()),
                hidden_filled: self.hidden_filled == Some(1),
            },
            sent: optional_id(WHAT, self.sent_revision.as_deref())?,
            fields: read_fields(&self.fields)?,
        })
    }

    fn edit(&self) -> Result<Option<Edit>, StoreError> {
        const WHAT: &str = "draft of a change";
        let Some(meeting) = self.meeting_id.as_deref() else {
            return Ok(None);
        };
        Ok(Some(Edit {
            meeting: id(WHAT, meeting)?,
            scope: match self.scope.as_deref() {
                Some(scope) => name(WHAT, scope, Scope::parse)?,
                None => Scope::All,
            },
            base: optional_id(WHAT, self.base_revision.as_deref())?,
        }))
    }
}

fn meeting_of_edit_key(
    connection: &mut AnyConnection,
    key: &TokenHash,
) -> Result<Option<MeetingId>, StoreError> {
    let meeting: Option<String> = edit_keys::table
        .find(key.as_str())
        .select(edit_keys::meeting_id)
        .first(connection)
        .optional()?;
    optional_id("private address", meeting.as_deref())
}

fn sent(connection: &mut AnyConnection, revision: RevisionId) -> Result<Sent, StoreError> {
    let (meeting, reference): (String, String) = revisions::table
        .inner_join(meetings::table)
        .filter(revisions::id.eq(revision.to_string()))
        .select((meetings::id, meetings::reference))
        .first(connection)?;
    Ok(Sent {
        meeting: id("a meeting", &meeting)?,
        reference: Reference::from_stored(reference),
        revision,
    })
}

pub(super) fn read_fields(stored: &str) -> Result<MeetingFields, StoreError> {
    serde_json::from_str(stored).map_err(|error| StoreError::damaged("a draft", error))
}

pub(super) fn write_fields(fields: &MeetingFields) -> Result<String, StoreError> {
    serde_json::to_string(fields).map_err(|error| StoreError::damaged("a draft", error))
}
