//! When a run of a series is, in plain English words for an event's description: the rule, without
//! a word that is true of one day only. Dates with UTC are in the words of single occurrences.

use super::dates::{self, NO_END};
use crate::domain::Times;
use crate::domain::series::{Rule, Run, Step, ordinal};
use chrono::{Datelike, NaiveDate};

/// The lines that say when.
pub(super) fn when(run: &Run, rule: &Rule) -> Vec<String> {
    let days: Vec<NaiveDate> = rule.dates().collect();
    let (Some(only), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    if only == last {
        return dates::when(&Times::Exact(run.usual_times(*only)));
    }
    let mut lines = vec![format!(
        "When: {}, {}, until {}",
        how_often(rule),
        hours(run),
        last.format("%-d %B %Y")
    )];
    if run.end().is_none() {
        lines.push(NO_END.to_owned());
    }
    lines
}

fn how_often(rule: &Rule) -> String {
    let (first, every) = (rule.first(), rule.every());
    let weekday = first.format("%A");
    let often = match (rule.step(), every) {
        (Step::Week, 1) => format!("every {weekday}"),
        (Step::Week, _) => format!("every {every} weeks on {weekday}"),
        (Step::MonthDay, 1) => format!("the {} of every month", nth_day(first)),
        (Step::MonthDay, _) => format!("every {every} months on the {}", nth_day(first)),
        (Step::MonthWeekday | Step::MonthLastWeekday, 1) => {
            format!("every {} {weekday} of the month", which(rule))
        }
        (Step::MonthWeekday | Step::MonthLastWeekday, _) => {
            format!("every {every} months on the {} {weekday}", which(rule))
        }
    };
    match is_rare(rule) {
        true => format!("{often} where there is one"),
        false => often,
    }
}

/// Whether some months have no such day.
fn is_rare(rule: &Rule) -> bool {
    match rule.step() {
        Step::MonthDay => rule.first().day() > 28,
        Step::MonthWeekday => ordinal(rule.first()) == 5,
        Step::Week | Step::MonthLastWeekday => false,
    }
}

/// `15:00 to 16:00, Zurich`. No offset: it is another one in summer.
fn hours(run: &Run) -> String {
    let start = run.start().format("%H:%M");
    let range = match run.end() {
        None => format!("from {start}"),
        Some(end) if end > run.start() => format!("{start} to {}", end.format("%H:%M")),
        Some(end) => format!("{start} to {} on the next day", end.format("%H:%M")),
    };
    match run.zone().is_utc() {
        true => format!("{range} UTC"),
        false => format!("{range}, {}", run.zone().place()),
    }
}

fn which(rule: &Rule) -> &'static str {
    match (rule.step(), ordinal(rule.first())) {
        (Step::MonthLastWeekday, _) => "last",
        (_, 1) => "first",
        (_, 2) => "second",
        (_, 3) => "third",
        (_, 4) => "fourth",
        _ => "fifth",
    }
}

fn nth_day(day: NaiveDate) -> String {
    let ending = match day.day() {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{}{ending}", day.day())
}
