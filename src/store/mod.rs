//! What was said and decided, kept in SQLite or PostgreSQL: revisions, reviews, the change log,
//! drafts and people. No rule of the calendar lives here: what may be written is the acts' matter, and
//! writing is done in a [`Transaction`] alone.

mod address;
mod breaker;
mod columns;
mod connection;
mod document;
mod drafts;
mod error;
mod file;
mod groups;
mod heads;
mod history;
mod imports;
mod in_use;
mod kept;
mod known;
mod log;
mod meetings;
mod migrate;
mod options;
mod outbox;
mod people;
mod pool;
mod probe;
mod publications;
mod retractions;
mod reviews;
mod revisions;
mod schema;
mod token;
mod topics;
mod transaction;
mod waiting;
mod withdrawals;

pub use address::{DatabaseAddress, PostgresAddress};
pub use drafts::{Draft, Edit, Sent};
pub use error::StoreError;
pub use groups::Upsert;
pub use heads::Head;
pub use history::PublishedChange;
pub use kept::{Keepsake, Kept, KeptFile};
pub use known::Known;
pub use meetings::{HistoryEntry, MeetingState, QueueEntry};
pub use options::StoreOptions;
pub use outbox::{Message, MessageKind, Payload};
pub use people::Person;
pub use pool::Store;
pub use publications::{Publication, PublishedGroups, PublishedRevision, PublishedTopics};
pub use reviews::Review;
pub use revisions::{NewRevision, Revision, Sender, Source};
pub use token::{Token, TokenHash, random_bytes};
pub use transaction::Transaction;
pub use waiting::WaitingChange;
pub use withdrawals::Withdrawal;
