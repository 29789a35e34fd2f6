//! The files that come inside the program, so that it needs nothing beside it. Groups and topics are
//! also what a new calendar begins with.
//! They hold public facts; the meetings are all past, `samples` adds invented ones for days ahead.

/// The groups of the community, for [`read_groups`](super::read_groups).
pub const GROUPS_FILE: &str = include_str!("../../demo/igf-groups.json");

/// The topics that they work on, for [`read_topics`](super::read_topics).
pub const TOPICS_FILE: &str = include_str!("../../demo/igf-topics.json");

/// Real meetings of earlier years, for [`read_meetings`](super::read_meetings).
pub const MEETINGS_FILE: &str = include_str!("../../demo/igf-meetings.json");
