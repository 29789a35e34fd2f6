//! The files that come inside the program, so that it needs nothing beside it. The groups are also
//! what a new calendar begins with.
//! Both hold public facts; the meetings are all past, `samples` adds invented ones for days ahead.

/// The groups of the community, for [`read_groups`](super::read_groups).
pub const GROUPS_FILE: &str = include_str!("../../demo/igf-groups.json");

/// Real meetings of earlier years, for [`read_meetings`](super::read_meetings).
pub const MEETINGS_FILE: &str = include_str!("../../demo/igf-meetings.json");
