//! Approving a change of a series some time after it was sent. What was held meanwhile is what
//! readers were told then, not what the change would say of it now.

use super::Series;
use super::edit::Scope;
use super::held::first_changed;
use super::patch::Patch;
use super::run::Run;
use crate::domain::meeting::MeetingDetails;
use crate::domain::problem::FieldError;
use crate::domain::schedule::Schedule;
use chrono::{DateTime, NaiveDate, Utc};

impl MeetingDetails {
    /// What a change says once the occurrences of `published` that are over keep what they said, but
    /// for what came out of them. Refused where there is no such meeting: a series of which some was
    /// held became one without hours.
    pub fn keeping_held(self, published: &Self, now: DateTime<Utc>) -> Result<Self, FieldError> {
        let Some(series) = published.schedule.series() else {
            return Ok(self);
        };
        let from = first_changed(series, Scope::All, now);
        let kept: Vec<Run> = series
            .runs
            .iter()
            .filter_map(|run| run.before(from))
            .collect();
        let Some(changed) = self.schedule.series() else {
            return match kept.is_empty() {
                true => Ok(self),
                false => published.with_change(Scope::All, self, now),
            };
        };
        let kept = kept.into_iter().map(|run| {
            let said = Patch::between(&self, &published.said_in(&run));
            run.saying(said)
        });
        let rest = changed.runs.iter().filter_map(|run| run.remaining(from));
        let runs = kept.chain(rest).collect();
        let confirm_from = series.confirm_from_when(from, changed.confirm_from);
        let whole = Self {
            schedule: Schedule::Series(Series { runs, confirm_from }),
            ..self.clone()
        };
        Ok(series
            .sittings()
            .filter(|(_, times)| times.extent().1 <= now)
            .fold(whole, |whole, (date, _)| {
                whole.with_held(published, &self, date)
            }))
    }

    /// The same with one occurrence as it was held, and what the change adds to it.
    fn with_held(self, published: &Self, change: &Self, date: NaiveDate) -> Self {
        let Some(held) = published.occurrence_on(date) else {
            return self;
        };
        let held = match change.occurrence_on(date) {
            Some(added) => Self {
                links: added.links,
                participants: added.participants,
                ..held
            },
            None => held,
        };
        let Schedule::Series(mut series) = self.schedule.clone() else {
            return self;
        };
        for run in &mut series.runs {
            if run.recurrence().dates().contains(&date) {
                let usual = self.usual_on(run, date);
                // The day is one of the run's own.
                let _ = run.set_change(date, Patch::between(&usual, &held));
            }
        }
        Self {
            schedule: Schedule::Series(series),
            ..self
        }
    }
}
