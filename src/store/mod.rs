//! What was said and decided, kept in SQLite or PostgreSQL: revisions, reviews, the change log,
//! drafts and people. No rule of the calendar lives here; those are the domain's.

mod connection;
mod document;
mod drafts;
mod error;
mod groups;
mod history;
mod imports;
mod log;
mod meetings;
mod migrate;
mod people;
mod pool;
mod publications;
mod reviews;
mod revisions;
mod schema;
mod token;
mod withdrawals;

pub use drafts::{Draft, Edit, Sent};
pub use error::StoreError;
pub use groups::Upsert;
pub use history::PublishedChange;
pub use meetings::{HistoryEntry, MeetingState, QueueEntry};
pub use people::Person;
pub use pool::Store;
pub use publications::{Publication, PublishedGroups, PublishedRevision};
pub use reviews::{Decided, Review};
pub use revisions::{NewRevision, Revision, Source};
pub use token::{Token, TokenHash, random_bytes};
pub use withdrawals::Withdrawal;
