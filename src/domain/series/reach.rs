//! An edit of several runs at once that leaves their pattern alone: each keeps its hours, its rule and
//! what it says of its own, so that none of its dates looks as if it had been moved.

use super::patch::Patch;
use super::run::Run;
use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::{FieldError, Problem};
use crate::domain::schedule::Schedule;
use chrono::{DateTime, NaiveDate, Utc};

/// An edit by a form that shows several runs as one.
pub(super) struct Reach<'a> {
    /// The meeting as it is.
    pub(super) meeting: &'a MeetingDetails,
    /// What the form said at first.
    pub(super) before: (&'a MeetingDetails, &'a Run),
    /// What it says now.
    pub(super) after: (&'a MeetingDetails, &'a Run),
    /// The present: what is over then stays as it was.
    pub(super) now: DateTime<Utc>,
}

impl Reach<'_> {
    /// The runs from a day on with what changed in the form, and the words of the newest. A run of
    /// which nothing is held any more is gone. `None` if there are none left, or if the form says
    /// another pattern.
    pub(super) fn runs(
        &self,
        runs: &[Run],
        from: NaiveDate,
    ) -> Result<Option<(MeetingDetails, Vec<Run>)>, FieldError> {
        if !self.before.1.has_pattern_of(self.after.1) {
            return Ok(None);
        }
        let change = Patch::between(self.before.0, self.after.0);
        let mut reached = Vec::new();
        for run in runs.iter().filter_map(|run| run.remaining(from)) {
            let words = change.apply(self.meeting.said_in(&run));
            let run = self.with_single_dates(run, &words)?;
            if run.is_held() {
                reached.push((run, words));
            }
        }
        let Some((_, newest)) = reached.last().cloned() else {
            return Ok(None);
        };
        let saying = |(run, words): (Run, MeetingDetails)| {
            let said = Patch::between(&newest, &words);
            run.saying(said)
        };
        let reached = reached.into_iter().map(saying).collect();
        Ok(Some((newest, reached)))
    }

    /// A run with what the form changed in single dates: left out, held after all, at other times.
    fn with_single_dates(&self, mut run: Run, words: &MeetingDetails) -> Result<Run, FieldError> {
        let refused = |problem| FieldError::new("precision", problem);
        for date in run.recurrence().dates() {
            let times = self.after.1.times(date);
            let is_changed = times != self.before.1.times(date);
            let own = self.meeting.occurrence_on(date);
            match own.filter(|own| own.schedule.is_over(self.now)) {
                Some(_) if is_changed => return Err(refused(Problem::WasHeld { date })),
                Some(held) => {
                    let usual = MeetingDetails {
                        schedule: Schedule::Exact(run.usual_times(date)),
                        ..words.clone()
                    };
                    let said = Patch::between(&usual, &held);
                    run = run.changing(date, said).map_err(refused)?;
                }
                None if is_changed => run = run.putting(date, times).map_err(refused)?,
                None => {}
            }
        }
        Ok(run)
    }
}
