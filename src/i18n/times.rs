//! Times in words, for pages and mail alike: with place and numeric offset, UTC with its own date;
//! never an abbreviation such as CET.

use super::Words;
use crate::domain::series::Hours;
use crate::domain::times::{DayWindow, WindowShape, last_day};
use crate::domain::{ExactTimes, Times, Zone};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

/// One clock's view of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockLine {
    /// The town, or "UTC".
    pub place: String,
    /// `UTC+5:45`; empty for UTC itself.
    pub offset: String,
    /// Date and times on that clock.
    pub text: String,
}

/// The date of a time on its own clock, or what is known of it.
pub fn headline(w: Words, times: &Times) -> String {
    match times {
        Times::Exact(times) => days_words(w, times),
        Times::Day(span) => w.date_range(span.first(), span.last()),
        Times::Window(window) => window_words(w, window),
        Times::Unknown => w.t("when-date-unknown").to_string(),
    }
}

/// The day or days of a time on its own clock.
pub fn days_words(w: Words, times: &ExactTimes) -> String {
    let first = times.start().local().date();
    match times.is_multi_day() {
        true => w.date_range(first, times.last_day()),
        false => w.date_full(first),
    }
}

/// A meeting's times on one clock.
pub fn clock_line(w: Words, times: &ExactTimes, zone: &Zone) -> ClockLine {
    let start = zone.local(times.start_utc());
    let end = times.end_utc().map(|end| zone.local(end));
    let begins = w.time(start.time());
    let text = match end.map(|end| end_words(w, start, end)) {
        Some((day, ends)) if day == start.date_naive() => w
            .t3(
                "when-from-to",
                "date",
                w.date_full(day),
                "start",
                begins,
                "end",
                ends,
            )
            .to_string(),
        Some((day, ends)) => w
            .t2(
                "when-from-to-days",
                "start",
                moment(w, w.date_full(start.date_naive()), begins),
                "end",
                moment(w, w.date_full(day), ends),
            )
            .to_string(),
        None => moment(w, w.date_full(start.date_naive()), begins),
    };
    ClockLine {
        place: zone.place(),
        offset: if zone.is_utc() {
            String::new()
        } else {
            offset_words(*start.offset())
        },
        text,
    }
}

fn moment(w: Words, date: String, time: String) -> String {
    w.t2("when-at", "date", date, "time", time).to_string()
}

/// The day that an end belongs to and its hour in words: midnight is the end of a day, "24:00".
pub fn end_words(
    w: Words,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
) -> (NaiveDate, String) {
    let day = last_day(start.naive_local(), end.naive_local());
    let hour = match day == end.date_naive() {
        true => w.time(end.time()),
        false => midnight(w),
    };
    (day, hour)
}

/// The midnight that ends a day, written like any other hour.
pub fn midnight(w: Words) -> String {
    let last_hour = NaiveTime::from_hms_opt(23, 0, 0).unwrap_or_default();
    w.time(last_hour).replace("23", "24")
}

