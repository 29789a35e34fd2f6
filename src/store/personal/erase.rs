//! Taking away what says who somebody is, wherever it is kept. What they wrote for readers stays as it
//! was published.

use super::Blank;
use crate::domain::fields::MeetingFields;
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Poster, Role};
use crate::store::columns::id;
use crate::store::drafts::{read_fields, write_fields};
use crate::store::error::StoreError;
use crate::store::lower::lower;
use crate::store::schema::{
    addresses, drafts, invitations, outbox, people, revisions, sessions, sign_ins,
};
use crate::store::transaction::Transaction;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use std::fmt;

diesel::define_sql_function! {
    #[sql_name = "lower"]
    fn lower_or_nothing(text: Nullable<Text>) -> Nullable<Text>;
}

/// What somebody may do, and what they prove who they are with, beside their sessions.
const WAYS_IN: [&str; 4] = [
    "coordinators",
    "passkeys",
    "authenticators",
    "recovery_codes",
];

/// What was taken away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Erased {
    /// Revisions that named them as their poster.
    pub revisions: usize,
    /// Forms being filled in, or sent lately, with their name or address.
    pub drafts: usize,
    /// Letters to them.
    pub letters: usize,
    /// Private addresses of meetings that nobody else posted or changed.
    pub private_addresses: usize,
    /// One-time addresses of the desk that were meant for them.
    pub invitations: usize,
    /// Sessions of theirs that ended.
    pub sessions: usize,
    /// Who of the people they were.
    pub person: Option<PersonId>,
}

impl Erased {
    /// Whether nothing was known of the address.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            revisions,
            drafts,
            letters,
            private_addresses,
            invitations,
            sessions,
            person: _,
        } = self;
        write!(
            f,
            "{revisions} revisions, {drafts} forms, {letters} letters, {private_addresses} private \
             addresses, {invitations} invitations, {sessions} sessions"
        )
    }
}

