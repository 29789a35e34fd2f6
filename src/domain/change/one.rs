//! Changing one occurrence of a series alone.

use super::no_such_date;
use crate::domain::fields::FieldError;
use crate::domain::fields::when_names;
use crate::domain::meeting::MeetingDetails;
use crate::domain::occurrence::Occurrence;
use crate::domain::problem::Problem;
use crate::domain::said::Said;
use crate::domain::series::Series;
use crate::domain::times::Times;
use crate::domain::timing::Timing;
use chrono::{DateTime, NaiveDate, Utc};

impl MeetingDetails {
    pub(super) fn with_one(
        &self,
        series: &Series,
        date: NaiveDate,
        changed: Self,
        now: DateTime<Utc>,
    ) -> Result<Self, FieldError> {
        let gone = || no_such_date(date);
        let Some(times) = changed.timing.exact() else {
            return Err(FieldError::new(
                when_names::precision,
                Problem::OneNeedsTimes,
            ));
        };
        let before = self.occurrence_on(date).ok_or_else(gone)?;
        if before.times.is_over(now) && !only_adds_outcomes(&before, &changed) {
            return Err(FieldError::new(
                when_names::precision,
                Problem::WasHeld { date },
            ));
        }
        let mut series = series.clone();
        let run = series.run_of_mut(date).ok_or_else(gone)?;
        let own = run.unlike(date, &self.said_in(run), (&changed.said, times));
        run.set_own(date, own)
            .map_err(|problem| FieldError::new(when_names::precision, problem))?;
        Ok(self.clone().at(Timing::Series(series)))
    }
}

/// Whether nothing of what was held would be said otherwise.
fn only_adds_outcomes(held: &Occurrence, changed: &MeetingDetails) -> bool {
    let with_outcomes = Said {
        links: changed.said.links.clone(),
        participants: changed.said.participants,
        ..Said::clone(&held.said)
    };
    with_outcomes == *changed.said
        && matches!(&changed.timing, Timing::Once(times @ Times::Exact(_)) if *times == held.times)
}