/// `UTC+5:45`, `UTC−3`, `UTC`; with a real minus sign, after which no line breaks.
pub fn offset_words(offset: FixedOffset) -> String {
    let minutes = offset.local_minus_utc() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// "early April 2018", "September 2021", "2016", "between 15 June and 31 August 2016".
fn window_words(w: Words, window: &DayWindow) -> String {
    let (earliest, latest) = (window.earliest(), window.latest());
    let month = || w.month_year(earliest);
    match window.shape() {
        WindowShape::Early => w.t1("when-early", "month", month()).to_string(),
        WindowShape::Middle => w.t1("when-middle", "month", month()).to_string(),
        WindowShape::Late => w.t1("when-late", "month", month()).to_string(),
        WindowShape::Month => month(),
        WindowShape::Year => earliest.format("%Y").to_string(),
        WindowShape::Between if earliest == latest => w.date_long(earliest),
        WindowShape::Between => w
            .t2(
                "when-between",
                "earliest",
                w.date_long(earliest),
                "latest",
                w.date_long(latest),
            )
            .to_string(),
    }
}

/// "14:00 – 15:00", or "14:00" when the end is not given.
pub fn span(w: Words, times: &ExactTimes, zone: &Zone) -> String {
    let start = zone.local(times.start_utc());
    let begins = w.time(start.time());
    match times.end_utc() {
        Some(end) => {
            let (_, ends) = end_words(w, start, zone.local(end));
            format!("{begins}\u{2009}–\u{2009}{ends}")
        }
        None => begins,
    }
}

/// "14:00 – 15:00 Zurich": hours that hold on several days, so without an offset, which is another one
/// in summer.
pub fn usual_hours(w: Words, hours: &Hours) -> String {
    let start = w.time(hours.start);
    let clock = match hours.end {
        Some(NaiveTime::MIN) => format!("{start}\u{2009}–\u{2009}{}", midnight(w)),
        Some(end) => format!("{start}\u{2009}–\u{2009}{}", w.time(end)),
        None => start,
    };
    let place = match hours.zone.is_utc() {
        true => "UTC".to_owned(),
        false => hours.zone.place(),
    };
    w.t2("when-row", "clock", clock, "place", place).to_string()
}

/// "9 March, 14:00 – 11 March, 12:00": the year stands above it already. Neither moment breaks
/// over lines where room is short.
fn days_span(w: Words, times: &ExactTimes, zone: &Zone) -> String {
    let moment = |day, time| moment(w, w.day_month(day), time).replace(' ', "\u{a0}");
    let start = zone.local(times.start_utc());
    let begins = moment(start.date_naive(), w.time(start.time()));
    match times.end_utc() {
        Some(end) => {
            let (day, ends) = end_words(w, start, zone.local(end));
            w.t2(
                "when-from-to-days",
                "start",
                begins,
                "end",
                moment(day, ends),
            )
            .to_string()
        }
        None => begins,
    }
}

/// "14:00 – 15:00 Zurich (UTC+1)", with its date where that is not the day of the list.
pub fn on_clock(w: Words, times: &ExactTimes, zone: &Zone, day: Option<NaiveDate>) -> String {
    let start = zone.local(times.start_utc());
    let place = match zone.is_utc() {
        true => "UTC".to_owned(),
        false => format!("{} ({})", zone.place(), offset_words(*start.offset())),
    };
    let clock = match times.is_multi_day() {
        true => days_span(w, times, zone),
        false => span(w, times, zone),
    };
    match day {
        Some(day) if start.date_naive() != day => w
            .t3(
                "when-row-other-day",
                "clock",
                clock,
                "place",
                place,
                "date",
                w.day_month(start.date_naive()),
            )
            .to_string(),
        _ => w.t2("when-row", "clock", clock, "place", place).to_string(),
    }
}

/// The times of a meeting on its own clock and in UTC, in one line.
pub fn times_in_one_line(w: Words, times: &ExactTimes) -> String {
    let utc = Zone::utc();
    let own = on_clock(w, times, times.zone(), None);
    match times.zone().is_utc() {
        true => own,
        false => format!("{own} · {}", on_clock(w, times, &utc, None)),
    }
}

/// A time in one line, with the place whose clock it is on; for a date that holds no longer,
/// which nobody needs on other clocks.
pub fn in_one_line(w: Words, said: &Times) -> String {
    let Times::Exact(times) = said else {
        return headline(w, said);
    };
    let line = clock_line(w, times, times.zone());
    let place = match line.offset.is_empty() {
        true => line.place,
        false => format!("{} ({})", line.place, line.offset),
    };
    w.t2("when-row", "clock", line.text, "place", place)
        .to_string()
}

/// A moment in UTC, for what the desk shows of when things were done.
pub fn stamp(w: Words, at: DateTime<Utc>) -> String {
    format!(
        "{} UTC",
        w.t2(
            "when-at",
            "date",
            w.date_long(at.date_naive()),
            "time",
            w.time(at.time())
        )
    )
}
