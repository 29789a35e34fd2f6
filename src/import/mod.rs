//! Files from elsewhere, read entry by entry into the domain's types: groups, topics, meetings, the demo.
//! One bad entry never spoils the rest; what is not taken is named in a [`Report`].
//! Nothing here knows of the store: what was read is written by the acts.

mod combine;
mod demo;
mod entry;
mod groups;
mod in_file;
mod meetings;
mod reader;
mod report;
mod samples;
mod topics;
mod when;

pub use combine::combined;
pub use demo::{GROUPS_FILE, MEETINGS_FILE, TOPICS_FILE};
pub use groups::{ReadGroups, read_groups};
pub use in_file::{Folded, InFile};
pub use meetings::{ImportedMeeting, ReadMeetings, read_meetings};
pub use report::{ImportError, MAX_BYTES, MAX_ENTRIES, Refusal, Remark, Report};
pub use samples::sample_meetings;
pub use topics::{ReadTopics, read_topics};

#[cfg(test)]
mod tests;
