//! The hours of later dates of a series that are others than the first's already. No page asks for
//! them: a form for editing is filled with them, and they hold until other hours are typed, which are
//! meant for all dates.

use crate::domain::series::{Hours, Recurrence, Series};
use crate::domain::zone::Zone;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What a form for editing knows of later runs of a series.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaterFields {
    /// The hours that page "when" was filled with.
    first: Option<KeptHours>,
    /// The first day of each later run, with its hours; in order.
    later: Vec<(NaiveDate, KeptHours)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KeptHours {
    zone: Zone,
    start: NaiveTime,
    end: Option<NaiveTime>,
}

impl LaterFields {
    pub(super) fn fill(series: &Series) -> Self {
        let mut runs = series.runs().iter();
        let first = runs.next().map(|run| KeptHours::from(run.hours()));
        Self {
            first,
            later: runs
                .map(|run| (run.first_day(), run.hours().into()))
                .collect(),
        }
    }

    /// The days from which on other hours hold than those that were typed, with these hours; none if
    /// the ones that were typed are new.
    pub(in crate::domain::fields) fn after(&self, typed: &Hours) -> Vec<(NaiveDate, Hours)> {
        if self.first != Some(typed.into()) {
            return Vec::new();
        }
        let later = self.later.iter();
        later.map(|(day, hours)| (*day, hours.into())).collect()
    }

    /// Days with the hours of each.
    pub(in crate::domain::fields) fn stretches(
        &self,
        typed: Hours,
        days: Recurrence,
    ) -> Vec<(Hours, Recurrence)> {
        let later = self.after(&typed);
        let begins = std::iter::once(NaiveDate::MIN).chain(later.iter().map(|(day, _)| *day));
        let ends = later.iter().map(|(day, _)| Some(*day)).chain([None]);
        let hours = std::iter::once(typed).chain(later.iter().map(|(_, hours)| hours.clone()));
        begins
            .zip(ends)
            .zip(hours)
            .filter_map(|((from, until), hours)| Some((hours, days.within(from, until)?)))
            .collect()
    }
}

impl From<&Hours> for KeptHours {
    fn from(hours: &Hours) -> Self {
        let Hours { zone, start, end } = hours.clone();
        Self { zone, start, end }
    }
}

impl From<&KeptHours> for Hours {
    fn from(kept: &KeptHours) -> Self {
        let KeptHours { zone, start, end } = kept.clone();
        Self { zone, start, end }
    }
}
