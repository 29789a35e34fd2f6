//! What of a series is over, and where an edit of what is to come begins.

use super::{Scope, Series};
use crate::domain::times::{ExactTimes, next_day};
use chrono::{DateTime, NaiveDate, Utc};

/// The first occurrence that an edit of several changes: the one after the last that is over, as an
/// earlier one may have been moved past it; the day after the series where all are over. One that was
/// held ahead of its day does not count: others before it are to come.
pub(in crate::domain) fn first_changed(
    series: &Series,
    scope: Scope,
    now: DateTime<Utc>,
) -> NaiveDate {
    let mut first = None;
    for run in series.runs() {
        for (date, times) in run.sittings() {
            match (is_over(&times, now), is_over(&run.usual_times(date), now)) {
                (false, _) => first = first.or(Some(date)),
                (true, true) => first = None,
                (true, false) => {}
            }
        }
    }
    let first = first.unwrap_or_else(|| after_all_held(series, now));
    match scope {
        Scope::From(date) | Scope::One(date) => date.max(first),
        Scope::All => first,
    }
}

/// The day from which on none was held.
pub(in crate::domain) fn after_all_held(series: &Series, now: DateTime<Utc>) -> NaiveDate {
    let held = series.sittings().filter(|(_, times)| is_over(times, now));
    held.last()
        .map_or(NaiveDate::MIN, |(date, _)| next_day(date))
}

fn is_over(times: &ExactTimes, now: DateTime<Utc>) -> bool {
    times.extent().1 <= now
}
