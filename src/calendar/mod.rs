//! The published calendar in memory: an immutable snapshot of the approved revisions, and what
//! can be asked of it. Nothing here has ever seen an unapproved revision.

mod filter;
mod live;
mod published;
mod snapshot;

pub use filter::Filter;
pub use live::LiveCalendar;
pub use published::{PublishedMeeting, PublishedOccurrence};
pub use snapshot::Snapshot;
