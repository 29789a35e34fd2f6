//! Proofs that series are unrolled and linted: by each reader as worked out by
//! hand, and so that a fault in rule, exception or zone shows.

use super::READERS;
use crate::support::{calendars::*, expander::expand_rules, lint::lint_ical};
use chrono::NaiveDateTime;

/// Series across the change of clocks in Europe and America, on a day that is
/// another one in UTC, on days that some months lack, of whole days; with
/// occurrences that were taken out, moved and cancelled.
const SERIES: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Harness//EN
BEGIN:VTIMEZONE
TZID:Europe/Zurich
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
DTSTART:20070311T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:weekly
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Zurich:20260310T150000
DTEND;TZID=Europe/Zurich:20260310T163000
RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T130000Z
EXDATE;TZID=Europe/Zurich:20260317T150000
SUMMARY:Weekly
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:weekly
RECURRENCE-ID;TZID=Europe/Zurich:20260324T150000
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Zurich:20260324T150000
DTEND;TZID=Europe/Zurich:20260324T163000
SUMMARY:Off
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:weekly
RECURRENCE-ID;TZID=Europe/Zurich:20260331T150000
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Zurich:20260401T100000
DTEND;TZID=Europe/Zurich:20260401T110000
SUMMARY:Moved
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:second-tuesday
DTSTAMP:20260101T000000Z
DTSTART;TZID=America/New_York:20260113T203000
DTEND;TZID=America/New_York:20260113T213000
RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260415T003000Z
SUMMARY:Monthly
END:VEVENT
BEGIN:VEVENT
UID:last-friday
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Zurich:20260327T100000
DTEND;TZID=Europe/Zurich:20260327T110000
RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260529T080000Z
SUMMARY:Last
RELATED-TO:weekly
END:VEVENT
BEGIN:VEVENT
UID:31st
DTSTAMP:20260101T000000Z
DTSTART:20260131T120000Z
DTEND:20260131T130000Z
RRULE:FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260531T120000Z
SUMMARY:31st
END:VEVENT
BEGIN:VEVENT
UID:fortnightly
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Zurich:20260604T090000
DTEND;TZID=Europe/Zurich:20260604T093000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260618T070000Z
SUMMARY:Fortnightly
END:VEVENT
BEGIN:VEVENT
UID:days
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260105
DTEND;VALUE=DATE:20260107
RRULE:FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20260405
EXDATE;VALUE=DATE:20260205,20260305
SUMMARY:Days
END:VEVENT
END:VCALENDAR
";

