//! What comes by a rule: the VEVENT with the rule, and one in place of each occurrence that the rule
//! does not say.

use super::rrule::rrule;
use super::span::{DateTimeValue, Span};
use super::vevent::{RuleRelation, Vevent};
use crate::domain::series::Run;
use crate::domain::{Fold, Occurrence};
use crate::feeds::entry::{FeedEntry, RuleDates};
use chrono::{DateTime, NaiveDate, Utc};
use std::borrow::Cow;

/// The VEVENTs of an entry that comes by a rule.
pub(super) fn vevents<'a>(entry: &'a FeedEntry<'a>, dates: &'a RuleDates<'a>) -> Vec<Vevent<'a>> {
    let master = by_rule(entry, dates);
    let others: Vec<Vevent> = dates
        .held()
        .filter_map(|(day, one)| in_place_of(entry, dates, (day, one), &master.span))
        .collect();
    std::iter::once(master).chain(others).collect()
}

fn by_rule<'a>(entry: &'a FeedEntry<'a>, dates: &RuleDates<'_>) -> Vevent<'a> {
    let (run, last) = (dates.run, dates.last());
    Vevent {
        entry,
        telling: Cow::Borrowed(&entry.telling),
        span: first_span(run, dates.first()),
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
    first: &Span,
) -> Option<Vevent<'a>> {
    let run = dates.run;
    let times = one.times.exact()?;
    let is_usual = *one.said == *entry.telling.said && *times == run.usual_times(day);
    let telling = dates.tell(one);
    if is_usual && telling.former.is_none() && repeats(run, day, first) {
        return None;
    }
    Some(Vevent {
        entry,
        telling: Cow::Owned(telling),
        span: Span::pinned(times),
        relation: RuleRelation::InPlaceOf(shown(run, day)),
    })
}

/// When the rule has it begin on a day, as the clock shows it.
fn shown(run: &Run, day: NaiveDate) -> DateTimeValue {
    DateTimeValue::showing(run.zone(), day.and_time(run.start()))
}

fn first_span(run: &Run, first: NaiveDate) -> Span {
    match Span::sitting(&run.usual_times(first)) {
        Span::Hours { end, .. } => Span::Hours {
            start: shown(run, first),
            end,
        },
        span => span,
    }
}

/// Whether every program comes to the usual hours of a day by the rule. None is trusted to if there
/// is a doubt about the first day, because all others are measured by it.
fn repeats(run: &Run, day: NaiveDate, first: &Span) -> bool {
    let span = Span::sitting(&run.usual_times(day));
    let is_at_the_hour = matches!(&span, Span::Hours { start, .. } if *start == shown(run, day));
    let length = first.undoubted_length();
    is_at_the_hour && length.is_some() && span.undoubted_length() == length
}

/// When the last one begins. Of an hour that the clocks show twice the second is named: a program
/// that takes it for the start would lose the last one otherwise.
fn until(run: &Run, last: NaiveDate) -> DateTime<Utc> {
    let start = run.usual_times(last).start();
    run.zone().instant(start.local(), Some(Fold::Later))
}
