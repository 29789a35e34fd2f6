//! What comes by a rule: the VEVENT with the rule, and one in place of each occurrence that the rule
//! does not say.

use super::rrule::rrule;
use super::span::{DateTimeValue, Span};
use super::vevent::{RuleRelation, Vevent};
use crate::domain::Occurrence;
use crate::domain::series::Run;
use crate::feeds::entry::{FeedEntry, RuleDates};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::borrow::Cow;

/// The VEVENTs of an entry that comes by a rule.
pub(super) fn vevents<'a>(entry: &'a FeedEntry<'a>, dates: &'a RuleDates<'a>) -> Vec<Vevent<'a>> {
    let others = dates
        .held()
        .filter_map(|(day, one)| in_place_of(entry, dates, (day, one)));
    std::iter::once(by_rule(entry, dates))
        .chain(others)
        .collect()
}

fn by_rule<'a>(entry: &'a FeedEntry<'a>, dates: &RuleDates<'_>) -> Vevent<'a> {
    let (run, last) = (dates.run, dates.last());
    Vevent {
        entry,
        telling: Cow::Borrowed(&entry.telling),
        span: Span::on_the_clock(&run.usual_times(dates.first())),
        relation: RuleRelation::By {
            rrule: rrule(dates.rule, until(run, last)),
            left_out: dates.left_out().map(|day| shown(run, day)).collect(),
            last: shown(run, last),
        },
    }
}

/// The VEVENT for one day, unless every program comes to the same by the rule.
fn in_place_of<'a>(
    entry: &'a FeedEntry<'a>,
    dates: &RuleDates<'_>,
    (day, one): (NaiveDate, &Occurrence),
) -> Option<Vevent<'a>> {
    let run = dates.run;
    let times = one.times.exact()?;
    let is_usual = *one.said == *entry.telling.said && *times == run.usual_times(day);
    let telling = dates.tell(one);
    if is_usual && telling.former.is_none() && dates.repeats(day) {
        return None;
    }
    Some(Vevent {
        entry,
        telling: Cow::Owned(telling),
        span: Span::in_utc(times),
        relation: RuleRelation::InPlaceOf(shown(run, day)),
    })
}

/// When the rule has it begin on a day, as the clock shows it.
fn shown(run: &Run, day: NaiveDate) -> DateTimeValue {
    DateTimeValue::showing(run.zone(), day.and_time(run.start()))
}

/// A day after the last one begins: programs that read UNTIL on the clock of the place would lose that
/// one otherwise. No rule of ours comes again so soon.
fn until(run: &Run, last: NaiveDate) -> DateTime<Utc> {
    run.usual_times(last).start_utc() + TimeDelta::days(1)
}
