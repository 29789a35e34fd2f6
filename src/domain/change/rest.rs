//! Changing what is to come of a series: the rest of it as one run for a form, and the runs that
//! stay before it.

use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::{FieldError, Problem};
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Dates, MAX_RUNS, Own, Recurrence, Run, Series};
use crate::domain::status::Status;
use crate::domain::times::{End, ExactTimes, next_day};
use crate::domain::timing::Timing;
use chrono::NaiveDate;

impl MeetingDetails {
    /// What is to come from a day of a run on, as one run: by its rule if it is the last, else on
    /// listed days, on which later runs are what is unlike the rest. `None` from any other day.
    pub(super) fn rest(&self, series: &Series, run: &Run, from: NaiveDate) -> Option<Run> {
        let later = series
            .runs()
            .iter()
            .filter(|later| later.last_day() > run.last_day());
        let days: Vec<NaiveDate> = later.flat_map(|run| run.recurrence().dates()).collect();
        let mut rest = run.since(from, &days)?;
        let base = self.said_in(run);
        for date in rest.recurrence().dates() {
            rest = match self.own_words_on(series, date) {
                Some((said, times)) => {
                    let own = rest.unlike(date, &base, (&said, &times));
                    rest.with_own(date, own).ok()?
                }
                None => rest.skipping(date).ok()?,
            };
        }
        Some(rest)
    }

    /// What is said of an occurrence, and its times; `None` if it is left out.
    pub(super) fn own_words_on(
        &self,
        series: &Series,
        date: NaiveDate,
    ) -> Option<(std::sync::Arc<Said>, ExactTimes)> {
        let times = series.run_of(date)?.times(date)?;
        Some((self.occurrence_on(date)?.said, times))
    }

    /// The runs before a day, and after them what `changed` says.
    pub(super) fn with_rest(
        &self,
        series: &Series,
        from: NaiveDate,
        changed: Self,
    ) -> Result<Self, FieldError> {
        let kept: Vec<Run> = series
            .runs()
            .iter()
            .filter_map(|run| run.before(from))
            .collect();
        let Some(last_kept) = kept.last().map(Run::last_day) else {
            return Ok(changed);
        };
        let new = as_series(&changed.timing)?;
        if new.first_day() <= last_kept {
            let day = next_day(last_kept);
            return Err(FieldError::new("start_date", Problem::TooEarly { day }));
        }
        if kept.len() + new.runs().len() > MAX_RUNS {
            let limit = MAX_RUNS;
            return Err(FieldError::new("precision", Problem::TooMany { limit }));
        }
        let confirm_from = series.confirm_from_when(from, new.confirm_from());
        let runs = kept
            .into_iter()
            .map(|run| {
                let said = Patch::between(&changed.said, &self.said_in(&run));
                self.still_unconfirmed(run, series, confirm_from)
                    .saying(said)
            })
            .chain(new.runs().iter().cloned())
            .collect();
        let series = Series::of_runs(runs, confirm_from)
            .map_err(|problem| FieldError::new("precision", problem))?;
        Ok(changed.at(Timing::Series(series)))
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

    /// The form knows which occurrences are left out or moved; what else one says of its own stays
    /// with it as long as there is an occurrence on that day. So do times that the form's list could
    /// not say in full, unless other ones were typed.
    pub(super) fn keeping_changes_of(self, earlier: &Series) -> Self {
        let Timing::Series(mut series) = self.timing.clone() else {
            return self;
        };
        for run in series.runs_mut() {
            for date in run.recurrence().dates() {
                let earlier = earlier.run_of(date);
                let Some((earlier, own)) = earlier.and_then(|run| Some((run, run.own(date)?)))
                else {
                    continue;
                };
                if run.skipped().any(|day| day == date) {
                    continue;
                }
                let mut moved = run.own(date).and_then(|own| own.times.clone());
                let listed = own.times.as_ref().map(|times| earlier.as_listed(times));
                if moved == listed.filter(|times| *times != earlier.usual_times(date)) {
                    moved = own.times.clone();
                }
                let own = Own {
                    times: moved,
                    said: own.said.clone(),
                };
                // The day was just found among the run's own.
                let _ = run.set_own(date, own);
            }
        }
        self.at(Timing::Series(series))
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

/// What can follow the dates of a series that were held.
fn as_series(timing: &Timing) -> Result<Series, FieldError> {
    if let Timing::Series(rest) = timing {
        return Ok(rest.clone());
    }
    match timing.exact() {
        Some(times) => once(times)
            .map(|run| Series::new(run, None))
            .map_err(|problem| FieldError::new("start_date", problem)),
        None => Err(FieldError::new("precision", Problem::HasBegun)),
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
