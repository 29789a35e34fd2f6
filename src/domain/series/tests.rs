//! Series as groups hold them: which days a rule gives, at which hours, and by which names its runs
//! are known.

use super::*;
use crate::domain::occurrence::OccurrenceKey;
use crate::domain::times::{End, Moment};
use crate::domain::zone::Zone;
use chrono::{NaiveDateTime, NaiveTime};

pub(in crate::domain) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(first: &str, step: Step, every: u8, ends: Ends) -> Result<Rule, Problem> {
    Rule::new(day(first), step, every, ends)
}

fn dates(first: &str, step: Step, every: u8, ends: Ends) -> Vec<String> {
    let rule = rule(first, step, every, ends).unwrap();
    rule.dates().map(|day| day.to_string()).collect()
}

#[test]
fn rules_give_the_days_that_people_mean() {
    let until = |text| Ends::Until(day(text));
    assert_eq!(
        dates("2018-03-13", Step::MonthWeekday, 1, Ends::Count(3)),
        ["2018-03-13", "2018-04-10", "2018-05-08"],
        "the second Tuesday"
    );
    assert_eq!(
        dates("2018-03-30", Step::MonthLastWeekday, 2, until("2018-08-01")),
        ["2018-03-30", "2018-05-25", "2018-07-27"],
        "the last Friday of every other month"
    );
    assert_eq!(
        dates("2018-01-31", Step::MonthDay, 1, Ends::Count(3)),
        ["2018-01-31", "2018-03-31", "2018-05-31"],
        "months without a 31st are left out"
    );
    assert_eq!(
        dates("2018-12-24", Step::Week, 2, until("2019-01-21")),
        ["2018-12-24", "2019-01-07", "2019-01-21"]
    );
    assert_eq!(
        dates("2020-02-29", Step::MonthDay, 12, until("2022-02-28")),
        ["2020-02-29"]
    );
}

#[test]
fn rules_without_measure_are_refused() {
    let refused = |first, step, every, ends| rule(first, step, every, ends).unwrap_err();
    let (week, first) = (Step::Week, "2018-03-13");
    assert_eq!(
        refused(first, week, 1, Ends::Count(121)),
        Problem::TooMany { limit: 120 }
    );
    assert_eq!(
        refused(first, week, 2, Ends::Count(60)),
        Problem::TooManyMonths { limit: 24 }
    );
    assert_eq!(
        refused(first, week, 1, Ends::Until(day("2020-03-14"))),
        Problem::TooManyMonths { limit: 24 }
    );
    assert_eq!(
        refused(first, week, 1, Ends::Until(day("2018-03-12"))),
        Problem::EndNotAfterStart
    );
    assert_eq!(
        refused(first, week, 0, Ends::Count(2)),
        Problem::NotANumber { least: 1, most: 12 }
    );
    assert_eq!(
        refused(first, Step::MonthLastWeekday, 1, Ends::Count(2)),
        Problem::NotTheLastWeekday
    );
    assert_eq!(
        refused("2018-01-31", Step::MonthDay, 1, Ends::Count(24)),
        Problem::TooManyMonths { limit: 24 }
    );
}

pub(in crate::domain) fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

pub(in crate::domain) fn zone() -> Zone {
    Zone::named("Europe/Zurich").unwrap()
}

pub(in crate::domain) fn times(start: &str, end: &str) -> ExactTimes {
    let moment = |text: &str| {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment::new(&zone(), local, None).unwrap()
    };
    ExactTimes::new(zone(), moment(start), End::At(moment(end))).unwrap()
}

pub(in crate::domain) fn weekly(first: &str, start: &str, count: u16) -> Run {
    let rule = rule(first, Step::Week, 1, Ends::Count(count)).unwrap();
    let end = hour(start) + chrono::TimeDelta::hours(1);
    Run::new(zone(), hour(start), Some(end), Recurrence::Rule(rule)).unwrap()
}

#[test]
fn a_day_outside_of_the_calendar_is_refused() {
    let rule = rule("2100-12-28", Step::Week, 1, Ends::Count(2)).unwrap();
    let run = Run::new(zone(), hour("15:00"), None, Recurrence::Rule(rule));
    assert_eq!(run, Err(Problem::DateOutOfRange));
}

#[test]
fn an_hour_that_the_clocks_skip_on_one_of_the_days_is_refused() {
    let rule = rule("2018-03-11", Step::Week, 1, Ends::Count(4)).unwrap();
    let run = |start| Run::new(zone(), hour(start), None, Recurrence::Rule(rule));
    assert!(
        matches!(run("02:30"), Err(Problem::InGap { before, .. }) if before.date() == day("2018-03-25"))
    );
    assert!(run("03:00").is_ok());
}

