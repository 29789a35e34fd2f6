//! VTIMEZONE (RFC 5545, section 3.6.5) made from the zone database, because the writer has none
//! and ready-made ones carry old data. What it says is checked against the database for every zone.

use crate::domain::{Zone, zone::Transition};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
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

/// One STANDARD or DAYLIGHT part: an offset and the local times at which it comes into force.
struct Observance {
    /// The first of them, on the clock before the change.
    first: NaiveDateTime,
    /// The last of them, as an instant.
    last: DateTime<Utc>,
    /// The year of the last, on the clock before the change.
    last_year: i32,
    before: FixedOffset,
    after: FixedOffset,
    dst: bool,
    /// The rules that fit all of them so far; empty for the one that opens the window.
    rules: Vec<Nth>,
}

/// Which weekday of its month a day is: the first to the fourth, or the last (-1).
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nth(i8);

fn written(zone: &Zone, first_year: i32, end_year: i32) -> String {
    let mut out = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    for observance in observances(zone, first_year, end_year) {
        observance.write(&mut out, end_year);
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}

/// In the order of their first local times. The end year itself is no longer described.
fn observances(zone: &Zone, first_year: i32, end_year: i32) -> Vec<Observance> {
    let from = zone.start_of_day(new_year(first_year));
    let until = zone.start_of_day(new_year(end_year));
    let mut all = vec![Observance::opening(zone, first_year, from)];
    zone.transitions_from(from)
        .take_while(|change| change.at < until)
        // A change of name or of the flag alone moves no clock.
        .filter(|change| change.before != change.after)
        .for_each(|change| add(&mut all, &change));
    all
}

/// A change joins the run of equal changes that reached the year before, or begins a new one.
fn add(all: &mut Vec<Observance>, change: &Transition) {
    let local = change.at.with_timezone(&change.before).naive_local();
    match all.iter_mut().find(|run| run.fits(change, local)) {
        Some(run) => run.extend(change, local),
        None => all.push(Observance {
            first: local,
            last: change.at,
            last_year: local.year(),
            before: change.before,
            after: change.after,
            dst: change.dst,
            rules: Nth::of(local.date()),
        }),
    }
}

impl Observance {
    /// What is in force when the window begins.
    fn opening(zone: &Zone, year: i32, from: DateTime<Utc>) -> Self {
        let offset = zone.offset_at(from);
        Self {
            first: new_year(year).and_time(chrono::NaiveTime::MIN),
            last: from,
            last_year: year,
            before: offset,
            after: offset,
            dst: zone.is_dst_at(from),
            rules: Vec::new(),
        }
    }

    fn fits(&self, change: &Transition, local: NaiveDateTime) -> bool {
        self.last_year + 1 == local.year()
            && (self.before, self.after, self.dst) == (change.before, change.after, change.dst)
            && (self.first.month(), self.first.weekday(), self.first.time())
                == (local.month(), local.weekday(), local.time())
            && Nth::of(local.date())
                .iter()
                .any(|nth| self.rules.contains(nth))
    }

    fn extend(&mut self, change: &Transition, local: NaiveDateTime) {
        let also = Nth::of(local.date());
        self.rules.retain(|nth| also.contains(nth));
        self.last = change.at;
        self.last_year = local.year();
    }

    fn write(&self, out: &mut String, end_year: i32) {
        let part = if self.dst { "DAYLIGHT" } else { "STANDARD" };
        let rule = self.rule(end_year).unwrap_or_default();
        let (first, before, after) = (
            self.first.format("%Y%m%dT%H%M%S"),
            offset(self.before),
            offset(self.after),
        );
        write!(
            out,
            "BEGIN:{part}\r\nDTSTART:{first}\r\n{rule}TZOFFSETFROM:{before}\r\n\
             TZOFFSETTO:{after}\r\nEND:{part}\r\n"
        )
        .expect("a String takes whatever is written");
    }

    /// A single change needs no rule; a run that reaches the end of the window goes on.
    fn rule(&self, end_year: i32) -> Option<String> {
        let nth = self.rules.last()?.0;
        if self.last_year == self.first.year() {
            return None;
        }
        // A day late, because some programs read UNTIL on the local clock and would lose the last
        // change of zones east of Greenwich; it need not be an instance (section 3.3.10).
        let until = if self.last_year + 1 < end_year {
            let day_after = self.last + TimeDelta::days(1);
            format!(";UNTIL={}", day_after.format("%Y%m%dT%H%M%SZ"))
        } else {
            String::new()
        };
        let (month, day) = (self.first.month(), weekday(self.first.weekday()));
        Some(format!(
            "RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}{until}\r\n"
        ))
    }
}

impl Nth {
    /// Every way to count a day; the last of its month may be the fourth as well. A fifth one is
    /// the last by necessity, and "last" is what zone rules say, so it stands last and wins.
    fn of(day: NaiveDate) -> Vec<Self> {
        let nth = ((day.day() - 1) / 7 + 1) as i8;
        let is_last = (day + chrono::Days::new(7)).month() != day.month();
        let mut rules = Vec::with_capacity(2);
        if nth <= 4 {
            rules.push(Self(nth));
        }
        if is_last {
            rules.push(Self(-1));
        }
        rules
    }
}

fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
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
