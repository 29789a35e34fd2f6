//! What an import did, for whoever started it.

use super::Actor;
use crate::import::Report;
use crate::store::Upsert;
use std::fmt;

/// What an import did.
#[derive(Debug, Default)]
pub struct Outcome {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// What could not be taken, and what was taken in part.
    pub report: Report,
}

impl Outcome {
    pub(super) fn of(report: Report) -> Self {
        Self {
            report,
            ..Self::default()
        }
    }

    pub(super) fn count(&mut self, upsert: Upsert) {
        match upsert {
            Upsert::Added => self.added += 1,
            Upsert::Changed => self.changed += 1,
            Upsert::Unchanged => self.unchanged += 1,
        }
    }

    /// Puts it into the log.
    pub(super) fn log(&self, act: &'static str, actor: &Actor) {
        let (added, changed, unchanged) = (self.added, self.changed, self.unchanged);
        let refused = self.report.refused;
        tracing::info!(act, %actor, added, changed, unchanged, refused, "done");
    }

    /// Whether everything in the file was taken.
    pub fn is_complete(&self) -> bool {
        self.report.refusals.is_empty()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} added, {} changed, {} unchanged",
            self.added, self.changed, self.unchanged
        )?;
        self.report.fmt(f)
    }
}
