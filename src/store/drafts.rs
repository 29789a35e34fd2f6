//! Drafts: forms being filled in, kept under a secret so that nothing typed is lost; and sending
//! one, which happens once however often the button is pressed.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use super::revisions::{NewRevision, Source, append_revision, new_meeting};
use super::schema::{drafts, edit_keys, meetings, revisions};
use super::token::{Token, TokenHash};
use crate::domain::fields::{MeetingFields, Submission};
use crate::domain::{MeetingId, Reference, RevisionId, Scope};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long an untouched draft is kept.
const KEPT: TimeDelta = TimeDelta::days(14);

/// A form being filled in.
#[derive(Debug, Clone)]
pub struct Draft {
    pub fields: MeetingFields,
    /// What it changes; `None` for a new meeting.
    pub edit: Option<Edit>,
    pub source: Source,
    /// What it became, once it was sent.
    pub sent: Option<RevisionId>,
}

/// What a draft changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    pub meeting: MeetingId,
    /// Which occurrences, in a series.
    pub scope: Scope,
}

/// What a draft became.
#[derive(Debug, Clone)]
pub struct Sent {
    pub meeting: MeetingId,
    pub reference: Reference,
}

type DraftRow = (
    Option<String>,
    Option<String>,
    String,
    String,
    Option<String>,
);

impl Store {
    /// Keeps a new draft and returns its secret. Drafts that nobody touched for two weeks go.
    pub fn new_draft(
        &self,
        fields: &MeetingFields,
        edit: Option<Edit>,
        source: Source,
        now: DateTime<Utc>,
    ) -> Result<Token, StoreError> {
        let token = Token::random()?;
        let text = write_fields(fields)?;
        self.write(|connection| {
            diesel::delete(drafts::table.filter(drafts::updated_at.lt((now - KEPT).naive_utc())))
                .execute(connection)?;
            diesel::insert_into(drafts::table)
                .values((
                    drafts::token_hash.eq(token.hash().as_str()),
                    drafts::meeting_id.eq(edit.map(|edit| edit.meeting.to_string())),
                    drafts::scope.eq(edit.map(|edit| edit.scope.to_string())),
                    drafts::source.eq(source.as_str()),
                    drafts::fields.eq(text),
                    drafts::created_at.eq(now.naive_utc()),
                    drafts::updated_at.eq(now.naive_utc()),
                ))
                .execute(connection)?;
            Ok(())
        })?;
        Ok(token)
    }

    /// A draft by its secret.
    pub fn draft(&self, token: &TokenHash) -> Result<Option<Draft>, StoreError> {
        self.read(|connection| read_draft(connection, token))
    }

    /// Replaces what was typed so far; a draft that was sent stays as it was.
    pub fn save_draft(
        &self,
        token: &TokenHash,
        fields: &MeetingFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let text = write_fields(fields)?;
        self.write(|connection| {
            diesel::update(
                drafts::table
                    .filter(drafts::token_hash.eq(token.as_str()))
                    .filter(drafts::sent_revision.is_null()),
            )
            .set((
                drafts::fields.eq(text),
                drafts::updated_at.eq(now.naive_utc()),
            ))
            .execute(connection)?;
            Ok(())
        })
    }

    /// Sends a draft: makes its revision, and its meeting if it is a new one, exactly once.
    /// Sent again, it answers what it became the first time. `edit_key` is the secret under which
    /// the poster can change the meeting later.
    pub fn send_draft(
        &self,
        token: &TokenHash,
        submission: &Submission,
        edit_key: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<Sent>, StoreError> {
        self.write(|connection| {
            // Touching the row first locks it: a second press waits here and then sees what the
            // first one did.
            let locked = diesel::update(drafts::table.find(token.as_str()))
                .set(drafts::updated_at.eq(now.naive_utc()))
                .execute(connection)?;
            let draft = match locked {
                0 => None,
                _ => read_draft(connection, token)?,
            };
            let Some(draft) = draft else { return Ok(None) };
            if let Some(revision) = draft.sent {
                return sent(connection, revision).map(Some);
            }
            let meeting = match draft.edit {
                Some(edit) => edit.meeting,
                None => new_meeting(connection, None, now)?.0,
            };
            let revision = NewRevision {
                details: &submission.details,
                poster: &submission.poster,
                source: draft.source,
            };
            let revision = append_revision(connection, meeting, &revision, now)?;
            diesel::update(drafts::table.find(token.as_str()))
                .set(drafts::sent_revision.eq(revision.to_string()))
                .execute(connection)?;
            if draft.source == Source::Form {
                diesel::insert_into(edit_keys::table)
                    .values((
                        edit_keys::token_hash.eq(edit_key.as_str()),
                        edit_keys::meeting_id.eq(meeting.to_string()),
                        edit_keys::created_at.eq(now.naive_utc()),
                    ))
                    .execute(connection)?;
            }
            sent(connection, revision).map(Some)
        })
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
        self.read(|connection| {
            let id: Option<String> = edit_keys::table
                .find(key.as_str())
                .select(edit_keys::meeting_id)
                .first(connection)
                .optional()?;
            Ok(id.as_deref().and_then(MeetingId::parse))
        })
    }
}

fn read_draft(
    connection: &mut AnyConnection,
    token: &TokenHash,
) -> Result<Option<Draft>, StoreError> {
    let row: Option<DraftRow> = drafts::table
        .find(token.as_str())
        .select((
            drafts::meeting_id,
            drafts::scope,
            drafts::source,
            drafts::fields,
            drafts::sent_revision,
        ))
        .first(connection)
        .optional()?;
    row.map(|(meeting, scope, source, fields, sent)| {
        Ok(Draft {
            fields: serde_json::from_str(&fields)
                .map_err(|error| StoreError::damaged("a draft", error))?,
            edit: meeting
                .as_deref()
                .and_then(MeetingId::parse)
                .map(|meeting| read_edit(meeting, scope.as_deref()))
                .transpose()?,
            source: Source::from_name(&source),
            sent: sent.as_deref().and_then(RevisionId::parse),
        })
    })
    .transpose()
}

fn read_edit(meeting: MeetingId, scope: Option<&str>) -> Result<Edit, StoreError> {
    let unknown = || StoreError::damaged("a draft", "its scope is unknown");
    Ok(Edit {
        meeting,
        scope: match scope {
            Some(text) => Scope::parse(text).ok_or_else(unknown)?,
            None => Scope::All,
        },
    })
}

fn sent(connection: &mut AnyConnection, revision: RevisionId) -> Result<Sent, StoreError> {
    let (id, reference): (String, String) = revisions::table
        .inner_join(meetings::table.on(meetings::id.eq(revisions::meeting_id)))
        .filter(revisions::id.eq(revision.to_string()))
        .select((meetings::id, meetings::reference))
        .first(connection)?;
    Ok(Sent {
        meeting: MeetingId::parse(&id)
            .ok_or_else(|| StoreError::damaged("a meeting", "its id is not a UUID"))?,
        reference: Reference::from_stored(reference),
    })
}

fn write_fields(fields: &MeetingFields) -> Result<String, StoreError> {
    serde_json::to_string(fields).map_err(|error| StoreError::damaged("a draft", error))
}
