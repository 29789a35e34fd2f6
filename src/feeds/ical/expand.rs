//! Each recurrence as an event of its own, for programs that cannot follow a rule (RFC 4791, section
//! 9.6.5): without rules and without zones, all hours in UTC.

use super::held::{Held, held, of};
use super::span::{DateTimeValue, Span};
use super::vevent::{RuleRelation, Vevent};
use crate::domain::Occurrence;
use crate::feeds::entry::{FeedEntry, Repetition, RuleDates};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The VEVENTs of an entry that are held at some moment of a span, each once.
pub(super) fn vevents<'a>(entry: &'a FeedEntry<'a>, (since, until): Held) -> Vec<Vevent<'a>> {
    let is_met = |(start, end): &Held| {
        (*start < until && since < *end) || (start == end && since <= *start && *start < until)
    };
    match &entry.repetition {
        Repetition::Rule(dates) => dates
            .held()
            .filter(|(_, one)| of(one).is_some_and(|held| is_met(&held)))
            .filter_map(|(day, one)| recurrence(entry, dates, (day, one)))
            .collect(),
        Repetition::Once | Repetition::Sitting(_) => {
            let vevents = Vevent::all(entry);
            match held(entry, &vevents).iter().any(is_met) {
                true => vevents,
                false => Vec::new(),
            }
        }
    }
}

fn recurrence<'a>(
    entry: &'a FeedEntry<'a>,
    dates: &RuleDates<'_>,
    (day, one): (NaiveDate, &Occurrence),
) -> Option<Vevent<'a>> {
    let telling = dates.tell(one);
    let by_rule = dates.run.usual_times(day).start_utc();
    Some(Vevent {
        entry,
        telling: Cow::Owned(telling),
        span: Span::in_utc(one.times.exact()?),
        relation: RuleRelation::InPlaceOf(DateTimeValue::Utc(by_rule)),
    })
}
