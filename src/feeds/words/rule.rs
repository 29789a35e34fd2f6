//! When a run of a series is, in plain English words for an event's description: the rule, without
//! a word that is true of one day only. Dates with UTC are in the words of single occurrences.

use super::dates::{self, NO_END};
use crate::domain::series::{Hours, Recurrence, Rule, Run, Step, ordinal};
use crate::domain::{Alteration, Times};
use crate::feeds::entry::{RuleDates, Telling};
use chrono::{Datelike, NaiveDate};

/// The lines that say when: the rule, at which hours it was before as readers were told, and how the
/// series goes on after it.
pub(super) fn when(telling: &Telling, dates: &RuleDates<'_>) -> Vec<String> {
    let mut lines = pattern(dates.run, dates.rule);
    lines.extend(telling.new_hours.as_ref().and_then(new_hours));
    lines.extend(dates.next.map(goes_on));
    lines
}

fn pattern(run: &Run, rule: &Rule) -> Vec<String> {
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
        hours(run.hours()),
        date(*last)
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

/// The line that says how the series goes on after a run, so that the run does not look like its end:
/// `From 12 May 2027 on: every Wednesday, 10:00 to 11:00, Zurich`.
fn goes_on(next: &Run) -> String {
    let (first, hours) = (date(next.first_day()), hours(next.hours()));
    match next.recurrence() {
        _ if next.first_day() == next.last_day() => format!("Then on {first}: {hours}"),
        Recurrence::Rule(rule) => format!("From {first} on: {}, {hours}", how_often(rule)),
        Recurrence::Dates(_) => format!("From {first} on: on single dates, {hours}"),
    }
}

/// The line that says at which hours a run was, as readers were told before: `New hours from 12 May
/// 2027 on; before: 09:00 to 10:00, Zurich`; `None` for another alteration.
pub(super) fn new_hours(alteration: &Alteration) -> Option<String> {
    let Alteration::Hours { from, before, .. } = alteration else {
        return None;
    };
    let before: Vec<String> = before
        .iter()
        .map(|(day, before)| match day == from {
            true => hours(before),
            false => format!("from {} on {}", date(*day), hours(before)),
        })
        .collect();
    let (from, before) = (date(*from), before.join("; "));
    Some(format!("New hours from {from} on; before: {before}"))
}

fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// `15:00 to 16:00, Zurich`. No offset: it is another one in summer.
fn hours(hours: &Hours) -> String {
    let start = hours.start.format("%H:%M");
    let range = match hours.end {
        None => format!("from {start}"),
        Some(end) if end > hours.start => format!("{start} to {}", end.format("%H:%M")),
        Some(end) => format!("{start} to {} on the next day", end.format("%H:%M")),
    };
    match hours.zone.is_utc() {
        true => format!("{range} UTC"),
        false => format!("{range}, {}", hours.zone.place()),
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
