//! An edit of several runs at once that leaves their pattern alone: each keeps its hours, its rule and
//! what it says of its own, so that none of its dates looks as if it had been moved.

use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::{FieldError, Problem};
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Run, Series};
use crate::domain::timing::Timing;
use chrono::{DateTime, NaiveDate, Utc};

/// An edit by a form that shows several runs as one.
struct Reach<'a> {
    /// The meeting as it is, and its series.
    meeting: (&'a MeetingDetails, &'a Series),
    /// What the form said at first.
    before: (&'a Said, &'a Run),
    /// What it says now.
    after: (&'a Said, &'a Run),
    /// The present: what is over then stays as it was.
    now: DateTime<Utc>,
}

impl MeetingDetails {
    /// What a form says that shows several runs as one, as the runs that they are; `None` if its
    /// pattern is a new one.
    pub(super) fn reached(
        &self,
        series: &Series,
        (from, now): (NaiveDate, DateTime<Utc>),
        before: &Self,
        after: &Self,
    ) -> Result<Option<Self>, FieldError> {
        let (Some(shown), Some(typed)) = (before.timing.series(), after.timing.series()) else {
            return Ok(None);
        };
        let reach = Reach {
            meeting: (self, series),
            before: (&before.said, shown.newest()),
            after: (&after.said, typed.newest()),
            now,
        };
        let Some((said, runs)) = reach.runs(from)? else {
            return Ok(None);
        };
        let series = Series::of_runs(runs, typed.confirm_from())
            .map_err(|problem| FieldError::new("precision", problem))?;
        Ok(Some(Self::new(said, Timing::Series(series))))
    }
}

impl Reach<'_> {
    /// The runs from a day on with what changed in the form, and the words of the newest. A run of
    /// which nothing is held any more is gone. `None` if there are none left, or if the form says
    /// another pattern.
    fn runs(&self, from: NaiveDate) -> Result<Option<(Said, Vec<Run>)>, FieldError> {
        if !self.before.1.has_pattern_of(self.after.1) {
            return Ok(None);
        }
        let change = Patch::between(self.before.0, self.after.0);
        let (meeting, series) = self.meeting;
        let mut reached = Vec::new();
        for run in series.runs().iter().filter_map(|run| run.remaining(from)) {
            let mut said = Said::clone(&meeting.said_in(&run));
            change.apply(&mut said);
            let run = self.with_single_dates(run, &said)?;
            if run.is_held() {
                reached.push((run, said));
            }
        }
        let Some((_, newest)) = reached.last().cloned() else {
            return Ok(None);
        };
        let saying = |(run, said): (Run, Said)| run.saying(Patch::between(&newest, &said));
        let reached = reached.into_iter().map(saying).collect();
        Ok(Some((newest, reached)))
    }

    /// A run with what the form changed in single dates: left out, held after all, at other times.
    fn with_single_dates(&self, mut run: Run, said: &Said) -> Result<Run, FieldError> {
        let refused = |problem| FieldError::new("precision", problem);
        let (meeting, series) = self.meeting;
        for date in run.recurrence().dates() {
            let times = self.after.1.times(date);
            let is_changed = times != self.before.1.times(date);
            let held = meeting
                .own_words_on(series, date)
                .filter(|(_, times)| times.extent().1 <= self.now);
            match held {
                Some(_) if is_changed => return Err(refused(Problem::WasHeld { date })),
                Some((held, times)) => {
                    let own = run.unlike(date, said, (&held, &times));
                    run = run.with_own(date, own).map_err(refused)?;
                }
                None if is_changed => run = run.putting(date, times).map_err(refused)?,
                None => {}
            }
        }
        Ok(run)
    }
}
