//! Meetings that are held again and again: runs of occurrences by a rule, and what is unlike the
//! rest in them. How they are changed is said in `change`, which occurrences a meeting has in
//! `occurrence`.

mod exception;
mod held;
mod rule;
mod run;
mod scope;

pub use exception::{Exception, Own};
pub(in crate::domain) use held::{after_all_held, first_changed};
pub use rule::{
    Dates, Ends, MAX_EVERY, MAX_MONTHS, MAX_OCCURRENCES, Recurrence, Rule, Step, ordinal,
};
pub use run::Run;
pub use scope::Scope;

use super::problem::Problem;
use super::times::ExactTimes;
use chrono::NaiveDate;

/// The most runs of a series: edits of the rest of it, one after the other.
pub(in crate::domain) const MAX_RUNS: usize = 60;

/// A series: runs one after the other, never none. Most have one; whenever the rest of a series is
/// changed, what was held stays a run of its own, and so is never rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    runs: Vec<Run>,
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

    /// A series of these runs. Refuses none.
    pub fn of_runs(runs: Vec<Run>, confirm_from: Option<NaiveDate>) -> Result<Self, Problem> {
        match runs.is_empty() {
            true => Err(Problem::TooFew { least: 1 }),
            false => Ok(Self { runs, confirm_from }),
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

    /// The same run, to be changed.
    pub(in crate::domain) fn run_of_mut(&mut self, date: NaiveDate) -> Option<&mut Run> {
        self.runs
            .iter_mut()
            .find(|run| run.recurrence().dates().contains(&date))
    }

    /// The runs, to be changed.
    pub(in crate::domain) fn runs_mut(&mut self) -> &mut [Run] {
        &mut self.runs
    }

    /// The first day of the rule or list.
    pub(in crate::domain) fn first_day(&self) -> NaiveDate {
        let days = self.runs[0].recurrence().dates();
        days.first().copied().unwrap_or(NaiveDate::MAX)
    }
}
