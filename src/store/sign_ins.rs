//! Signing in by mail: who asked for a code, in which browser, and how often a code was tried.

use super::columns::id;
use super::error::StoreError;
use super::lower::lower;
use super::revisions::Source;
use super::schema::{revisions, sign_ins};
use super::token::TokenHash;
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use crate::domain::{Code, SignInId};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// A try to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub id: SignInId,
    pub email: EmailAddress,
    /// How often a code was tried.
    pub tries: u32,
    /// The code's, once it was mailed.
    pub code: Option<TokenHash>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sign_ins)]
struct SignInRow {
    id: String,
    email: String,
    tries: i32,
    code_hash: Option<String>,
}

#[derive(Insertable)]
#[diesel(table_name = sign_ins)]
struct NewSignInRow<'a> {
    id: String,
    token_hash: &'a str,
    email: String,
    network: &'a str,
    tries: i32,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

impl Transaction<'_> {
    /// Notes that somebody asks for a code, in the browser that holds a secret.
    pub fn add_sign_in(
        &mut self,
        sign_in: SignInId,
        (browser, network): (&TokenHash, &str),
        email: &EmailAddress,
        (now, ends): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), StoreError> {
        let row = NewSignInRow {
            id: sign_in.to_string(),
            token_hash: browser.as_str(),
            email: email.known_as(),
            network,
            tries: 0,
            created_at: now.naive_utc(),
            expires_at: ends.naive_utc(),
        };
        diesel::insert_into(sign_ins::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }

    /// How often a code was asked for with an address since a time (UTC): from one network, and from
    /// anywhere.
    pub fn count_sign_ins(
        &mut self,
        email: &EmailAddress,
        network: &str,
        since: DateTime<Utc>,
    ) -> Result<(i64, i64), StoreError> {
        let networks: Vec<String> = sign_ins::table
            .filter(sign_ins::email.eq(email.known_as()))
            .filter(sign_ins::created_at.gt(since.naive_utc()))
            .select(sign_ins::network)
            .load(self.connection)?;
        let here = networks.iter().filter(|from| *from == network).count();
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Ok((count(here), count(networks.len())))
    }

    /// Counts one more try in a browser, if it asked for a code that is not over (`now`, UTC) and was not
    /// tried so often before; `None` if not.
    pub fn try_sign_in(
        &mut self,
        browser: &TokenHash,
        most: i32,
        now: DateTime<Utc>,
    ) -> Result<Option<SignIn>, StoreError> {
        let tried = diesel::update(
            sign_ins::table
                .filter(sign_ins::token_hash.eq(browser.as_str()))
                .filter(sign_ins::expires_at.gt(now.naive_utc()))
                .filter(sign_ins::tries.lt(most)),
        )
        .set(sign_ins::tries.eq(sign_ins::tries + 1))
        .execute(self.connection)?;
        if tried == 0 {
            return Ok(None);
        }
        let row: SignInRow = sign_ins::table
            .filter(sign_ins::token_hash.eq(browser.as_str()))
            .select(SignInRow::as_select())
            .first(self.connection)?;
        row.read().map(Some)
    }

    /// A try that is not over (`now`, UTC).
    pub fn sign_in(
        &mut self,
        sign_in: SignInId,
        now: DateTime<Utc>,
    ) -> Result<Option<SignIn>, StoreError> {
        let row: Option<SignInRow> = sign_ins::table
            .find(sign_in.to_string())
            .filter(sign_ins::expires_at.gt(now.naive_utc()))
            .select(SignInRow::as_select())
            .first(self.connection)
            .optional()?;
        row.map(SignInRow::read).transpose()
    }

    /// Keeps the hash of the code that is mailed.
    pub fn keep_code(&mut self, sign_in: SignInId, code: &Code) -> Result<(), StoreError> {
        diesel::update(sign_ins::table.find(sign_in.to_string()))
            .set(sign_ins::code_hash.eq(TokenHash::of_code(code).as_str()))
            .execute(self.connection)?;
        Ok(())
    }

    /// Lets go what a browser asked for.
    pub fn forget_sign_in(&mut self, browser: &TokenHash) -> Result<(), StoreError> {
        diesel::delete(sign_ins::table.filter(sign_ins::token_hash.eq(browser.as_str())))
            .execute(self.connection)?;
        Ok(())
    }

    /// Lets go what was asked for before a time (UTC).
    pub fn forget_sign_ins(&mut self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let old = sign_ins::table.filter(sign_ins::created_at.lt(before.naive_utc()));
        diesel::delete(old).execute(self.connection)?;
        Ok(())
    }

    /// Whether somebody at an address may sign in: they are known, or have posted.
    pub fn may_sign_in(&mut self, email: &EmailAddress) -> Result<bool, StoreError> {
        if self.person_of_email(email)?.is_some() {
            return Ok(true);
        }
        let posted: i64 = revisions::table
            .filter(lower(revisions::poster_email).eq(email.known_as()))
            .filter(revisions::source.eq(Source::Form.as_str()))
            .count()
            .get_result(self.connection)?;
        Ok(posted > 0)
    }
}

impl SignInRow {
    fn read(self) -> Result<SignIn, StoreError> {
        let what = format!("sign-in {}", self.id);
        let unreadable = |problem| StoreError::damaged(&what, problem);
        Ok(SignIn {
            id: id(&what, &self.id)?,
            email: EmailAddress::parse(&self.email).map_err(unreadable)?,
            tries: self.tries.unsigned_abs(),
            code: self.code_hash.map(TokenHash::from_stored),
        })
    }
}
