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

use super::meeting::MeetingDetails;
use super::problem::{FieldError, Problem};
use super::series::{Dates, Scope, Series, after_all_held, first_changed};
use super::timing::Timing;
use chrono::{DateTime, NaiveDate, Utc};

impl MeetingDetails {
    /// What a form for editing starts from: the occurrence alone, or the meeting as it is from the
    /// first occurrence of the scope on. `None` if there is no such occurrence.
    pub fn within(&self, scope: Scope, now: DateTime<Utc>) -> Option<Self> {
        let Some(series) = self.timing.series() else {
            return (scope == Scope::All).then(|| self.clone());
        };
        if let Scope::One(date) = scope {
            return self.occurrence_on(date).map(Self::from);
        }
        let from = first_changed(series, scope, now);
        let run = series.runs().iter().find(|run| run.last_day() >= from);
        // If nothing is to come, the form shows the last run, whose days are to be typed anew.
        let run = run.unwrap_or(series.newest());
        let rest = self.rest(series, run, from).unwrap_or_else(|| run.clone());
        Some(Self {
            said: self.said_in(run),
            timing: Timing::Series(Series::new(rest, series.confirm_from())),
        })
    }

    /// The whole meeting after an edit that fills in `changed` for the scope. A problem belongs to a
    /// field of the form.
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
        let before = self.within(scope, now);
        let changed = match before.as_ref().and_then(|form| form.timing.series()) {
            Some(before) => changed.keeping_changes_of(before),
            None => changed,
        };
        let from = first_changed(series, scope, now);
        let reached = match before {
            Some(form) => self.reached(series, (from, now), &form, &changed)?,
            None => None,
        };
        let whole = match reached {
            Some(reached) => self.with_rest(series, from, reached),
            None => self.with_rest(series, from.max(after_all_held(series, now)), changed),
        }?;
        within_limits(whole, first_changed(series, Scope::All, now))
    }
}

/// Refuses more dates to come than a form can show at once: the next edit of all could not be sent.
fn within_limits(whole: MeetingDetails, from: NaiveDate) -> Result<MeetingDetails, FieldError> {
    if let Some(series) = whole.timing.series() {
        let days = series
            .runs()
            .iter()
            .flat_map(|run| run.recurrence().dates());
        let to_come: Vec<NaiveDate> = days.filter(|date| *date >= from).collect();
        if !to_come.is_empty() {
            Dates::new(to_come).map_err(|problem| FieldError::new("precision", problem))?;
        }
    }
    Ok(whole)
}

fn no_such_date(date: NaiveDate) -> FieldError {
    FieldError::new("precision", Problem::NoSuchDate { date })
}
