//! When what stands under one UID is held: for programs that ask for a span of time.

use super::span::{DateTimeValue, Span};
use super::vevent::Vevent;
use crate::domain::Occurrence;
use crate::feeds::entry::{FeedEntry, Repetition};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// From an instant to another, UTC.
pub(super) type Held = (DateTime<Utc>, DateTime<Utc>);

/// Each time at which an entry is held. Whole days have no zone in iCalendar: they are held from
/// midnight to midnight UTC, and as long as it is that day where they are held.
pub(super) fn held(entry: &FeedEntry<'_>, vevents: &[Vevent<'_>]) -> Vec<Held> {
    match &entry.repetition {
        Repetition::Rule(dates) => dates.held().filter_map(|(_, one)| of(one)).collect(),
        Repetition::Once | Repetition::Sitting(_) => {
            let spans = vevents.iter().map(|vevent| &vevent.span);
            spans.filter_map(|span| of_span(entry, span)).collect()
        }
    }
}

/// When an occurrence is held.
pub(super) fn of(one: &Occurrence) -> Option<Held> {
    one.times.extent()
}

fn of_span(entry: &FeedEntry<'_>, span: &Span) -> Option<Held> {
    let there = entry.telling.times.extent();
    match span {
        Span::Days { first, after } => {
            let (start, end) = (midnight(*first), midnight(*after));
            let (earlier, later) = there.unwrap_or((start, end));
            Some((start.min(earlier), end.max(later)))
        }
        Span::Hours {
            start: DateTimeValue::Utc(start),
            end: DateTimeValue::Utc(end),
        } => Some((*start, *end)),
        Span::Hours { .. } => there,
    }
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
