//! Whether programs can be trusted with a rule. Where they cannot, its dates are entries of their
//! own; that is so in every format, because an entry keeps its identity from one to the other.

use crate::domain::series::{Rule, Run, Step};
use crate::domain::times::{last_of_month, next_day};
use crate::domain::zone::Resolved;
use crate::feeds::clocks::are_steady;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

/// Whether every program comes to the starts of the run by its rule, and to the length of the first.
///
/// Programs know the hours of a zone from its definition or from data of their own, which may be old;
/// of an hour that the clocks show twice or not at all each takes another; and an exception for such an
/// hour would have to name it. By the length of the first some measure all others.
pub(super) fn is_followed(run: &Run, rule: &Rule) -> bool {
    let days: Vec<NaiveDate> = rule.dates().collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return false;
    };
    are_steady(run.zone(), first.year(), last.year())
        && plain_length(run, *first).is_some()
        && days.iter().all(|day| is_shown_once(run, start(run, *day)))
        && (rule.step() == Step::Week || !skips_the_hour(run, rule))
}

/// Whether every program comes to the usual hours of a day by a rule that is followed.
pub(super) fn is_repeated(run: &Run, first: NaiveDate, day: NaiveDate) -> bool {
    plain_length(run, day).is_some_and(|length| plain_length(run, first) == Some(length))
}

/// How long the run lasts on a day if that is the same by the clock and by the stopwatch; some
/// programs repeat the one and some the other. An end that is not given is an hour after the start.
fn plain_length(run: &Run, day: NaiveDate) -> Option<TimeDelta> {
    let (start, end) = run.usual_times(day).extent();
    let [starts, ends] = [start, end].map(|at| run.zone().local(at).naive_local());
    let is_plain = is_shown_once(run, starts) && is_shown_once(run, ends);
    (is_plain && ends - starts == end - start).then_some(end - start)
}

fn start(run: &Run, day: NaiveDate) -> NaiveDateTime {
    day.and_time(run.start())
}

fn is_shown_once(run: &Run, local: NaiveDateTime) -> bool {
    matches!(run.zone().resolve(local), Resolved::Once(_))
}

/// Whether the clocks skip the hour on any day of the months of a rule. libical (3.0) walks from month
/// to month on a calendar with clocks, by way of days that are not meant: the first, the last and
/// others. Where the clocks skip the hour on one of those, what follows is late or lost.
fn skips_the_hour(run: &Run, rule: &Rule) -> bool {
    let (zone, first) = (run.zone(), rule.first());
    let last = rule.dates().last().unwrap_or(first);
    let from = zone.start_of_day(first.with_day(1).unwrap_or(first));
    let until = zone.start_of_day(next_day(last_of_month(last.year(), last.month())));
    zone.transitions_from(from)
        .take_while(|change| change.at <= until)
        .flat_map(|change| {
            [change.before, change.after].map(|offset| change.at.with_timezone(&offset))
        })
        .any(|local| {
            let hour = start(run, local.date_naive());
            matches!(zone.resolve(hour), Resolved::Never { .. })
        })
}