/// What it comes to: start, end, UID, where the series had it, what it says.
const OCCURRENCES: &[&str] = &[
    "2026-01-05 2026-01-07 days 2026-01-05 Days",
    "2026-01-14T01:30:00Z 2026-01-14T02:30:00Z second-tuesday 2026-01-14T01:30:00Z Monthly",
    "2026-01-31T12:00:00Z 2026-01-31T13:00:00Z 31st 2026-01-31T12:00:00Z 31st",
    "2026-02-11T01:30:00Z 2026-02-11T02:30:00Z second-tuesday 2026-02-11T01:30:00Z Monthly",
    "2026-03-10T14:00:00Z 2026-03-10T15:30:00Z weekly 2026-03-10T14:00:00Z Weekly CONFIRMED",
    "2026-03-11T00:30:00Z 2026-03-11T01:30:00Z second-tuesday 2026-03-11T00:30:00Z Monthly",
    "2026-03-24T14:00:00Z 2026-03-24T15:30:00Z weekly 2026-03-24T14:00:00Z Off CANCELLED",
    "2026-03-27T09:00:00Z 2026-03-27T10:00:00Z last-friday 2026-03-27T09:00:00Z Last",
    "2026-03-31T12:00:00Z 2026-03-31T13:00:00Z 31st 2026-03-31T12:00:00Z 31st",
    "2026-04-01T08:00:00Z 2026-04-01T09:00:00Z weekly 2026-03-31T13:00:00Z Moved TENTATIVE",
    "2026-04-05 2026-04-07 days 2026-04-05 Days",
    "2026-04-07T13:00:00Z 2026-04-07T14:30:00Z weekly 2026-04-07T13:00:00Z Weekly CONFIRMED",
    "2026-04-14T13:00:00Z 2026-04-14T14:30:00Z weekly 2026-04-14T13:00:00Z Weekly CONFIRMED",
    "2026-04-15T00:30:00Z 2026-04-15T01:30:00Z second-tuesday 2026-04-15T00:30:00Z Monthly",
    "2026-04-24T08:00:00Z 2026-04-24T09:00:00Z last-friday 2026-04-24T08:00:00Z Last",
    "2026-05-29T08:00:00Z 2026-05-29T09:00:00Z last-friday 2026-05-29T08:00:00Z Last",
    "2026-05-31T12:00:00Z 2026-05-31T13:00:00Z 31st 2026-05-31T12:00:00Z 31st",
    "2026-06-04T07:00:00Z 2026-06-04T07:30:00Z fortnightly 2026-06-04T07:00:00Z Fortnightly",
    "2026-06-15T07:00:00Z 2026-06-15T07:30:00Z fortnightly 2026-06-15T07:00:00Z Fortnightly",
    "2026-06-18T07:00:00Z 2026-06-18T07:30:00Z fortnightly 2026-06-18T07:00:00Z Fortnightly",
];

fn series() -> String {
    SERIES.replace('\n', "\r\n")
}

/// The calendar with one part of it written differently.
fn spoilt(part: &str, becomes: &str) -> String {
    let text = series();
    assert!(text.contains(part), "{part:?} is in the calendar");
    text.replacen(part, becomes, 1)
}

fn told(read: &ReadCalendar) -> Vec<String> {
    let line = |occurrence: &ReadOccurrence| {
        let words = [
            Some(&occurrence.start_utc),
            Some(&occurrence.end_utc),
            occurrence.uid.as_ref(),
            occurrence.recurrence_id.as_ref(),
            occurrence.summary.as_ref(),
            occurrence.status.as_ref(),
        ];
        let words: Vec<_> = words.into_iter().flatten().map(String::as_str).collect();
        words.join(" ")
    };
    read.occurrences.iter().map(line).collect()
}

#[test]
fn all_readers_unroll_series_as_worked_out_by_hand() {
    for (name, read) in READERS {
        let read = read(&series());
        assert_eq!(read.errors, Vec::<String>::new(), "{name}");
        assert_eq!(told(&read), OCCURRENCES, "{name}");
    }
    assert_eq!(read_by_all(&series()).occurrences.len(), OCCURRENCES.len());
    assert_eq!(lint_ical(series().as_bytes()), Vec::<String>::new());
}

#[test]
fn all_readers_notice_a_wrong_zone() {
    // Clocks that change in May: later by an hour, and past UNTIL at the end.
    let wrong = spoilt("BYMONTH=3;BYDAY=-1SU", "BYMONTH=5;BYDAY=-1SU");
    let weekly = [
        "2026-03-10T14:00:00Z 2026-03-10T15:30:00Z weekly 2026-03-10T14:00:00Z Weekly CONFIRMED",
        "2026-03-24T14:00:00Z 2026-03-24T15:30:00Z weekly 2026-03-24T14:00:00Z Off CANCELLED",
        "2026-04-01T09:00:00Z 2026-04-01T10:00:00Z weekly 2026-03-31T14:00:00Z Moved TENTATIVE",
        "2026-04-07T14:00:00Z 2026-04-07T15:30:00Z weekly 2026-04-07T14:00:00Z Weekly CONFIRMED",
    ];
    for (name, read) in READERS {
        let told = told(&read(&wrong));
        let told: Vec<_> = told.iter().filter(|line| line.contains("weekly")).collect();
        assert_eq!(told, weekly, "{name}");
    }
}