#[test]
fn local_hours_stay_and_utc_shifts_with_the_clocks() {
    let starts: Vec<String> = weekly("2018-03-13", "15:00", 3)
        .sittings()
        .map(|(_, times)| times.start_utc().format("%d %H:%M").to_string())
        .collect();
    assert_eq!(starts, ["13 14:00", "20 14:00", "27 13:00"]);
}

#[test]
fn a_sitting_past_midnight_ends_on_the_next_day() {
    let rule = rule("2018-03-13", Step::Week, 1, Ends::Count(1)).unwrap();
    let run = Run::new(
        zone(),
        hour("23:00"),
        Some(hour("00:30")),
        Recurrence::Rule(rule),
    )
    .unwrap();
    let (_, times) = run.sittings().next().unwrap();
    assert_eq!(times.last_day(), day("2018-03-14"));
    assert_eq!(
        times.end_utc().unwrap() - times.start_utc(),
        chrono::TimeDelta::minutes(90)
    );
}

#[test]
fn single_ones_are_left_out_or_moved_but_not_all_left_out() {
    let run = weekly("2018-03-13", "15:00", 2)
        .skipping(day("2018-03-13"))
        .unwrap()
        .moving(
            day("2018-03-20"),
            times("2018-03-21 16:00", "2018-03-21 17:00"),
        )
        .unwrap();
    let held: Vec<_> = run.sittings().collect();
    assert_eq!(
        held,
        [(
            day("2018-03-20"),
            times("2018-03-21 16:00", "2018-03-21 17:00")
        )]
    );
    let too_few = Problem::TooFew { least: 1 };
    let series = Series::new(run.clone(), None);
    assert_eq!(series.skipping(day("2018-03-20")), Err(too_few.clone()));
    assert_eq!(run.clone().skipping(day("2018-03-20")), Err(too_few));
    assert_eq!(
        run.skipping(day("2018-03-14")),
        Err(Problem::NoSuchDate {
            date: day("2018-03-14")
        })
    );
}

#[test]
fn scopes_are_read_as_they_are_written() {
    for scope in [
        Scope::All,
        Scope::One(day("2018-04-03")),
        Scope::From(day("2018-04-03")),
    ] {
        assert_eq!(Scope::parse(&scope.to_string()), Some(scope));
    }
    assert_eq!(Scope::parse("some"), None);
    assert_eq!(Scope::parse("one:then"), None);
    assert_eq!(
        OccurrenceKey::On(day("2018-04-03")).to_string(),
        "2018-04-03"
    );
}

#[test]
fn a_rule_that_another_goes_on_with_is_one_rule() {
    let joined = |one: Recurrence, next: Recurrence| one.followed_by(&next);
    let weeks = |first, count| weekly(first, "15:00", count).recurrence().clone();
    assert_eq!(
        joined(weeks("2018-03-13", 2), weeks("2018-03-27", 3)),
        weeks("2018-03-13", 5)
    );
    let until = |first, last: &str| {
        Recurrence::Rule(rule(first, Step::Week, 1, Ends::Until(day(last))).unwrap())
    };
    assert_eq!(
        joined(weeks("2018-03-13", 2), until("2018-03-27", "2018-04-12")),
        until("2018-03-13", "2018-04-12"),
        "until then, as the later one says"
    );
    let with_a_pause = joined(weeks("2018-03-13", 1), weeks("2018-03-27", 1));
    assert_eq!(with_a_pause.rule(), None);
    assert_eq!(with_a_pause.dates(), [day("2018-03-13"), day("2018-03-27")]);
}

#[test]
fn no_two_runs_go_by_one_name() {
    let runs = |runs: Vec<Run>| {
        let series = Series::of_runs(runs, None).unwrap();
        let names = series.runs().iter().map(Run::name);
        names.collect::<Vec<_>>()
    };
    let week = |first| weekly(first, "15:00", 1);
    let name = |text| Some(day(text));
    assert_eq!(
        runs(vec![week("2018-03-13"), week("2018-03-20")]),
        [None, name("2018-03-20")]
    );
    assert_eq!(
        runs(vec![
            week("2018-03-13").named(name("2018-03-20")),
            week("2018-03-20").named(name("2018-03-20")),
            week("2018-03-27"),
        ]),
        [name("2018-03-20"), name("2018-03-21"), None],
        "the earliest keeps it"
    );
}
