//! What is wrong, where, and what to do about it.

use crate::store::error::StoreError;
use std::fmt;

/// Something that is wrong with a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it is about, with its id: `revision 0198...`.
    pub what: String,
    /// What is wrong with it.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// One line: what, the problem, and what to do.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            problem,
            remedy,
        } = self;
        let line = format!("{what}: {problem}. {remedy}");
        // Stored text may hold anything; a line stays one line.
        f.write_str(&line.replace(char::is_control, " "))
    }
}

/// For what no act can mend.
pub(super) const RESTORE: &str = "Restore the newest backup that passes this check.";
/// For what the calendar goes on without.
pub(super) const HARMLESS: &str =
    "The calendar goes on without it; a backup that passes this check has it whole.";

/// Faults as they are found.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) found: Vec<Fault>,
}

impl Faults {
    pub(super) fn add(
        &mut self,
        what: impl fmt::Display,
        problem: impl fmt::Display,
        remedy: impl fmt::Display,
    ) {
        self.found.push(Fault {
            what: what.to_string(),
            problem: problem.to_string(),
            remedy: remedy.to_string(),
        });
    }

    /// Adds what cannot be read; a newer version can read what it wrote.
    pub(super) fn add_unreadable(
        &mut self,
        what: impl fmt::Display,
        error: &StoreError,
        remedy: impl fmt::Display,
    ) {
        match error {
            StoreError::NewerDocument { .. } => {
                self.add(what, error, "Start the newer version that wrote it.");
            }
            StoreError::Damaged { reason, .. } => {
                self.add(what, format_args!("it cannot be read: {reason}"), remedy);
            }
            other => self.add(what, other, remedy),
        }
    }
}
