//! Looking whether a database is whole, without a change to it.

use super::database::open_unchanged;
use super::{Failure, say};
use crate::settings::Settings;
use std::process::ExitCode;

/// Prints a line for each fault, and what to do about it. The exit status is 0 if there is none, 1 if
/// there is any.
pub(super) fn check(settings: &Settings) -> Result<ExitCode, Failure> {
    let store = open_unchanged(settings)?;
    let faults = store.check()?;
    for fault in &faults {
        say(fault)?;
    }
    let database = store.address();
    match faults.len() {
        0 => {
            let changes = store.seq()?;
            say(format!(
                "{database} is whole; its change log has {changes} changes."
            ))?;
            Ok(ExitCode::SUCCESS)
        }
        number => {
            say(format!("{database}: {number} faults."))?;
            Ok(ExitCode::from(1))
        }
    }
}
