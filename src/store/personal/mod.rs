//! Personal data: all that is kept about somebody, by the e-mail address that they gave; taking it away
//! from where it is kept, for one of them or of everybody after a time. What was said and decided stays
//! whole: a reserved name and address take the place of those that were there.

mod erase;
mod expire;
mod export;
mod spam;

pub use erase::Erased;
pub use expire::{Expired, KeptFor, Retained};
pub use export::{NamedIn, PersonalData};

use super::error::StoreError;
use super::schema::outbox;
use super::transaction::Transaction;
use crate::domain::web_url::EmailAddress;
use diesel::prelude::*;

/// What is left of a letter once nobody has to know whom it went to: its kind, its meeting and when.
#[derive(AsChangeset)]
#[diesel(table_name = outbox)]
#[diesel(treat_none_as_null = true)]
struct Blank {
    recipient: &'static str,
    payload: &'static str,
    problem: Option<String>,
    stop_hash: Option<String>,
}

impl Blank {
    const LETTER: Self = Self {
        recipient: EmailAddress::ERASED,
        payload: "{}",
        problem: None,
        stop_hash: None,
    };
}

/// The beginning of the events that name an address: of letters that lead back to one's entries.
const NAMES_ADDRESS: &str = "lost:%";

impl Transaction<'_> {
    /// Letters that name nobody any more must not do so by their event.
    fn unname_letters(&mut self) -> Result<(), StoreError> {
        let named = outbox::table
            .filter(outbox::recipient.eq(EmailAddress::ERASED))
            .filter(outbox::event.like(NAMES_ADDRESS));
        diesel::update(named)
            .set(outbox::event.eq(None::<String>))
            .execute(self.connection)?;
        Ok(())
    }
}
