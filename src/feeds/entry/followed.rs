//! Whether programs can be trusted with a rule. Where they cannot, its dates are entries of their
//! own; that is so in every format, because an entry keeps its identity from one to the other.

use crate::domain::series::{Rule, Run, Step};
use crate::domain::times::{last_of_month, next_day};
use crate::domain::zone::Resolved;
use chrono::{Datelike, NaiveDate};

/// Whether every program comes to the hours of the run by its rule. libical (3.0) walks from month to
/// month on a calendar with clocks, by way of days that are not meant: the first, the last and others.
/// Where the clocks skip the hour on one of those, what follows is late or lost, and nothing can be
/// said in its place, because that would have to name the hour that it should have had.
pub(super) fn is_followed(run: &Run, rule: &Rule) -> bool {
    rule.step() == Step::Week || !skips_the_hour(run, rule)
}

/// On any day of its months.
fn skips_the_hour(run: &Run, rule: &Rule) -> bool {
    let (zone, first) = (run.zone(), rule.first());
    let last = rule.dates().last().unwrap_or(first);
    let from = zone.start_of_day(first.with_day(1).unwrap_or(first));
    let until = zone.start_of_day(next_day(last_of_month(last.year(), last.month())));
    let is_skipped = |day: NaiveDate| {
        let hour = day.and_time(run.start());
        matches!(zone.resolve(hour), Resolved::Never { .. })
    };
    zone.transitions_from(from)
        .take_while(|change| change.at <= until)
        .flat_map(|change| {
            [change.before, change.after].map(|offset| change.at.with_timezone(&offset))
        })
        .any(|local| is_skipped(local.date_naive()))
}
