//! The published calendar in memory: an immutable snapshot of the approved revisions, and what
//! can be asked of it. Nothing here has ever seen an unapproved revision.

mod attention;
mod filter;
mod live;
mod published;
mod snapshot;

pub use attention::{Attention, Concern, Nearness, needing_attention};
pub use filter::Filter;
pub use live::LiveCalendar;
pub use published::{FeedText, PublishedMeeting, PublishedOccurrence};
pub use snapshot::Snapshot;
