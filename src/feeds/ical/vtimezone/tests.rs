//! An evaluator of VTIMEZONE, written from RFC 5545 and not from the generator, that reads every
//! zone's definition and asks whether it says what the zone database says.

use super::*;
use crate::feeds::clocks::{are_steady, new_year};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// The instants up to a horizon at which an offset comes into force, in seconds, by time.
fn onsets(definition: &str, horizon: i32) -> Vec<(DateTime<Utc>, i32)> {
    let mut all: Vec<_> = definition
        .split("BEGIN:")
        .filter(|part| part.starts_with("STANDARD") || part.starts_with("DAYLIGHT"))
        .flat_map(|part| onsets_of(part, horizon))
        .collect();
    all.sort();
    all
}

fn onsets_of(part: &str, horizon: i32) -> Vec<(DateTime<Utc>, i32)> {
    let value = |name: &str| {
        part.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
    };
    let first = NaiveDateTime::parse_from_str(value("DTSTART").unwrap(), "%Y%m%dT%H%M%S").unwrap();
    let before = TimeDelta::seconds(seconds(value("TZOFFSETFROM").unwrap()).into());
    let after = seconds(value("TZOFFSETTO").unwrap());
    let until = until(value("RRULE"));
    local_onsets(first, value("RRULE"), horizon)
        .into_iter()
        .filter(|local| {
            let counts = (*local - before).and_utc() <= until;
            let counts_on_the_local_clock = local.and_utc() <= until;
            assert_eq!(counts, counts_on_the_local_clock, "{part}");
            counts
        })
        .map(|local| ((local - before).and_utc(), after))
        .collect()
}

fn local_onsets(first: NaiveDateTime, rule: Option<&str>, horizon: i32) -> Vec<NaiveDateTime> {
    let Some(rule) = rule else {
        return vec![first];
    };
    let month: u32 = rule_part(rule, "BYMONTH").unwrap().parse().unwrap();
    let by_day = rule_part(rule, "BYDAY").unwrap();
    let (nth, day) = by_day.split_at(by_day.len() - 2);
    let nth: i32 = nth.parse().unwrap();
    let onsets: Vec<_> = (first.year()..=horizon)
        .map(|year| {
            let mut days: Vec<NaiveDate> = (1..=31)
                .filter_map(|d| NaiveDate::from_ymd_opt(year, month, d))
                .filter(|d| weekday(d.weekday()) == day)
                .collect();
            if nth < 0 {
                days.reverse();
            }
            days[nth.unsigned_abs() as usize - 1].and_time(first.time())
        })
        .collect();
    assert_eq!(
        onsets[0], first,
        "DTSTART is the first instance of its rule"
    );
    onsets
}

fn until(rule: Option<&str>) -> DateTime<Utc> {
    rule.and_then(|rule| rule_part(rule, "UNTIL"))
        .map_or(DateTime::<Utc>::MAX_UTC, |until| {
            NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%SZ")
                .unwrap()
                .and_utc()
        })
}

fn rule_part<'a>(rule: &'a str, name: &str) -> Option<&'a str> {
    rule.split(';')
        .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

fn seconds(offset: &str) -> i32 {
    assert_eq!(offset.len(), 5, "no seconds in {offset}");
    let (hours, minutes): (i32, i32) =
        (offset[1..3].parse().unwrap(), offset[3..].parse().unwrap());
    let size = hours * 3600 + minutes * 60;
    if offset.starts_with('-') { -size } else { size }
}

fn offset_at(onsets: &[(DateTime<Utc>, i32)], at: DateTime<Utc>) -> i32 {
    let passed = onsets.partition_point(|(onset, _)| *onset <= at);
    onsets[passed - 1].1
}

