//! The published calendar in memory: an immutable snapshot of the approved revisions, and what
//! can be asked of it. Nothing here has ever seen an unapproved revision.

mod attention;
mod departed;
mod directory;
mod facets;
mod filter;
mod index;
mod kept;
mod live;
#[cfg(test)]
mod looks;
mod meaning;
mod published;
mod questions;
mod snapshot;
mod splice;
mod timeline;

pub use attention::{Attention, Concern, Nearness, concerns, needing_attention};
pub use departed::Departed;
pub use directory::Directory;
pub use facets::{Facet, FacetLine, categories, facet_lines};
pub use filter::Filter;
pub use live::LiveCalendar;
pub use meaning::{Meaning, Meaningless, group_called};
pub use published::{PublishedMeeting, PublishedOccurrence};
pub use questions::{Activity, Likeness, by_day, join_hosts_of, listed_day, meetings_of};
pub use snapshot::{Origin, Snapshot};
