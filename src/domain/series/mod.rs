//! Meetings that are held again and again: runs of occurrences by a rule, and what is unlike the
//! rest in them. Edits are in `edit`; which occurrences a meeting has is said in `occurrence`.

mod approval;
mod edit;
mod held;
mod patch;
mod reach;
mod rule;
mod run;
#[cfg(test)]
mod tests;

pub use edit::Scope;
pub use patch::Patch;
pub use rule::{
    Dates, Ends, MAX_EVERY, MAX_MONTHS, MAX_OCCURRENCES, Recurrence, Rule, Step, ordinal,
};
pub use run::{Exception, Run};

use super::problem::Problem;
use super::schedule::ExactTimes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most runs of a series: edits of the rest of it, one after the other.
const MAX_RUNS: usize = 60;

/// A series: runs one after the other. Most have one; whenever the rest of a series is changed, what
/// was held stays a run of its own, and so is never rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct Series {
    runs: Vec<Run>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confirm_from: Option<NaiveDate>,
}

/// A series as it is read: not known to have a run.
#[derive(Deserialize)]
struct Stored {
    runs: Vec<Run>,
    #[serde(default)]
    confirm_from: Option<NaiveDate>,
}

impl Series {
    /// A series of one run. Occurrences from the day `confirm_from` on are planned only: the group
    /// will be asked whether they are still held.
    pub fn new(run: Run, confirm_from: Option<NaiveDate>) -> Self {
        Self {
            runs: vec![run],
            confirm_from,
        }
    }

    /// The runs, earliest first; never empty.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The run that is edited when "all" are.
    pub fn newest(&self) -> &Run {
        &self.runs[self.runs.len() - 1]
    }

    /// The day from which the group has yet to say whether the meetings are held.
    pub fn confirm_from(&self) -> Option<NaiveDate> {
        self.confirm_from
    }

    /// The same with another such day, or none.
    pub fn confirming_from(self, day: Option<NaiveDate>) -> Self {
        Self {
            confirm_from: day,
            ..self
        }
    }

    /// Whether an occurrence awaits the group's word.
    pub fn awaits_confirmation(&self, date: NaiveDate) -> bool {
        self.confirm_from.is_some_and(|from| date >= from)
    }

    /// When it is held: each occurrence under the day of its rule, with its hours.
    pub fn sittings(&self) -> impl Iterator<Item = (NaiveDate, ExactTimes)> + '_ {
        self.runs.iter().flat_map(Run::sittings)
    }

    /// The run that has an occurrence on a day of its rule, left out or not.
    pub fn run_of(&self, date: NaiveDate) -> Option<&Run> {
        self.runs
            .iter()
            .find(|run| run.recurrence().dates().contains(&date))
    }
}

impl TryFrom<Stored> for Series {
    type Error = Problem;

    fn try_from(stored: Stored) -> Result<Self, Problem> {
        match stored.runs.is_empty() {
            true => Err(Problem::TooFew { least: 1 }),
            false => Ok(Self {
                runs: stored.runs,
                confirm_from: stored.confirm_from,
            }),
        }
    }
}