#[test]
fn all_readers_notice_a_wrong_rule_or_exception() {
    let wrong = [
        ("BYDAY=2TU", "BYDAY=3TU"),
        ("BYMONTHDAY=31", "BYMONTHDAY=-1"),
        ("INTERVAL=2;BYDAY=MO,TH", "INTERVAL=1;BYDAY=MO,TH"),
        ("UNTIL=20260414T130000Z", "UNTIL=20260414T125959Z"),
        ("UNTIL=20260405", "UNTIL=20260404"),
        ("Zurich:20260317T150000", "Zurich:20260317T151500"),
        (
            "ID;TZID=Europe/Zurich:20260324T15",
            "ID;TZID=Europe/Zurich:20260324T14",
        ),
        ("STATUS:CANCELLED\r\n", ""),
    ];
    for (part, becomes) in wrong {
        let text = spoilt(part, becomes);
        for (name, read) in READERS {
            assert_ne!(told(&read(&text)), OCCURRENCES, "{name}: {becomes:?}");
        }
    }
}

/// One weekly series of two occurrences at night, and what a reader makes of it.
fn at_night(read: fn(&str) -> ReadCalendar, start: &str, end: &str) -> Vec<String> {
    let zones = series();
    let (zones, _) = zones.split_once("BEGIN:VEVENT").expect("events");
    let event = format!(
        "BEGIN:VEVENT\nUID:night\nDTSTART;TZID=Europe/Zurich:{start}\n\
         DTEND;TZID=Europe/Zurich:{end}\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    let read = read(&format!("{zones}{}", event.replace('\n', "\r\n")));
    assert_eq!(read.errors, Vec::<String>::new());
    let times = |one: &ReadOccurrence| format!("{} {}", one.start_utc, one.end_utc);
    read.occurrences.iter().map(times).collect()
}

/// What the head of `calendars` says of them, so that it is noticed when a new
/// version of one does better.
#[test]
fn readers_disagree_where_the_clock_changes() {
    let second = |start: &str, end: &str| {
        READERS.map(|(_, read)| at_night(read, start, end).pop().expect("two occurrences"))
    };
    // Half past two is left out on the 29th of March, and comes twice in October.
    assert_eq!(
        second("20260322T023000", "20260322T040000"),
        [
            "2026-03-29T00:30:00Z 2026-03-29T02:00:00Z",
            "2026-03-29T00:30:00Z 2026-03-29T02:00:00Z",
            "2026-03-29T01:30:00Z 2026-03-29T03:00:00Z",
        ]
    );
    assert_eq!(
        second("20261018T023000", "20261018T040000"),
        [
            "2026-10-25T00:30:00Z 2026-10-25T03:00:00Z",
            "2026-10-25T01:30:00Z 2026-10-25T03:00:00Z",
            "2026-10-25T01:30:00Z 2026-10-25T03:00:00Z",
        ]
    );
    // A night that is an hour short, and the next: until half past five, or for
    // as long.
    let clock = "2026-04-04T21:30:00Z 2026-04-05T03:30:00Z";
    let stopwatch = "2026-04-04T21:30:00Z 2026-04-05T02:30:00Z";
    assert_eq!(
        second("20260328T233000", "20260329T053000"),
        [clock, stopwatch, clock]
    );
}

/// The same of exceptions that are for nothing, which the lint cannot see all.
#[test]
fn readers_disagree_about_stray_exceptions() {
    // An hour late, as if Zurich's offset had been added once more.
    let late = spoilt("Zurich:20260317T150000", "Zurich:20260317T160000");
    // A day on which nothing was to happen, before two that are meant.
    let stray = spoilt("20260205,20260305", "20260204,20260205,20260305");
    let count = |text: &str| READERS.map(|(_, read)| read(text).occurrences.len());
    let right = OCCURRENCES.len();
    assert_eq!(count(&late), [right, right + 1, right + 1]);
    assert_eq!(count(&stray), [right, right + 2, right]);
    assert_eq!(lint_ical(stray.as_bytes()), Vec::<String>::new());
}

#[test]
#[should_panic(expected = "and Python")]
fn readers_that_disagree_fail_a_test() {
    // A start that its rule does not hit.
    read_by_all(&spoilt("BYDAY=2TU", "BYDAY=2WE"));
}

#[test]
fn the_expander_unrolls_rules_as_worked_out_by_hand() {
    let at = |text: &str| -> NaiveDateTime { text.parse().expect("a local time") };
    let rules = [
        ("2026-03-10T15:00:00", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3"),
        (
            "2026-03-27T10:00:00",
            "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260424T100000",
        ),
        ("2026-01-31T02:30:00", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"),
        (
            "2026-06-04T09:00:00",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3",
        ),
        // The first one is on a Tuesday, so that it does not belong to it.
        (
            "2026-03-10T15:00:00",
            "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260318T150000",
        ),
        (
            "2026-03-10T15:00:00",
            "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260310T150000",
        ),
        ("2100-12-24T15:00:00", "FREQ=WEEKLY"),
    ];
    let expected: &[&[&str]] = &[
        &[
            "2026-03-10T15:00:00",
            "2026-04-14T15:00:00",
            "2026-05-12T15:00:00",
        ],
        &["2026-03-27T10:00:00", "2026-04-24T10:00:00"],
        &[
            "2026-01-31T02:30:00",
            "2026-03-31T02:30:00",
            "2026-05-31T02:30:00",
        ],
        &[
            "2026-06-04T09:00:00",
            "2026-06-15T09:00:00",
            "2026-06-18T09:00:00",
        ],
        &["2026-03-11T15:00:00", "2026-03-18T15:00:00"],
        &[],
        &["2100-12-24T15:00:00", "2100-12-31T15:00:00"],
    ];
    let expected: Vec<Vec<NaiveDateTime>> = expected
        .iter()
        .map(|times| times.iter().map(|time| at(time)).collect())
        .collect();
    let rules = rules.map(|(start, rule)| (at(start), rule.to_owned()));
    assert_eq!(expand_rules(&rules), expected);
    // More than a pipe holds, in both directions.
    let many = vec![rules; 1000].concat();
    assert_eq!(expand_rules(&many), vec![expected; 1000].concat());
    assert_eq!(expand_rules(&[]), Vec::<Vec<NaiveDateTime>>::new());
}

#[test]
fn the_lint_catches_each_fault_of_a_series() {
    // A part of the calendar above, what it becomes, and the only fault then.
    let faults: &[(&str, &str, &str)] = &[
        (
            ";UNTIL=20260415T003000Z",
            "",
            "VEVENT second-tuesday: RRULE without UNTIL",
        ),
        (
            ";UNTIL=20260415T003000Z",
            ";COUNT=4",
            "VEVENT second-tuesday: RRULE without UNTIL",
        ),
        (
            ";UNTIL=20260415T003000Z",
            ";COUNT=4;UNTIL=20260415T003000Z",
            "VEVENT second-tuesday: RRULE with both COUNT and UNTIL",
        ),
        (
            "UNTIL=20260415T003000Z",
            "UNTIL=20260414T203000",
            "VEVENT second-tuesday: UNTIL is not UTC",
        ),
        (
            "UNTIL=20260415T003000Z",
            "UNTIL=20260415",
            "VEVENT second-tuesday: UNTIL is not UTC",
        ),
        (
            "UNTIL=20260531T120000Z",
            "UNTIL=20260531T120000",
            "VEVENT 31st: UNTIL is not UTC",
        ),
        (
            "UNTIL=20260405",
            "UNTIL=20260405T000000Z",
            "VEVENT days: UNTIL is not DATE",
        ),
        (
            "START:20260131T120000Z\r\nDTEND:20260131T130000Z",
            "START:20260131T120000\r\nDTEND:20260131T130000",
            "VEVENT 31st: UNTIL is not floating",
        ),
        (
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20260405\r\n",
            "",
            "VEVENT days: EXDATE without RRULE",
        ),
        (
            "BYDAY=2TU;UNTIL=20260415T003000Z",
            "BYDAY=2TU;UNTIL=20260415T003000Z\r\nRDATE:20260416T003000Z",
            "unknown property: RDATE",
        ),
        (
            "EXDATE;TZID=Europe/Zurich:20260317T150000",
            "EXDATE:20260317T140000Z",
            "VEVENT weekly: EXDATE is written unlike DTSTART",
        ),
        (
            "EXDATE;TZID=Europe/Zurich:20260317T150000",
            "EXDATE;TZID=America/New_York:20260317T100000",
            "VEVENT weekly: EXDATE is written unlike DTSTART",
        ),
        (
            "EXDATE;TZID=Europe/Zurich:20260317T150000",
            "EXDATE;VALUE=DATE:20260317",
            "VEVENT weekly: EXDATE is written unlike DTSTART",
        ),
        (
            "EXDATE;TZID=Europe/Zurich:20260317T150000",
            "EXDATE;TZID=Europe/Zurich:soon",
            "VEVENT weekly: EXDATE is written unlike DTSTART",
        ),
        (
            "EXDATE;VALUE=DATE:20260205,20260305",
            "EXDATE;VALUE=DATE:20260205,20260305T000000",
            "VEVENT days: EXDATE is written unlike DTSTART",
        ),
        (
            "EXDATE;VALUE=DATE:20260205,20260305",
            "EXDATE;VALUE=DATE:20260205\r\nEXDATE;VALUE=DATE:20260205",
            "VEVENT days: EXDATE twice: 20260205",
        ),
        (
            "RECURRENCE-ID;TZID=Europe/Zurich:20260324T150000",
            "RECURRENCE-ID:20260324T140000Z",
            "VEVENT weekly: RECURRENCE-ID is written unlike DTSTART",
        ),
        (
            "RECURRENCE-ID;TZID=Europe/Zurich:20260324T150000",
            "RECURRENCE-ID;VALUE=DATE:20260324",
            "VEVENT weekly: RECURRENCE-ID is written unlike DTSTART",
        ),
        (
            "RECURRENCE-ID;TZID=Europe/Zurich:20260324T150000",
            "RECURRENCE-ID;TZID=Europe/Zurich:20260331T150000",
            "duplicate override: weekly 20260331T150000",
        ),
        (
            "UID:weekly\r\nRECURRENCE-ID",
            "UID:weakly\r\nRECURRENCE-ID",
            "VEVENT weakly: RECURRENCE-ID without a master",
        ),
        (
            "SUMMARY:Moved",
            "RRULE:FREQ=DAILY;UNTIL=20260402T080000Z\r\nSUMMARY:Moved",
            "VEVENT weekly: RRULE beside RECURRENCE-ID",
        ),
        (
            "SUMMARY:Moved",
            "EXDATE;TZID=Europe/Zurich:20260401T100000\r\nSUMMARY:Moved",
            "VEVENT weekly: EXDATE beside RECURRENCE-ID",
        ),
        (
            "SUMMARY:Last",
            "RRULE:FREQ=DAILY;UNTIL=20260402T080000Z\r\nSUMMARY:Last",
            "VEVENT last-friday: RRULE more than once",
        ),
        (
            "RELATED-TO:weekly",
            "RELATED-TO:weakly",
            "VEVENT last-friday: RELATED-TO nothing here: weakly",
        ),
        ("UID:31st", "UID:days", "duplicate UID: days"),
    ];
    for (part, becomes, fault) in faults {
        let found = lint_ical(spoilt(part, becomes).as_bytes());
        assert_eq!(found, [*fault], "{becomes:?}");
    }
}
