//! What the stories stand on: databases, browsers, readers of calendars.
//! Nothing here knows a rule of the calendar; the stories themselves live in
//! the modules beside this folder.

pub mod app;
pub mod browser;
pub mod calendars;
#[path = "../../../src/domain/chance.rs"]
pub mod chance;
pub mod cluster;
pub mod database;
pub mod expander;
pub mod hands;
pub mod lint;
pub mod mailbox;
pub mod meetings;
pub mod posted;
pub mod postgres;
pub mod program;
pub mod relay;
pub mod shown;
pub mod tool;
pub mod watchdog;

use std::path::{Path, PathBuf};

/// A path inside the repository, wherever the tests were started from.
pub fn in_repository(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Ends the test with the one remedy: a missing tool is never a reason to
/// skip, or a green run would prove nothing.
pub fn missing(what: &str) -> ! {
    panic!("{what} is missing: run `scripts/test` (or `scripts/test --setup`), which installs it");
}
