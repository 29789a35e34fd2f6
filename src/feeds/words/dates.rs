//! When a meeting is, in plain English words for an event's description: the place with its
//! numeric offset, and UTC with its own date. Never an abbreviation, which is wrong for half of the
//! year.

use crate::domain::times::{DayWindow, WindowShape};
use crate::domain::{End, ExactTimes, Times};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// The lines that say when.
pub(super) fn when(times: &Times) -> Vec<String> {
    match times {
        Times::Exact(times) => exact(times),
        Times::Day(span) => vec![
            format!("When: {}", days(span.first(), span.last())),
            "The hours were not given.".to_owned(),
        ],
        Times::Window(window) => vec![format!("When: to be confirmed; {}", within(window))],
        Times::Unknown => vec!["When: to be confirmed".to_owned()],
    }
}

/// A date within a sentence, after "it was on": `Friday 9 March 2018, 14:00 to 15:00, Zurich
/// (UTC+01:00)`; `None` if nothing is known of it.
pub(super) fn on(times: &Times) -> Option<String> {
    let Times::Exact(times) = times else {
        return times.days().map(|(first, last)| days(first, last));
    };
    let zone = times.zone();
    let start = zone.local(times.start_utc());
    let end = times.end_utc().map(|end| zone.local(end));
    let range = range(start, end, times, None);
    let range = range.strip_prefix("from ").unwrap_or(&range);
    Some(match zone.is_utc() {
        true => format!("{range} UTC"),
        false => format!("{range}, {}", place(&zone.place(), start, end)),
    })
}

/// One of several times, in one line: `Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00); in
/// UTC: 13:00 to 14:00`.
pub(super) fn in_one_line(times: &ExactTimes) -> String {
    match in_utc(times) {
        Some(in_utc) => format!("{}; in UTC: {in_utc}", on_its_clock(times)),
        None => on_its_clock(times),
    }
}

pub(super) const NO_END: &str = "The end time was not given.";

fn exact(times: &ExactTimes) -> Vec<String> {
    let mut lines = vec![format!("When: {}", on_its_clock(times))];
    lines.extend(in_utc(times).map(|range| format!("In UTC: {range}")));
    if times.end_utc().is_none() {
        lines.push(NO_END.to_owned());
    }
    lines
}

fn on_its_clock(times: &ExactTimes) -> String {
    let zone = times.zone();
    let start = zone.local(times.start_utc());
    let end = times.end_utc().map(|end| zone.local(end));
    let range = range(start, end, times, None);
    if zone.is_utc() {
        format!("{range} UTC")
    } else {
        format!("{range}, {}", place(&zone.place(), start, end))
    }
}

/// Nothing where the clock is UTC's own.
fn in_utc(times: &ExactTimes) -> Option<String> {
    if times.zone().is_utc() {
        return None;
    }
    let known = Some(times.start().local().date());
    let end = times.end_utc().map(|end| end.fixed_offset());
    Some(range(times.start_utc().fixed_offset(), end, times, known))
}

/// `Friday 9 March 2018, 14:00 to 15:00`. A date that is `known` to the reader is not repeated.
fn range(
    start: DateTime<FixedOffset>,
    end: Option<DateTime<FixedOffset>>,
    times: &ExactTimes,
    known: Option<NaiveDate>,
) -> String {
    let from = clock(start, known);
    match (end, times.end()) {
        (Some(end), _) => format!("{from} to {}", clock(end, Some(start.date_naive()))),
        // Without an hour the last day is a local date; it has no counterpart in UTC.
        (None, End::On(last)) if known.is_none() && times.is_multi_day() => {
            format!("{from} to {}", date(last))
        }
        _ => format!("from {from}"),
    }
}

/// `Zurich (UTC+01:00)`, or both offsets when the clocks change in between.
fn place(name: &str, start: DateTime<FixedOffset>, end: Option<DateTime<FixedOffset>>) -> String {
    match end.filter(|end| end.offset() != start.offset()) {
        None => format!("{name} (UTC{})", start.offset()),
        Some(end) => format!(
            "{name} (UTC{} at the start, UTC{} at the end)",
            start.offset(),
            end.offset()
        ),
    }
}

fn clock(at: DateTime<FixedOffset>, known: Option<NaiveDate>) -> String {
    let time = at.format("%H:%M");
    if known == Some(at.date_naive()) {
        time.to_string()
    } else {
        format!("{}, {time}", date(at.date_naive()))
    }
}

fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        date(first)
    } else {
        format!("{} to {}", date(first), date(last))
    }
}

fn within(window: &DayWindow) -> String {
    let (first, last) = (window.earliest(), window.latest());
    let month = first.format("%B %Y");
    let between = if first == last {
        date(first)
    } else {
        format!("between {} and {}", date(first), date(last))
    };
    match window.shape() {
        WindowShape::Early => format!("early {month}, {between}"),
        WindowShape::Middle => format!("mid-{month}, {between}"),
        WindowShape::Late => format!("late {month}, {between}"),
        WindowShape::Month => format!("some time in {month}"),
        WindowShape::Year => format!("some time in {}", first.format("%Y")),
        WindowShape::Between => between,
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}
