//! Approving a change of a series some time after it was sent. What was held meanwhile is what
//! readers were told then, not what the change would say of it now.

use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::{FieldError, Problem};
use crate::domain::said::{Patch, Said};
use crate::domain::series::{Run, Scope, Series, first_changed};
use crate::domain::timing::Timing;
use chrono::{DateTime, NaiveDate, Utc};

impl MeetingDetails {
    /// What a change says once the occurrences of `published` that are over keep what they said, but
    /// for what came out of them. Refused where there is no such meeting: a series of which some was
    /// held became one without hours.
    pub fn keeping_held(self, published: &Self, now: DateTime<Utc>) -> Result<Self, FieldError> {
        let Some(series) = published.timing.series() else {
            return Ok(self);
        };
        let from = first_changed(series, Scope::All, now);
        let kept: Vec<Run> = series
            .runs()
            .iter()
            .filter_map(|run| run.before(from))
            .collect();
        let Some(changed) = self.timing.series() else {
            return match kept.is_empty() {
                true => Ok(self),
                false => published.with_change(Scope::All, self, now),
            };
        };
        let kept = kept.into_iter().map(|run| {
            let said = Patch::between(&self.said, &published.said_in(&run));
            run.saying(said)
        });
        let rest = changed.runs().iter().filter_map(|run| run.remaining(from));
        let runs = kept.chain(rest).collect();
        let confirm_from = series.confirm_from_when(from, changed.confirm_from());
        let whole = Series::of_runs(runs, confirm_from)
            .map_err(|problem: Problem| FieldError::new("precision", problem))?;
        let whole = self.clone().at(Timing::Series(whole));
        Ok(series
            .sittings()
            .filter(|(_, times)| times.extent().1 <= now)
            .fold(whole, |whole, (date, _)| {
                whole.with_held((published, series), &self, date)
            }))
    }

    /// The same with one occurrence as it was held, and what the change adds to it.
    fn with_held(
        self,
        (published, series): (&Self, &Series),
        change: &Self,
        date: NaiveDate,
    ) -> Self {
        let Some((held, times)) = published.own_words_on(series, date) else {
            return self;
        };
        let held = match change.occurrence_on(date) {
            Some(added) => Said {
                links: added.said.links.clone(),
                participants: added.said.participants,
                ..Said::clone(&held)
            },
            None => Said::clone(&held),
        };
        let Timing::Series(mut whole) = self.timing.clone() else {
            return self;
        };
        if let Some(run) = whole.run_of_mut(date) {
            let own = run.unlike(date, &self.said_in(run), (&held, &times));
            // The day is one of the run's own.
            let _ = run.set_own(date, own);
        }
        self.at(Timing::Series(whole))
    }
}
