//! VTIMEZONE (RFC 5545, section 3.6.5) made from the zone database, because the writer has none
//! and ready-made ones carry old data. What it says is checked against the database for every zone.

use crate::domain::Zone;
use crate::feeds::clocks::{Observance, observances};
use chrono::{Datelike, FixedOffset, TimeDelta, Weekday};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// How many years beyond the last event a definition reaches. Subscribers see a fresh one with
/// every poll; the years are for copies that are kept and for moving an event by hand.
const YEARS_AHEAD: i32 = 10;

/// The definition of UTC, for a feed that has nothing else to hold.
pub(super) const UTC: &str = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\n\
    DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Texts by zone, first and last year.
static KNOWN: LazyLock<Mutex<Texts>> = LazyLock::new(Mutex::default);

/// The most of them, about two megabytes.
const MOST: usize = 2000;

type Texts = HashMap<(String, i32, i32), Arc<str>>;

/// The definition of a zone, right for local times from 1 January of `first_year` to ten years
/// beyond `last_year`. Events in UTC need none; see the `Z` form of section 3.3.5.
pub(super) fn definition(zone: &Zone, first_year: i32, last_year: i32) -> Arc<str> {
    let key = (zone.name().to_owned(), first_year, last_year);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    // Only years of published meetings come here, so this is not for every day.
    if known.len() >= MOST && !known.contains_key(&key) {
        known.clear();
    }
    known
        .entry(key)
        .or_insert_with(|| written(zone, first_year, last_year + YEARS_AHEAD).into())
        .clone()
}

fn written(zone: &Zone, first_year: i32, end_year: i32) -> String {
    let mut out = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    for observance in all(zone, first_year, end_year) {
        write(&observance, &mut out, end_year);
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}

/// From the year before the first, so that each rule has begun when the first event is held: Ruby's
/// `icalendar` gives up the whole calendar over one that has not. The end year itself is no longer
/// described.
fn all(zone: &Zone, first_year: i32, end_year: i32) -> Vec<Observance> {
    let from = first_year - 1;
    let mut all = observances(zone, from, end_year);
    // What a change of that year ends is before all events.
    if all.first().is_none_or(|first| first.first.year() > from) {
        all.insert(0, Observance::opening(zone, from));
    }
    all
}

fn write(one: &Observance, out: &mut String, end_year: i32) {
    let part = if one.dst { "DAYLIGHT" } else { "STANDARD" };
    let rule = rule(one, end_year).unwrap_or_default();
    let (first, before, after) = (
        one.first.format("%Y%m%dT%H%M%S"),
        offset(one.before),
        offset(one.after),
    );
    write!(
        out,
        "BEGIN:{part}\r\nDTSTART:{first}\r\n{rule}TZOFFSETFROM:{before}\r\n\
         TZOFFSETTO:{after}\r\nEND:{part}\r\n"
    )
    .expect("a String takes whatever is written");
}

/// A single change needs no rule; a run that reaches the end of the window goes on.
fn rule(one: &Observance, end_year: i32) -> Option<String> {
    let nth = one.nth()?;
    // A day late, because some programs read UNTIL on the local clock and would lose the last
    // change of zones east of Greenwich; it need not be an instance (section 3.3.10).
    let until = if one.last_year + 1 < end_year {
        let day_after = one.last + TimeDelta::days(1);
        format!(";UNTIL={}", day_after.format("%Y%m%dT%H%M%SZ"))
    } else {
        String::new()
    };
    let (month, day) = (one.first.month(), weekday(one.first.weekday()));
    Some(format!(
        "RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}{until}\r\n"
    ))
}

/// `+0545`. Seconds are left out: no zone has had any since 1972, and programs trip over them.
fn offset(offset: FixedOffset) -> String {
    offset.to_string().replace(':', "")
}

/// As rules write it (section 3.3.10).
pub(super) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests;
