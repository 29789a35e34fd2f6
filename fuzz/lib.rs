//! The entries, for the fuzzers; with what they take in of the stories in `tests/it`.

mod entries;
#[path = "../tests/it/support/lint/mod.rs"]
mod lint;
#[path = "../tests/it/support/meetings.rs"]
#[allow(dead_code, reason = "stories need more of it")]
mod meetings;

pub use entries::enter;