/// Around every change and once a fortnight.
fn probes(zone: &Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let around = zone
        .transitions_from(from)
        .take_while(|change| change.at < until)
        .flat_map(|change| (-6..=6).map(move |half| change.at + TimeDelta::minutes(30 * half)));
    let regular = (0..).map(|n| from + TimeDelta::days(14 * n));
    let mut probes: Vec<_> = around
        .chain(regular.take_while(|at| *at < until))
        .filter(|at| (from..until).contains(at))
        .collect();
    probes.extend([from, until - TimeDelta::seconds(1)]);
    probes
}

#[test]
fn every_zone_is_described_as_the_database_has_it() {
    for (first, last) in [(1990, 1990), (2006, 2018), (2018, 2018), (2026, 2028)] {
        for name in Zone::primary_names() {
            let zone = Zone::named(name).unwrap();
            let definition = definition(&zone, first, last);
            let onsets = onsets(&definition, last + YEARS_AHEAD);
            let from = zone.start_of_day(new_year(first));
            let until = zone.start_of_day(new_year(last + YEARS_AHEAD));
            for at in probes(&zone, from, until) {
                assert_eq!(
                    offset_at(&onsets, at),
                    zone.offset_at(at).local_minus_utc(),
                    "{name} at {at}\n{definition}"
                );
            }
        }
    }
}

#[test]
fn definitions_are_short_plain_lines() {
    for name in Zone::primary_names() {
        let definition = definition(&Zone::named(name).unwrap(), 2018, 2018);
        assert!(definition.ends_with("END:VTIMEZONE\r\n"));
        for line in definition.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
            assert!(!line.starts_with("RDATE"), "{name}");
        }
    }
}

#[test]
fn zurich_has_one_rule_for_each_half_of_the_year() {
    let zurich = Zone::named("Europe/Zurich").unwrap();
    let expected = "BEGIN:VTIMEZONE\nTZID:Europe/Zurich\n\
        BEGIN:DAYLIGHT\nDTSTART:20170326T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n\
        TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n\
        BEGIN:STANDARD\nDTSTART:20171029T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n\
        END:VTIMEZONE\n";
    assert_eq!(
        definition(&zurich, 2018, 2018).replace("\r\n", "\n"),
        expected
    );
}

#[test]
fn the_second_sunday_is_counted_from_the_front() {
    let new_york = Zone::named("America/New_York").unwrap();
    let definition = definition(&new_york, 2018, 2018);
    assert!(definition.contains("BYMONTH=3;BYDAY=2SU\r\n"));
    assert!(definition.contains("BYMONTH=11;BYDAY=1SU\r\n"));
}

#[test]
fn a_rule_that_ended_says_until_when() {
    let sao_paulo = Zone::named("America/Sao_Paulo").unwrap();
    let definition = definition(&sao_paulo, 2014, 2018);
    assert!(
        definition.contains("BYMONTH=10;BYDAY=3SU;UNTIL=20171016T030000Z\r\n"),
        "{definition}"
    );
    assert!(!definition.contains("BYDAY=3SU\r\n"), "{definition}");
}

#[test]
fn ramadan_follows_no_rule_and_kathmandu_has_one_line() {
    let casablanca = definition(&Zone::named("Africa/Casablanca").unwrap(), 2021, 2021);
    assert!(!casablanca.contains("RRULE") && casablanca.matches("DTSTART").count() > 10);
    let kathmandu = definition(&Zone::named("Asia/Kathmandu").unwrap(), 2018, 2018);
    assert_eq!(kathmandu.matches("DTSTART").count(), 1);
    assert!(kathmandu.contains("TZOFFSETTO:+0545"));
}

/// Programs that look for the last change before an event find one in each part.
#[test]
fn in_zones_that_keep_their_rules_all_of_them_begin_before_the_first_year() {
    let mut steady = 0;
    for name in Zone::primary_names() {
        let zone = Zone::named(name).unwrap();
        if !are_steady(&zone, 2026, 2028) {
            continue;
        }
        steady += 1;
        for one in all(&zone, 2026, 2028 + YEARS_AHEAD) {
            assert!(one.first.year() == 2025, "{name}: {}", one.first);
        }
    }
    assert!(steady > 300, "{steady}");
}
