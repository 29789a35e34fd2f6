//! One-time ways into the desk.

use super::error::StoreError;
use super::pool::Store;
use super::schema::invitations;
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = invitations)]
#[diesel(treat_none_as_default_value = false)]
struct NewInvitationRow<'a> {
    token_hash: &'a str,
    email: Option<String>,
    expires_at: NaiveDateTime,
}

impl Store {
    /// Whether an invitation would still let somebody in; looking does not use it up.
    pub fn is_invitation_open(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.read(|connection| {
            let open: i64 = invitations::table
                .filter(invitations::token_hash.eq(token.as_str()))
                .filter(invitations::used_at.is_null())
                .filter(invitations::expires_at.gt(now.naive_utc()))
                .count()
                .get_result(connection)?;
            Ok(open > 0)
        })
    }
}

impl Transaction<'_> {
    /// Lets whoever holds a secret into the desk once until `expires` (UTC).
    pub fn add_invitation(
        &mut self,
        token: &TokenHash,
        email: Option<&EmailAddress>,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewInvitationRow {
            token_hash: token.as_str(),
            email: email.map(EmailAddress::known_as),
            expires_at: expires.naive_utc(),
        };
        diesel::insert_into(invitations::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// Uses an invitation up. `None` if it was used or has expired, else the address that it was for,
    /// if it was for one.
    pub fn use_invitation(
        &mut self,
        token: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<EmailAddress>>, StoreError> {
        let used = diesel::update(
            invitations::table
                .filter(invitations::token_hash.eq(token.as_str()))
                .filter(invitations::used_at.is_null())
                .filter(invitations::expires_at.gt(now.naive_utc())),
        )
        .set(invitations::used_at.eq(now.naive_utc()))
        .execute(self.connection)?;
        if used == 0 {
            return Ok(None);
        }
        let email: Option<String> = invitations::table
            .find(token.as_str())
            .select(invitations::email)
            .first(self.connection)?;
        let unreadable = |problem| StoreError::damaged("an invitation", problem);
        let email = email.map(|email| EmailAddress::parse(&email).map_err(unreadable));
        Ok(Some(email.transpose()?))
    }

    /// Makes the open invitations of an address void; without one, those of the first start.
    pub fn void_invitations(&mut self, email: Option<&EmailAddress>) -> Result<(), StoreError> {
        let open = invitations::table.filter(invitations::used_at.is_null());
        match email {
            Some(email) => diesel::delete(open.filter(invitations::email.eq(email.known_as())))
                .execute(self.connection)?,
            None => diesel::delete(open.filter(invitations::email.is_null()))
                .execute(self.connection)?,
        };
        Ok(())
    }
}