impl Transaction<'_> {
    /// Takes away the name and the address of whoever has an address, and lets them in nowhere any
    /// more. Capitals make no difference.
    pub fn erase_person(
        &mut self,
        address: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<Erased, StoreError> {
        let private_addresses = self.void_private_addresses(address)?;
        let (person, sessions) = match self.person_at(address)? {
            Some(person) => (Some(person), self.erase_of_people(person)?),
            None => (None, 0),
        };
        let of_invitations =
            invitations::table.filter(lower_or_nothing(invitations::email).eq(address.known_as()));
        let of_addresses = addresses::table.filter(lower(addresses::email).eq(address.known_as()));
        diesel::delete(of_addresses).execute(self.connection)?;
        let of_sign_ins = sign_ins::table.filter(lower(sign_ins::email).eq(address.known_as()));
        diesel::delete(of_sign_ins).execute(self.connection)?;
        Ok(Erased {
            revisions: self.erase_poster(address)?,
            drafts: self.erase_in_drafts(address)?,
            letters: self.erase_letters(address, now)?,
            private_addresses,
            invitations: diesel::delete(of_invitations).execute(self.connection)?,
            sessions,
            person,
        })
    }

    fn erase_poster(&mut self, address: &EmailAddress) -> Result<usize, StoreError> {
        let theirs = revisions::table.filter(lower(revisions::poster_email).eq(address.known_as()));
        Ok(diesel::update(theirs)
            .set((
                revisions::poster_name.eq(Poster::ERASED),
                revisions::poster_email.eq(EmailAddress::ERASED),
            ))
            .execute(self.connection)?)
    }

    /// Of meetings that others posted as well, the others have private addresses, and nothing tells
    /// which is whose.
    fn void_private_addresses(&mut self, address: &EmailAddress) -> Result<usize, StoreError> {
        let theirs_alone = format!(
            "DELETE FROM edit_keys WHERE meeting_id IN \
             (SELECT meeting_id FROM revisions WHERE lower(poster_email) = $1) \
             AND meeting_id NOT IN (SELECT meeting_id FROM revisions \
             WHERE lower(poster_email) <> $1 AND poster_email <> '{}' AND source = 'form')",
            EmailAddress::ERASED
        );
        Ok(diesel::sql_query(theirs_alone)
            .bind::<Text, _>(address.known_as())
            .execute(self.connection)?)
    }

    /// Forms that name them. A new one asks for a name again; a change, which somebody else may have in
    /// hand, says that it is nobody's.
    fn erase_in_drafts(&mut self, address: &EmailAddress) -> Result<usize, StoreError> {
        let mut erased = 0;
        for (token, is_change, fields) in self.drafts_naming(address)? {
            let mut fields = read_fields(&fields)?;
            if take_out(&mut fields, address, is_change) {
                diesel::update(drafts::table.find(token))
                    .set(drafts::fields.eq(write_fields(&fields)?))
                    .execute(self.connection)?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    fn drafts_naming(
        &mut self,
        address: &EmailAddress,
    ) -> Result<Vec<(String, bool, String)>, StoreError> {
        let rows: Vec<(String, Option<String>, String)> = drafts::table
            .filter(
                lower(drafts::fields)
                    .like(containing(&address.known_as()))
                    .escape('!'),
            )
            .select((drafts::token_hash, drafts::meeting_id, drafts::fields))
            .load(self.connection)?;
        let rows = rows.into_iter();
        Ok(rows
            .map(|(token, meeting, fields)| (token, meeting.is_some(), fields))
            .collect())
    }

    fn erase_letters(
        &mut self,
        address: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let theirs = || outbox::table.filter(lower(outbox::recipient).eq(address.known_as()));
        let unsent = theirs()
            .filter(outbox::sent_at.is_null())
            .filter(outbox::given_up_at.is_null());
        diesel::update(unsent)
            .set(outbox::given_up_at.eq(now.naive_utc()))
            .execute(self.connection)?;
        let erased = diesel::update(theirs())
            .set(Blank::LETTER)
            .execute(self.connection)?;
        self.unname_letters()?;
        Ok(erased)
    }

    /// Who of the people has an address.
    fn person_at(&mut self, address: &EmailAddress) -> Result<Option<PersonId>, StoreError> {
        let found: Option<String> = people::table
            .filter(lower_or_nothing(people::email).eq(address.known_as()))
            .select(people::id)
            .first(self.connection)
            .optional()?;
        found.map(|found| id("a person", &found)).transpose()
    }

    /// The row stays, because what they decided names it. Returns how many sessions of theirs ended.
    fn erase_of_people(&mut self, person: PersonId) -> Result<usize, StoreError> {
        diesel::update(people::table.find(person.to_string()))
            .set((
                people::name.eq(Poster::ERASED),
                people::email.eq(None::<String>),
                people::role.eq(Role::Poster.as_str()),
                people::reviews.eq(None::<String>),
            ))
            .execute(self.connection)?;
        for table in WAYS_IN {
            diesel::sql_query(format!("DELETE FROM {table} WHERE person_id = $1"))
                .bind::<Text, _>(person.to_string())
                .execute(self.connection)?;
        }
        let theirs = sessions::table.filter(sessions::person_id.eq(person.to_string()));
        Ok(diesel::delete(theirs).execute(self.connection)?)
    }
}

/// What `LIKE` finds a text with, where `!` stands before what would mean something.
pub(super) fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Whether a form named somebody, and does so no more.
fn take_out(fields: &mut MeetingFields, address: &EmailAddress, is_change: bool) -> bool {
    let who = &mut fields.who;
    let is_theirs = |typed: &str| typed.trim().eq_ignore_ascii_case(address.as_str());
    let (is_poster, is_contact) = (is_theirs(&who.poster_email), is_theirs(&who.contact_email));
    if is_poster {
        let (name, email) = match is_change {
            true => (Poster::ERASED, EmailAddress::ERASED),
            false => ("", ""),
        };
        name.clone_into(&mut who.poster_name);
        email.clone_into(&mut who.poster_email);
    }
    if is_contact {
        who.contact_name.clear();
        who.contact_email.clear();
    }
    is_poster || is_contact
}
