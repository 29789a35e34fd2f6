//! Three independent readers of iCalendar, which tell what a subscriber's
//! program makes of our feeds. Faults all of them forgive are `lint`'s.
//!
//! They are known to disagree about series, which `harness::series` proves:
//! - In the hour that a change of clocks leaves out, libical has it as RFC 5545
//!   does, the other two are an hour early. In the hour that comes twice, Python
//!   follows it and takes the first, the other two take the second.
//! - An end is at the same hour of the clock for each of them; but if clocks
//!   change during the first one, ical.js gives all of them its length.
//! - From a `DTSTART` that its rule does not hit, Python alone has it happen.
//! - Python forgives an `EXDATE` that is wrong by the offset of its zone. After
//!   one that takes nothing out, ical.js overlooks those that follow at once.

use super::{in_repository, missing, tool};
use serde::{Deserialize, Deserializer};
use std::path::Path;

/// A calendar as a reader understood it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadCalendar {
    /// What the reader could not make sense of.
    pub errors: Vec<String>,
    /// What the calendar says of itself.
    pub calendar: ReadHead,
    /// The events, in the order of the file.
    pub events: Vec<ReadEvent>,
    /// What they come to from 1990 to 2100, by start and UID.
    pub occurrences: Vec<ReadOccurrence>,
}

/// What the calendar says of itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadHead {
    /// `X-WR-CALNAME`, or else `NAME`.
    pub name: Option<String>,
    /// `PRODID`.
    pub prodid: Option<String>,
}

/// One `VEVENT`, with its times in UTC.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadEvent {
    pub uid: Option<String>,
    pub recurrence_id: Option<String>,
    pub summary: Option<String>,
    pub status: Option<String>,
    pub sequence: Option<i64>,
    pub all_day: bool,
    /// `2018-03-09T13:00:00Z`, or the date of an event of whole days; without
    /// the `Z` for a time that is bound to no place.
    pub start_utc: String,
    /// The same; of whole days, the first day that is free again.
    pub end_utc: String,
    /// The time zone the start was written in.
    pub tzid: Option<String>,
    pub location: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
    /// The parts of `RRULE` by name, without those that say the usual: an
    /// interval of one, weeks from Monday.
    #[serde(deserialize_with = "parts_by_name")]
    pub rrule: Option<String>,
    pub categories: Vec<String>,
    pub attachments: Vec<String>,
    /// The UIDs of `RELATED-TO`.
    pub related_to: Vec<String>,
}

/// Once that an event happens, or does not, if its status says so. What
/// `EXDATE` takes out is not listed; what was moved stands where it went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadOccurrence {
    /// Written like [`ReadEvent::start_utc`].
    pub start_utc: String,
    pub uid: Option<String>,
    /// Where the series has it begin; none for what is no series.
    pub recurrence_id: Option<String>,
    pub end_utc: String,
    pub status: Option<String>,
    pub summary: Option<String>,
}

/// What the Python packages `icalendar` and `recurring-ical-events` read.
pub fn read_with_python(ics: &str) -> ReadCalendar {
    let script = in_repository("tests/tools/read_ical.py");
    understand(tool::ask(&tool::python(), &[script], ics))
}

/// What the npm package `ical.js` reads.
pub fn read_with_ical_js(ics: &str) -> ReadCalendar {
    if !in_repository("target/test-tools/node/node_modules/ical.js-2").exists() {
        missing("the JavaScript reader of calendars");
    }
    let script = in_repository("tests/tools/read_ical.mjs");
    understand(tool::ask(Path::new("node"), &[script], ics))
}

/// What the C library `libical` reads.
pub fn read_with_libical(ics: &str) -> ReadCalendar {
    let source = |path| std::fs::read(in_repository(path)).ok();
    // Beside the program lies the source it was made from.
    if source("target/test-tools/libical/read_ical.c") != source("tests/tools/read_ical.c") {
        missing("the C reader of calendars, as its source is now,");
    }
    let program = in_repository("target/test-tools/libical/read_ical");
    understand(tool::ask(&program, &[], ics))
}

/// What the three of them understood alike: the calendar, if they found nothing
/// wrong with it and agree on all of it. A test fails otherwise.
pub fn read_by_all(ics: &str) -> ReadCalendar {
    let (python, ical_js, libical) = std::thread::scope(|scope| {
        let python = scope.spawn(|| read_with_python(ics));
        let ical_js = scope.spawn(|| read_with_ical_js(ics));
        let libical = read_with_libical(ics);
        let joined = "the reader has not failed";
        (
            python.join().expect(joined),
            ical_js.join().expect(joined),
            libical,
        )
    });
    for (name, read) in [
        ("Python", &python),
        ("ical.js", &ical_js),
        ("libical", &libical),
    ] {
        assert_eq!(read.errors, Vec::<String>::new(), "{name}");
        assert_eq!(read.calendar, python.calendar, "{name} and Python");
        alike(&read.events, &python.events, name);
        alike(&read.occurrences, &python.occurrences, name);
    }
    python
}

/// One by one, so that a difference is not lost in a list of hundreds.
fn alike<T: PartialEq + std::fmt::Debug>(ones: &[T], others: &[T], name: &str) {
    for (one, other) in ones.iter().zip(others) {
        assert_eq!(one, other, "{name} and Python");
    }
    assert_eq!(ones.len(), others.len(), "{name} and Python");
}

fn understand(answer: Vec<u8>) -> ReadCalendar {
    let mut read: ReadCalendar =
        serde_json::from_slice(&answer).expect("the reader prints the agreed JSON");
    // In one way for all, whatever order their languages give to texts.
    read.occurrences.sort();
    read
}

fn parts_by_name<'de, D: Deserializer<'de>>(rule: D) -> Result<Option<String>, D::Error> {
    let rule = Option::<String>::deserialize(rule)?;
    Ok(rule.map(|rule| {
        let mut parts: Vec<_> = rule.split(';').collect();
        parts.retain(|part| !["INTERVAL=1", "WKST=MO"].contains(part));
        parts.sort_unstable();
        parts.join(";")
    }))
}
