//! Changing a series that exists: one occurrence, one and all later ones, or all that are to come.
//! What was held is never rewritten; only what came out of it may be added.

use super::patch::Patch;
use super::rule::{Dates, Recurrence};
use super::run::Run;
use super::{MAX_RUNS, Series};
use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::{FieldError, Problem};
use crate::domain::schedule::{End, ExactTimes, Schedule, next_day};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;

/// Which occurrences an edit is about. Days are those of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All that are to come; of a meeting that is no series, all of it.
    All,
    /// This one alone.
    One(NaiveDate),
    /// This one and all after it.
    From(NaiveDate),
}

impl Scope {
    /// Reads what [`fmt::Display`] writes: `all`, `one:2018-04-10`, `from:2018-04-10`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None => (text == "all").then_some(Self::All),
            Some(("one", day)) => day.parse().ok().map(Self::One),
            Some(("from", day)) => day.parse().ok().map(Self::From),
            Some(_) => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::One(day) => write!(f, "one:{day}"),
            Self::From(day) => write!(f, "from:{day}"),
        }
    }
}

impl MeetingDetails {
    /// What a form for editing starts from: the occurrence alone, or the meeting as it is from the
    /// first occurrence of the scope on. `None` if there is no such occurrence.
    pub fn within(&self, scope: Scope, now: DateTime<Utc>) -> Option<Self> {
        let Some(series) = self.schedule.series() else {
            return (scope == Scope::All).then(|| self.clone());
        };
        if let Scope::One(date) = scope {
            return self.occurrence_on(date);
        }
        let from = first_changed(series, scope, now);
        let run = series.runs.iter().find(|run| run.last_day() >= from);
        // If nothing is to come, the form shows the last run, whose days are to be typed anew.
        let run = run.unwrap_or(series.newest());
        let rest = self.rest(series, run, from).unwrap_or_else(|| run.clone());
        Some(Self {
            schedule: Schedule::Series(Series::new(rest, series.confirm_from)),
            ..self.said_in(run)
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
        let Some(series) = self.schedule.series() else {
            return Ok(changed);
        };
        match scope {
            Scope::One(date) => self.with_one(series, date, changed, now),
            Scope::All | Scope::From(_) => {
                let changed = match self.within(scope, now).map(|before| before.schedule) {
                    Some(Schedule::Series(before)) => changed.keeping_changes_of(&before),
                    _ => changed,
                };
                self.with_rest(series, first_changed(series, scope, now), changed)
            }
        }
    }

    /// What the meeting said, or says, in a run of it; its schedule is that of the whole.
    pub(in crate::domain) fn said_in(&self, run: &Run) -> Self {
        run.said().apply(self.clone())
    }

    fn with_one(
        &self,
        series: &Series,
        date: NaiveDate,
        changed: Self,
        now: DateTime<Utc>,
    ) -> Result<Self, FieldError> {
        let gone = || FieldError::new("precision", Problem::NoSuchDate { date });
        let Schedule::Exact(_) = changed.schedule else {
            return Err(FieldError::new("precision", Problem::OneNeedsTimes));
        };
        let before = self.occurrence_on(date).ok_or_else(gone)?;
        if before.schedule.is_over(now) {
            let with_outcomes = Self {
                links: changed.links.clone(),
                participants: changed.participants,
                ..before
            };
            if !Patch::between(&with_outcomes, &changed).is_empty() {
                return Err(FieldError::new("precision", Problem::WasHeld { date }));
            }
        }
        let mut series = series.clone();
        let run = series
            .runs
            .iter_mut()
            .find(|run| run.recurrence().dates().contains(&date))
            .ok_or_else(gone)?;
        let usual = Self {
            schedule: Schedule::Exact(run.usual_times(date)),
            ..self.said_in(run)
        };
        run.set_change(date, Patch::between(&usual, &changed))
            .map_err(|problem| FieldError::new("precision", problem))?;
        Ok(Self {
            schedule: Schedule::Series(series),
            ..self.clone()
        })
    }

    fn with_rest(
        &self,
        series: &Series,
        from: NaiveDate,
        changed: Self,
    ) -> Result<Self, FieldError> {
        let kept: Vec<Run> = series
            .runs
            .iter()
            .filter_map(|run| run.before(from))
            .collect();
        let Some(last_kept) = kept.last().map(Run::last_day) else {
            return Ok(changed);
        };
        let new = match &changed.schedule {
            Schedule::Series(rest) => rest.clone(),
            Schedule::Exact(times) => once(times)
                .map(|run| Series::new(run, None))
                .map_err(|problem| FieldError::new("start_date", problem))?,
            _ => return Err(FieldError::new("precision", Problem::HasBegun)),
        };
        if new.first_day() <= last_kept {
            let day = next_day(last_kept);
            return Err(FieldError::new("start_date", Problem::TooEarly { day }));
        }
        if kept.len() + new.runs.len() > MAX_RUNS {
            return Err(FieldError::new(
                "precision",
                Problem::TooMany { limit: MAX_RUNS },
            ));
        }
        let runs = kept
            .into_iter()
            .map(|run| {
                let said = Patch::between(&changed, &self.said_in(&run));
                run.saying(said)
            })
            .chain(new.runs)
            .collect();
        let schedule = Schedule::Series(Series {
            runs,
            confirm_from: new.confirm_from,
        });
        Ok(Self {
            schedule,
            ..changed
        })
    }

    /// What is to come from a day of a run on, as one run: by its rule if it is the last, else on
    /// listed days, on which later runs are what is unlike the rest. `None` from any other day.
    fn rest(&self, series: &Series, run: &Run, from: NaiveDate) -> Option<Run> {
        let later = series
            .runs
            .iter()
            .filter(|later| later.last_day() > run.last_day());
        let days: Vec<NaiveDate> = later.flat_map(|run| run.recurrence().dates()).collect();
        let mut rest = run.since(from, &days)?;
        let base = self.said_in(run);
        for date in rest.recurrence().dates() {
            let usual = Self {
                schedule: Schedule::Exact(rest.usual_times(date)),
                ..base.clone()
            };
            rest = match self.occurrence_on(date) {
                Some(own) => rest.changing(date, Patch::between(&usual, &own)).ok()?,
                None => rest.skipping(date).ok()?,
            };
        }
        Some(rest)
    }

    /// The form knows which occurrences are left out or moved; what else one says of its own stays
    /// with it as long as there is an occurrence on that day.
    fn keeping_changes_of(self, earlier: &Series) -> Self {
        let Schedule::Series(mut series) = self.schedule.clone() else {
            return self;
        };
        for run in &mut series.runs {
            for date in run.recurrence().dates() {
                let Some(own) = earlier.run_of(date).and_then(|run| run.change(date)) else {
                    continue;
                };
                if run.skipped().any(|day| day == date) {
                    continue;
                }
                let moved = run.change(date).and_then(Patch::times).cloned();
                // The day was just found among the run's own.
                let _ = run.set_change(date, own.clone().at(moved));
            }
        }
        Self {
            schedule: Schedule::Series(series),
            ..self
        }
    }
}

impl Series {
    fn first_day(&self) -> NaiveDate {
        let days = self.runs[0].recurrence().dates();
        days.first().copied().unwrap_or(NaiveDate::MAX)
    }
}

/// The first occurrence that an edit of several changes: the one after the last that is over, as an
/// earlier one may have been moved past it; the day after the series where all are over.
fn first_changed(series: &Series, scope: Scope, now: DateTime<Utc>) -> NaiveDate {
    let mut first = None;
    let mut last = NaiveDate::MIN;
    for (date, times) in series.sittings() {
        match times.extent().1 > now {
            true => first = first.or(Some(date)),
            false => first = None,
        }
        last = date;
    }
    let first = first.unwrap_or(next_day(last));
    match scope {
        Scope::From(date) | Scope::One(date) => date.max(first),
        Scope::All => first,
    }
}

/// A series of one.
fn once(times: &ExactTimes) -> Result<Run, Problem> {
    let start = times.start().local();
    let end = match times.end() {
        End::At(end) => Some(end.local().time()),
        End::On(_) | End::Open => None,
    };
    let dates = Dates::new(vec![start.date()])?;
    Run::new(
        times.zone().clone(),
        start.time(),
        end,
        Recurrence::Dates(dates),
    )
}
