//! Changing what is to come of a series: the runs that stay before it, and the rest after them.

use super::reach::Stretch;
use crate::domain::fields::FieldError;
use crate::domain::fields::when_names;
use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::Problem;
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Dates, MAX_RUNS, Recurrence, Run, Series};
use crate::domain::status::Status;
use crate::domain::times::{End, ExactTimes, next_day};
use crate::domain::timing::Timing;
use chrono::NaiveDate;
use std::sync::Arc;

impl MeetingDetails {
    /// What is said of an occurrence, and its times; `None` if it is left out.
    pub(super) fn own_words_on(
        &self,
        series: &Series,
        date: NaiveDate,
    ) -> Option<(Arc<Said>, ExactTimes)> {
        let times = series.run_of(date)?.times(date)?;
        Some((self.occurrence_on(date)?.said, times))
    }

    /// The runs before a day, and after them a meeting that is held once more, if it is not vague.
    pub(super) fn with_once(
        &self,
        series: &Series,
        from: NaiveDate,
        changed: Self,
    ) -> Result<Self, FieldError> {
        if series.runs().iter().all(|run| run.before(from).is_none()) {
            return Ok(changed);
        }
        let rest = as_series(&changed.timing)?;
        let once = Stretch {
            run: rest.newest().clone(),
            said: Said::clone(&changed.said),
            names: Vec::new(),
        };
        self.with_rest(series, from, (&[once], None))
    }

    /// The runs before a day, and after them the rest, with the day from which it is planned only.
    pub(super) fn with_rest(
        &self,
        series: &Series,
        from: NaiveDate,
        (rest, confirm_from): (&[Stretch], Option<NaiveDate>),
    ) -> Result<Self, FieldError> {
        let kept: Vec<Run> = series
            .runs()
            .iter()
            .filter_map(|run| run.before(from))
            .collect();
        check_order(&kept, rest)?;
        let newest = rest.last().map_or(&*self.said, |stretch| &stretch.said);
        let confirm_from = match kept.is_empty() {
            true => confirm_from,
            false => series.confirm_from_when(from, confirm_from),
        };
        let names: Vec<Option<NaiveDate>> = kept.iter().map(Run::name).collect();
        let kept = kept.into_iter().map(|run| {
            let said = Patch::between(newest, &self.said_in(&run));
            self.still_unconfirmed(run, series, confirm_from)
                .saying(said)
        });
        let rest = rest.iter().map(|stretch| {
            let mut free = stretch.names.iter().filter(|name| !names.contains(name));
            let said = Patch::between(newest, &stretch.said);
            let name = free.next().copied().flatten();
            stretch.run.clone().named(name).saying(said)
        });
        let series = Series::of_runs(kept.chain(rest).collect(), confirm_from)
            .map_err(|problem| FieldError::new(when_names::precision, problem))?;
        Ok(Self::new(newest.clone(), Timing::Series(series)))
    }

    /// A run whose dates were unconfirmed says so of each, where the whole series says it no longer.
    fn still_unconfirmed(&self, run: Run, series: &Series, from: Option<NaiveDate>) -> Run {
        let is_told = |date: &NaiveDate| from.is_some_and(|from| *date >= from);
        let dates = run.recurrence().dates().into_iter();
        dates
            .filter(|date| series.awaits_confirmation(*date) && !is_told(date))
            .fold(run, |run, date| match self.own_words_on(series, date) {
                Some((said, times)) if said.status == Status::Confirmed => {
                    let said = Said {
                        status: Status::Tentative,
                        ..Said::clone(&said)
                    };
                    let own = run.unlike(date, &self.said_in(&run), (&said, &times));
                    run.clone().with_own(date, own).unwrap_or(run)
                }
                _ => run,
            })
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
        match (self.confirm_from(), asked) {
            (Some(earlier), Some(asked)) if earlier < from && asked <= from => Some(earlier),
            (_, asked) => asked.map(|day| day.max(from)),
        }
    }
}

/// Refuses a rest that begins before what stays is over, and more runs than a series may have.
fn check_order(kept: &[Run], rest: &[Stretch]) -> Result<(), FieldError> {
    let (Some(last), Some(first)) = (kept.last(), rest.first()) else {
        return Ok(());
    };
    let last_kept = last.last_day();
    if first.run.first_day() <= last_kept {
        let day = next_day(last_kept);
        return Err(FieldError::new(
            when_names::start_date,
            Problem::TooEarly { day },
        ));
    }
    if kept.len() + rest.len() > MAX_RUNS {
        let limit = MAX_RUNS;
        return Err(FieldError::new(
            when_names::precision,
            Problem::TooMany { limit },
        ));
    }
    Ok(())
}

/// What can follow the dates of a series that were held.
pub(super) fn as_series(timing: &Timing) -> Result<Series, FieldError> {
    if let Timing::Series(rest) = timing {
        return Ok(rest.clone());
    }
    match timing.exact() {
        Some(times) => once(times)
            .map(|run| Series::new(run, None))
            .map_err(|problem| FieldError::new(when_names::start_date, problem)),
        None => Err(FieldError::new(when_names::precision, Problem::HasBegun)),
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
    let zone = times.zone().clone();
    Run::new(zone, start.time(), end, Recurrence::Dates(dates))?.moving(start.date(), times.clone())
}
