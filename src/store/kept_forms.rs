//! What somebody sent from the review page after their session had ended, until they have entered again.

use super::columns::id;
use super::error::StoreError;
use super::pool::Store;
use super::schema::kept_forms;
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::MeetingId;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// The most forms that are kept at a time; further ones are not kept.
const MOST: i64 = 200;

/// A form that was sent without a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// The meeting that it is about.
    pub meeting: MeetingId,
    /// Where it was sent: a path of the desk.
    pub path: String,
    /// The body as it came, form-urlencoded.
    pub form: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = kept_forms)]
struct KeptRow {
    meeting_id: String,
    path: String,
    form: String,
}

#[derive(Insertable)]
#[diesel(table_name = kept_forms)]
struct NewKeptRow<'a> {
    token_hash: &'a str,
    meeting_id: String,
    path: &'a str,
    form: &'a str,
    expires_at: NaiveDateTime,
}

impl Store {
    /// The form that is kept under a secret, as of a moment (UTC).
    pub fn kept_form(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<KeptForm>, StoreError> {
        self.read(|connection| {
            let row: Option<KeptRow> = kept_forms::table
                .filter(kept_forms::token_hash.eq(token.as_str()))
                .filter(kept_forms::expires_at.gt(now.naive_utc()))
                .select(KeptRow::as_select())
                .first(connection)
                .optional()?;
            row.map(|row| {
                Ok(KeptForm {
                    meeting: id("a kept form", &row.meeting_id)?,
                    path: row.path,
                    form: row.form,
                })
            })
            .transpose()
        })
    }
}

impl Transaction<'_> {
    /// Keeps a form under a secret until `expires` (UTC); `false` if there is no room or no such meeting.
    pub fn keep_form(
        &mut self,
        token: &TokenHash,
        kept: &KeptForm,
        expires: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let rows: i64 = kept_forms::table.count().get_result(self.connection)?;
        if rows >= MOST || self.lock_meeting(kept.meeting)?.is_none() {
            return Ok(false);
        }
        let row = NewKeptRow {
            token_hash: token.as_str(),
            meeting_id: kept.meeting.to_string(),
            path: &kept.path,
            form: &kept.form,
            expires_at: expires.naive_utc(),
        };
        diesel::insert_into(kept_forms::table)
            .values(row)
            .execute(self.connection)?;
        Ok(true)
    }

    /// Lets go of the form that is kept under a secret.
    pub fn forget_form(&mut self, token: &TokenHash) -> Result<(), StoreError> {
        diesel::delete(kept_forms::table.find(token.as_str())).execute(self.connection)?;
        Ok(())
    }

    /// Lets go of forms that were kept for long enough.
    pub fn forget_forms(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let old = kept_forms::table.filter(kept_forms::expires_at.le(now.naive_utc()));
        Ok(diesel::delete(old).execute(self.connection)?)
    }
}
