//! When a meeting is, in words for an event's description: the place with its numeric offset, and UTC
//! with its own date. Never an abbreviation, which is wrong for half of the year.

use super::apart::apart;
use crate::domain::times::{DayWindow, WindowShape};
use crate::domain::{End, ExactTimes, Times};
use crate::i18n::Words;
use crate::i18n::times::end_words;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// The lines that say when.
pub(super) fn when(w: Words, times: &Times) -> Vec<String> {
    match times {
        Times::Exact(times) => exact(w, times),
        Times::Day(span) => vec![
            when_line(w, days(w, span.first(), span.last())),
            w.t("feed-hours-not-given").into_owned(),
        ],
        Times::Window(window) => {
            let within = within(w, window);
            vec![w.t1("feed-when-within", "within", within).into_owned()]
        }
        Times::Unknown => vec![w.t("feed-when-unknown").into_owned()],
    }
}

/// A date within a sentence, after "it was on": `Friday 9 March 2018, 14:00 to 15:00, Zurich
/// (UTC+01:00)`; `None` if nothing is known of it.
pub(super) fn on(w: Words, times: &Times) -> Option<String> {
    match times {
        Times::Exact(times) => Some(on_its_clock(w, times, OpenEnd::Unsaid)),
        _ => times.days().map(|(first, last)| days(w, first, last)),
    }
}

/// One of several times, in one line: `Friday 9 March 2018, 14:00 to 15:00, Zurich (UTC+01:00); in
/// UTC: 13:00 to 14:00`.
pub(super) fn in_one_line(w: Words, times: &ExactTimes) -> String {
    let own = on_its_clock(w, times, OpenEnd::Said);
    match in_utc(w, times) {
        Some(range) => w
            .t2("feed-own-and-utc", "own", own, "range", range)
            .into_owned(),
        None => own,
    }
}

/// `9 March 2018`.
pub(super) fn date(w: Words, day: NaiveDate) -> String {
    w.date_long(day)
}

/// The line that says that no end was given.
pub(super) fn no_end(w: Words) -> String {
    w.t("feed-end-not-given").into_owned()
}

/// What is said of an end that was not given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenEnd {
    /// That it goes on from then.
    Said,
    Unsaid,
}

fn exact(w: Words, times: &ExactTimes) -> Vec<String> {
    let mut lines = vec![when_line(w, on_its_clock(w, times, OpenEnd::Said))];
    let in_utc = in_utc(w, times);
    lines.extend(in_utc.map(|range| w.t1("feed-in-utc", "range", range).into_owned()));
    if times.end_utc().is_none() {
        lines.push(no_end(w));
    }
    lines
}

fn when_line(w: Words, when: String) -> String {
    w.t1("feed-when", "when", when).into_owned()
}

fn on_its_clock(w: Words, times: &ExactTimes, open: OpenEnd) -> String {
    let zone = times.zone();
    let start = zone.local(times.start_utc());
    let end = times.end_utc().map(|end| zone.local(end));
    let range = range(w, (start, end), times, None, open);
    if zone.is_utc() {
        return w.t1("feed-utc", "range", range).into_owned();
    }
    let place = apart(w, &zone.place());
    let offset = start.offset().to_string();
    match end.filter(|end| end.offset() != start.offset()) {
        None => w.t3(
            "feed-clock",
            "range",
            range,
            "place",
            place,
            "offset",
            offset,
        ),
        Some(end) => w.with(
            "feed-clock-changing",
            &[
                ("range", range.into()),
                ("place", place.into()),
                ("before", offset.into()),
                ("after", end.offset().to_string().into()),
            ],
        ),
    }
    .into_owned()
}

/// Nothing where the clock is UTC's own.
fn in_utc(w: Words, times: &ExactTimes) -> Option<String> {
    if times.zone().is_utc() {
        return None;
    }
    let known = Some(times.start().local().date());
    let start = times.start_utc().fixed_offset();
    let end = times.end_utc().map(|end| end.fixed_offset());
    Some(range(w, (start, end), times, known, OpenEnd::Said))
}

/// `Friday 9 March 2018, 14:00 to 15:00`. A date that is `known` to the reader is not repeated.
fn range(
    w: Words,
    (start, end): (DateTime<FixedOffset>, Option<DateTime<FixedOffset>>),
    times: &ExactTimes,
    known: Option<NaiveDate>,
    open: OpenEnd,
) -> String {
    let from = clock(w, start.date_naive(), w.time(start.time()), known);
    let to = match (end, times.end()) {
        (Some(end), _) => {
            let (day, hour) = end_words(w, start, end);
            clock(w, day, hour, Some(start.date_naive()))
        }
        // Without an hour the last day is a local date; it has no counterpart in UTC.
        (None, End::On(last)) if known.is_none() && times.is_multi_day() => full_date(w, last),
        _ if open == OpenEnd::Unsaid => return from,
        _ => return w.t1("feed-from", "start", from).into_owned(),
    };
    from_to(w, from, to)
}

fn clock(w: Words, day: NaiveDate, time: String, known: Option<NaiveDate>) -> String {
    match known == Some(day) {
        true => time,
        false => w
            .t2("feed-at", "date", full_date(w, day), "time", time)
            .into_owned(),
    }
}

fn days(w: Words, first: NaiveDate, last: NaiveDate) -> String {
    match first == last {
        true => full_date(w, first),
        false => from_to(w, full_date(w, first), full_date(w, last)),
    }
}

fn from_to(w: Words, start: String, end: String) -> String {
    w.t2("feed-from-to", "start", start, "end", end)
        .into_owned()
}

fn within(w: Words, window: &DayWindow) -> String {
    let (first, last) = (window.earliest(), window.latest());
    let between = match first == last {
        true => full_date(w, first),
        false => {
            let (first, last) = (full_date(w, first), full_date(w, last));
            w.t2("feed-between", "first", first, "last", last)
                .into_owned()
        }
    };
    let in_month = |key: &str| {
        let month = w.month_year(first);
        w.t2(key, "month", month, "between", &between).into_owned()
    };
    match window.shape() {
        WindowShape::Early => in_month("feed-early"),
        WindowShape::Middle => in_month("feed-middle"),
        WindowShape::Late => in_month("feed-late"),
        WindowShape::Month => w
            .t1("feed-some-time", "in", w.month_year(first))
            .into_owned(),
        WindowShape::Year => {
            let year = first.format("%Y").to_string();
            w.t1("feed-some-time", "in", year).into_owned()
        }
        WindowShape::Between => between,
    }
}

/// `Friday 9 March 2018`.
fn full_date(w: Words, day: NaiveDate) -> String {
    let (weekday, date) = (w.weekday(day), w.date_long(day));
    w.t2("feed-date", "weekday", weekday, "date", date)
        .into_owned()
}
