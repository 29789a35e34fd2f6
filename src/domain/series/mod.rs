//! Meetings that are held again and again: runs of occurrences by a rule, and what is unlike the
//! rest in them. How they are changed is said in `change`, which occurrences a meeting has in
//! `occurrence`.

mod exception;
mod held;
mod hours;
mod places;
mod rule;
mod run;
mod scope;
#[cfg(test)]
pub(in crate::domain) mod tests;

pub use exception::{Exception, Own};
pub(in crate::domain) use held::{after_all_held, first_changed};
pub use hours::Hours;
pub(in crate::domain) use places::places;
pub use rule::{
    Dates, Ends, MAX_EVERY, MAX_MONTHS, MAX_OCCURRENCES, Recurrence, Rule, Step, ordinal,
};
pub use run::Run;
pub use scope::Scope;

use super::problem::Problem;
use super::times::{ExactTimes, next_day};
use chrono::NaiveDate;
use std::collections::BTreeSet;

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

    /// A series of these runs. Refuses none. Of those that go by one name the first keeps it; the
    /// others are named for their first day.
    pub fn of_runs(runs: Vec<Run>, confirm_from: Option<NaiveDate>) -> Result<Self, Problem> {
        match runs.is_empty() {
            true => Err(Problem::TooFew { least: 1 }),
            false => Ok(Self {
                runs: named(runs),
                confirm_from,
            }),
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

    /// Every day of its rules and lists, left out or not, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.runs.iter().flat_map(|run| run.recurrence().dates())
    }

    /// On which days it is held, in one: by the rule of its first run if that leads to all of them.
    pub fn recurrence(&self) -> Recurrence {
        let all = self.runs.iter().map(Run::recurrence).cloned();
        all.reduce(|earlier, later| earlier.followed_by(&later))
            .unwrap_or_else(|| self.newest().recurrence().clone())
    }

    /// The same without what comes before a day; `None` if nothing is left.
    pub(in crate::domain) fn remaining(&self, from: NaiveDate) -> Option<Self> {
        let runs = self.runs.iter().filter_map(|run| run.remaining(from));
        Self::of_runs(runs.collect(), self.confirm_from).ok()
    }

    /// The same with one day left out. Refuses a day that the rule does not give, and the last one.
    pub fn skipping(self, date: NaiveDate) -> Result<Self, Problem> {
        let left_out = self.with_run_of(date, |run| run.without(date))?;
        match left_out.runs.iter().any(Run::is_held) {
            true => Ok(left_out),
            false => Err(Problem::TooFew { least: 1 }),
        }
    }

    /// The same with one day at other times. Refuses a day that the rule does not give.
    pub fn moving(self, date: NaiveDate, times: ExactTimes) -> Result<Self, Problem> {
        self.with_run_of(date, |run| run.moving(date, times))
    }

    /// The same with each run changed in some way but for its days and its name.
    pub(in crate::domain) fn map_runs(self, change: impl FnMut(Run) -> Run) -> Self {
        Self {
            runs: self.runs.into_iter().map(change).collect(),
            ..self
        }
    }

    fn with_run_of(
        mut self,
        date: NaiveDate,
        change: impl FnOnce(Run) -> Result<Run, Problem>,
    ) -> Result<Self, Problem> {
        let run = self.run_of_mut(date).ok_or(Problem::NoSuchDate { date })?;
        *run = change(run.clone())?;
        Ok(self)
    }
}

/// The same runs, no two of them by one name.
fn named(runs: Vec<Run>) -> Vec<Run> {
    let mut taken = BTreeSet::new();
    let is_first: Vec<bool> = runs.iter().map(|run| taken.insert(run.name())).collect();
    let name = |(run, is_first): (Run, bool)| match is_first {
        true => run,
        false => {
            let mut day = run.first_day();
            while !taken.insert(Some(day)) {
                day = next_day(day);
            }
            run.named(Some(day))
        }
    };
    runs.into_iter().zip(is_first).map(name).collect()
}
