//! Changing a meeting that exists: all of it, or some of the occurrences of a series: one, one and all
//! later ones, or all that are to come. What was held is never rewritten; only what came out of it may
//! be added.

mod approval;
mod merge;
mod one;
mod reach;
mod rest;
#[cfg(test)]
mod tests;

pub use merge::{Merge, Side, Touched, merge, touched};

use super::fields::FieldError;
use super::meeting::MeetingDetails;
use super::problem::Problem;
use super::said::Patch;
use super::series::{Dates, Scope, Series, after_all_held, first_changed};
use super::timing::Timing;
use crate::domain::fields::when_names;
use chrono::{DateTime, NaiveDate, Utc};
use reach::Reach;

impl MeetingDetails {
    /// What a form for editing starts from: the occurrence alone, or the meeting as it is from the
    /// first occurrence of the scope on, run by run, with what the first of these runs says. `None` if
    /// there is no such occurrence.
    pub fn within(&self, scope: Scope, now: DateTime<Utc>) -> Option<Self> {
        let Some(series) = self.timing.series() else {
            return (scope == Scope::All).then(|| self.clone());
        };
        match scope {
            Scope::One(date) => self.occurrence_on(date).map(Self::from),
            Scope::All | Scope::From(_) => {
                Some(self.rest(series, first_changed(series, scope, now)))
            }
        }
    }

    /// The whole meeting after an edit that fills in `changed` for the scope. A problem belongs to a
    /// field of the form.
    ///
    /// Of an edit of several occurrences the pattern holds for each of them, at the hours that
    /// `changed` says, unless it says others for one of them.
    pub fn with_change(
        &self,
        scope: Scope,
        changed: Self,
        now: DateTime<Utc>,
    ) -> Result<Self, FieldError> {
        let Some(series) = self.timing.series() else {
            // It was a series when the edit began: what was meant for some of it is not said of all.
            return match scope {
                Scope::All => Ok(changed),
                Scope::One(date) | Scope::From(date) => Err(no_such_date(date)),
            };
        };
        match scope {
            Scope::One(date) => self.with_one(series, date, changed, now),
            Scope::All | Scope::From(_) => self.with_several(series, scope, changed, now),
        }
    }

    fn with_several(
        &self,
        series: &Series,
        scope: Scope,
        changed: Self,
        now: DateTime<Utc>,
    ) -> Result<Self, FieldError> {
        let from = first_changed(series, scope, now);
        let before = self.rest(series, from);
        let whole = match (before.timing.series(), changed.timing.series()) {
            (Some(shown), Some(typed)) => {
                let reach = Reach::new((&before, shown), (&changed, typed), now);
                let from = match reach.keeps_all_held() {
                    true => from,
                    false => from.max(after_all_held(series, now)),
                };
                self.with_rest(series, from, (&reach.stretches()?, typed.confirm_from()))
            }
            _ => self.with_once(series, from.max(after_all_held(series, now)), changed),
        }?;
        within_limits(whole, first_changed(series, Scope::All, now))
    }

    /// The meeting from a day on, with what its first run says then. If nothing is to come, its last
    /// run, whose days are to be typed anew.
    fn rest(&self, series: &Series, from: NaiveDate) -> Self {
        let rest = series.remaining(from);
        let rest =
            rest.unwrap_or_else(|| Series::new(series.newest().clone(), series.confirm_from()));
        let said = self.said_in(&rest.runs()[0]);
        let rest = rest.map_runs(|run| {
            let unlike = Patch::between(&said, &self.said_in(&run));
            run.saying(unlike)
        });
        Self {
            said,
            timing: Timing::Series(rest),
        }
    }
}

/// Refuses more dates to come than a form can show at once: the next edit of all could not be sent.
fn within_limits(whole: MeetingDetails, from: NaiveDate) -> Result<MeetingDetails, FieldError> {
    if let Some(series) = whole.timing.series() {
        let to_come: Vec<NaiveDate> = series.days().filter(|date| *date >= from).collect();
        if !to_come.is_empty() {
            Dates::new(to_come)
                .map_err(|problem| FieldError::new(when_names::precision, problem))?;
        }
    }
    Ok(whole)
}

fn no_such_date(date: NaiveDate) -> FieldError {
    FieldError::new(when_names::precision, Problem::NoSuchDate { date })
}
