//! The changes of a zone's clocks, taken together where they come again every year: what a definition
//! of the zone is written from, and whether programs can be expected to know the zone as we do.

use crate::domain::{Zone, zone::Transition};
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// For how many years before its first use a zone has to have kept its rules: as long as programs keep
/// old data.
const YEARS_OF_OLD_DATA: i32 = 3;

/// The last year of which programs know everything that have the oldest data to be expected: what a
/// zone changed since, they do not know in years to come either.
const KNOWN_TO_ALL: i32 = 2024;

/// An offset and the local times at which it comes into force.
pub(super) struct Observance {
    /// The first of them, on the clock before the change.
    pub first: NaiveDateTime,
    /// The last of them, as an instant.
    pub last: DateTime<Utc>,
    /// The year of the last, on the clock before the change.
    pub last_year: i32,
    /// The offset until then.
    pub before: FixedOffset,
    /// The offset from then on.
    pub after: FixedOffset,
    /// Whether it is daylight saving time.
    pub dst: bool,
    /// The rules that fit all of them so far; empty for the one that opens the window.
    rules: Vec<Nth>,
}

/// Which weekday of its month a day is: the first to the fourth, or the last (-1).
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nth(i8);

/// From 1 January of the first year to the end of the year before `end_year`, in the order of their
/// first local times.
pub(super) fn observances(zone: &Zone, first_year: i32, end_year: i32) -> Vec<Observance> {
    let from = zone.start_of_day(new_year(first_year));
    let until = zone.start_of_day(new_year(end_year));
    let mut all = Vec::new();
    zone.transitions_from(from)
        .take_while(|change| change.at < until)
        // A change of name or of the flag alone moves no clock.
        .filter(|change| change.before != change.after)
        .for_each(|change| add(&mut all, &change));
    all
}

/// Whether a zone's clocks change by the same rules from a few years before the first year to the end
/// of the last, or not at all. Where they do not, programs that have data of their own may be hours
/// off, and some cannot read a definition that has changes begin in the middle.
pub(super) fn are_steady(zone: &Zone, first_year: i32, last_year: i32) -> bool {
    let since = (first_year - YEARS_OF_OLD_DATA).min(KNOWN_TO_ALL);
    observances(zone, since, last_year + 1)
        .iter()
        .all(|one| one.first.year() == since && one.last_year == last_year)
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
    /// What is in force when a year begins.
    pub fn opening(zone: &Zone, year: i32) -> Self {
        let from = zone.start_of_day(new_year(year));
        let offset = zone.offset_at(from);
        Self {
            first: new_year(year).and_time(NaiveTime::MIN),
            last: from,
            last_year: year,
            before: offset,
            after: offset,
            dst: zone.is_dst_at(from),
            rules: Vec::new(),
        }
    }

    /// Which weekday of its month each of them is on, -1 for the last; `None` if there is but one.
    pub fn nth(&self) -> Option<i8> {
        let is_run = self.last_year > self.first.year();
        self.rules.last().filter(|_| is_run).map(|nth| nth.0)
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
}

impl Nth {
    /// Every way to count a day; the last of its month may be the fourth as well. A fifth one is
    /// the last by necessity, and "last" is what zone rules say, so it stands last and wins.
    fn of(day: NaiveDate) -> Vec<Self> {
        let nth = ((day.day() - 1) / 7 + 1) as i8;
        let is_last = (day + Days::new(7)).month() != day.month();
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

/// The first day of a year.
pub(super) fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_steady(name: &str, first: i32, last: i32) -> bool {
        are_steady(&Zone::named(name).unwrap(), first, last)
    }

    #[test]
    fn zones_with_one_rule_for_each_half_of_the_year_are_steady() {
        for name in [
            "UTC",
            "Europe/Zurich",
            "Europe/Kyiv",
            "America/New_York",
            "Pacific/Auckland",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "Africa/Nairobi",
        ] {
            assert!(is_steady(name, 2026, 2028), "{name}");
        }
    }

    #[test]
    fn zones_whose_rules_are_new_or_follow_the_moon_are_not() {
        for name in [
            "America/Vancouver",
            "Africa/Casablanca",
            "Asia/Almaty",
            "Asia/Gaza",
        ] {
            assert!(!is_steady(name, 2026, 2027), "{name}");
        }
        assert!(!is_steady("America/Vancouver", 2035, 2036));
        assert!(!is_steady("Africa/Casablanca", 2030, 2030));
        assert!(!is_steady("America/Sao_Paulo", 2021, 2022));
        assert!(is_steady("America/Sao_Paulo", 2026, 2027));
        assert!(!is_steady("America/Mexico_City", 2025, 2025));
        assert!(is_steady("America/Mexico_City", 2026, 2027));
    }
}
