//! Changing a series that exists: one occurrence, one and all later ones, or all that are to come.
//! What was held is never rewritten; only what came out of it may be added.

use super::held::{after_all_held, first_changed};
use super::patch::Patch;
use super::reach::Reach;
use super::rule::{Dates, Recurrence};
use super::run::Run;
use super::{MAX_RUNS, Series};
use crate::domain::meeting::{MeetingDetails, Status};
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
            // It was a series when the edit began: what was meant for some of it is not said of all.
            return match scope {
                Scope::All => Ok(changed),
                Scope::One(date) | Scope::From(date) => Err(no_such_date(date)),
            };
        };
        match scope {
            Scope::One(date) => self.with_one(series, date, changed, now),
            Scope::All | Scope::From(_) => {
                let before = self.within(scope, now);
                let changed = match before.as_ref().and_then(|form| form.schedule.series()) {
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
    }

    /// What the meeting said, or says, in a run of it; its schedule is that of the whole.
    pub(in crate::domain) fn said_in(&self, run: &Run) -> Self {
        run.said().apply(self.clone())
    }

    /// What would be said of a day of a run if nothing was unlike the others.
    pub(super) fn usual_on(&self, run: &Run, date: NaiveDate) -> Self {
        Self {
            schedule: Schedule::Exact(run.usual_times(date)),
            ..self.said_in(run)
        }
    }

    fn with_one(
        &self,
        series: &Series,
        date: NaiveDate,
        changed: Self,
        now: DateTime<Utc>,
    ) -> Result<Self, FieldError> {
        let gone = || no_such_date(date);
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
        let usual = self.usual_on(run, date);
        run.set_change(date, Patch::between(&usual, &changed))
            .map_err(|problem| FieldError::new("precision", problem))?;
        Ok(Self {
            schedule: Schedule::Series(series),
            ..self.clone()
        })
    }

    /// What a form says that shows several runs as one, as the runs that they are; `None` if its
    /// pattern is a new one.
    fn reached(
        &self,
        series: &Series,
        (from, now): (NaiveDate, DateTime<Utc>),
        before: &Self,
        after: &Self,
    ) -> Result<Option<Self>, FieldError> {
        let (Some(shown), Some(typed)) = (before.schedule.series(), after.schedule.series()) else {
            return Ok(None);
        };
        let reach = Reach {
            meeting: self,
            before: (before, shown.newest()),
            after: (after, typed.newest()),
            now,
        };
        let Some((words, runs)) = reach.runs(&series.runs, from)? else {
            return Ok(None);
        };
        let schedule = Schedule::Series(Series {
            runs,
            confirm_from: typed.confirm_from,
        });
        let said = Patch::between(after, &words);
        Ok(Some(Self {
            schedule,
            ..said.apply(after.clone())
        }))
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
        let confirm_from = series.confirm_from_when(from, new.confirm_from);
        let runs = kept
            .into_iter()
            .map(|run| {
                let said = Patch::between(&changed, &self.said_in(&run));
                self.still_unconfirmed(run, series, confirm_from)
                    .saying(said)
            })
            .chain(new.runs)
            .collect();
        let schedule = Schedule::Series(Series { runs, confirm_from });
        Ok(Self {
            schedule,
            ..changed
        })
    }

    /// A run whose dates were unconfirmed says so of each, where the whole series says it no longer.
    fn still_unconfirmed(&self, run: Run, series: &Series, from: Option<NaiveDate>) -> Run {
        let is_told = |date: &NaiveDate| from.is_some_and(|from| *date >= from);
        let dates = run.recurrence().dates().into_iter();
        dates
            .filter(|date| series.awaits_confirmation(*date) && !is_told(date))
            .fold(run, |run, date| match self.occurrence_on(date) {
                Some(own) if own.status == Status::Confirmed => {
                    let status = Status::Tentative;
                    let said = Patch::between(&self.usual_on(&run, date), &Self { status, ..own });
                    run.clone().changing(date, said).unwrap_or(run)
                }
                _ => run,
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
    /// with it as long as there is an occurrence on that day. So do times that the form's list could
    /// not say in full, unless other ones were typed.
    fn keeping_changes_of(self, earlier: &Series) -> Self {
        let Schedule::Series(mut series) = self.schedule.clone() else {
            return self;
        };
        for run in &mut series.runs {
            for date in run.recurrence().dates() {
                let earlier = earlier.run_of(date);
                let Some((earlier, own)) = earlier.and_then(|run| Some((run, run.change(date)?)))
                else {
                    continue;
                };
                if run.skipped().any(|day| day == date) {
                    continue;
                }
                let mut moved = run.change(date).and_then(Patch::times).cloned();
                let listed = own.times().map(|times| earlier.as_listed(times));
                if moved == listed.filter(|times| *times != earlier.usual_times(date)) {
                    moved = own.times().cloned();
                }
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
    /// From when on dates are unconfirmed if an edit of those from a day on says `asked`: earlier ones
    /// do not become so, and stay so as long as one day can say it of all.
    pub(super) fn confirm_from_when(
        &self,
        from: NaiveDate,
        asked: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        match (self.confirm_from, asked) {
            (Some(earlier), Some(asked)) if earlier < from && asked <= from => Some(earlier),
            (_, asked) => asked.map(|day| day.max(from)),
        }
    }

    fn first_day(&self) -> NaiveDate {
        let days = self.runs[0].recurrence().dates();
        days.first().copied().unwrap_or(NaiveDate::MAX)
    }
}

/// Refuses more dates to come than a form can show at once: the next edit of all could not be sent.
fn within_limits(whole: MeetingDetails, from: NaiveDate) -> Result<MeetingDetails, FieldError> {
    if let Some(series) = whole.schedule.series() {
        let days = series.runs.iter().flat_map(|run| run.recurrence().dates());
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
