//! The audit log: who did what, when, to what, from what to what, and from which network. Each line
//! is written in the transaction of what it tells of; the database refuses to change or remove one.
//! It holds no name and no address: people and meetings are named by their ids.

mod read;

pub use read::{AuditFilter, AuditLine};

use super::error::StoreError;
use super::schema::audit;
use super::transaction::Transaction;
use crate::domain::{DeedId, MeetingId, Network, PersonId, Slug};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

/// The most letters that are kept of what something was before or after.
const LONGEST: usize = 4_000;

/// Who did something, as far as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Somebody of whom nothing is known.
    Anyone,
    /// Whoever holds the private address of a meeting, or the secret of a draft.
    Poster,
    /// One of the people.
    Person(PersonId),
    /// Whatever reads files.
    Importer,
    /// The calendar itself, or whoever runs its commands on the machine.
    System,
}

/// What something was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    Meeting(MeetingId),
    Group(Slug),
    Topic(Slug),
    Person(PersonId),
    /// An e-mail address, which is not kept.
    Address,
    /// The calendar as a whole.
    Calendar,
}

/// Something that was done, as a line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The act's stable name, such as `decide`.
    pub act: &'static str,
    /// What it was done to.
    pub to: Done,
    /// What that was before, in short.
    pub before: Option<String>,
    /// What it is now, in short.
    pub after: Option<String>,
}

impl Deed {
    /// An act on something.
    pub fn new(act: &'static str, to: Done) -> Self {
        Self {
            act,
            to,
            before: None,
            after: None,
        }
    }

    /// With what it was before.
    pub fn before(self, before: impl ToString) -> Self {
        Self {
            before: Some(before.to_string()),
            ..self
        }
    }

    /// With what it is now.
    pub fn after(self, after: impl ToString) -> Self {
        Self {
            after: Some(after.to_string()),
            ..self
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = audit)]
#[diesel(treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: String,
    created_at: NaiveDateTime,
    actor: &'a str,
    person_id: Option<String>,
    act: &'a str,
    subject_kind: &'a str,
    subject: Option<String>,
    before: Option<String>,
    after: Option<String>,
    network: Option<String>,
}

impl Transaction<'_> {
    /// Writes a line of the audit log.
    pub fn audit(
        &mut self,
        (by, network): (By, Option<Network>),
        deed: &Deed,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = NewRow {
            id: DeedId::new().to_string(),
            created_at: now.naive_utc(),
            actor: by.as_str(),
            person_id: by.person().map(|person| person.to_string()),
            act: deed.act,
            subject_kind: deed.to.kind(),
            subject: deed.to.name(),
            before: deed.before.as_deref().map(shortened),
            after: deed.after.as_deref().map(shortened),
            network: network.map(|network| network.to_string()),
        };
        diesel::insert_into(audit::table)
            .values(row)
            .execute(self.connection)?;
        Ok(())
    }
}

impl By {
    /// The stable names, as they are stored and asked for.
    pub const NAMES: [&'static str; 5] = ["anyone", "poster", "person", "importer", "system"];

    fn as_str(self) -> &'static str {
        let place = match self {
            Self::Anyone => 0,
            Self::Poster => 1,
            Self::Person(_) => 2,
            Self::Importer => 3,
            Self::System => 4,
        };
        Self::NAMES[place]
    }

    fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Importer => Some(PersonId::IMPORTER),
            Self::System => Some(PersonId::SYSTEM),
            Self::Anyone | Self::Poster => None,
        }
    }
}

impl Done {
    fn kind(&self) -> &'static str {
        match self {
            Self::Meeting(_) => "meeting",
            Self::Group(_) => "group",
            Self::Topic(_) => "topic",
            Self::Person(_) => "person",
            Self::Address => "address",
            Self::Calendar => "calendar",
        }
    }

    fn name(&self) -> Option<String> {
        match self {
            Self::Meeting(id) => Some(id.to_string()),
            Self::Group(slug) | Self::Topic(slug) => Some(slug.to_string()),
            Self::Person(id) => Some(id.to_string()),
            Self::Address | Self::Calendar => None,
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
