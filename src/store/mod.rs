//! What was said and decided, kept in SQLite or PostgreSQL: revisions, reviews, the change log,
//! drafts and people. No rule of the calendar lives here; those are the domain's.

mod changes;
mod connection;
mod drafts;
mod error;
mod groups;
mod imports;
mod migrate;
mod people;
mod reviews;
mod revisions;
mod schema;
mod token;

pub use changes::{Publication, PublishedGroups, PublishedRevision};
pub use connection::Store;
pub use drafts::{Draft, Sent};
pub use error::StoreError;
pub use groups::Upsert;
pub use people::Person;
pub use reviews::{Decided, Review};
pub use revisions::{HistoryEntry, MeetingState, NewRevision, QueueEntry, Revision, Source};
pub use token::{Token, TokenHash, random_bytes};
