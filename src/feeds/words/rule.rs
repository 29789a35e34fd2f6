//! When a run of a series is, in words for an event's description: the rule, without a word that is
//! true of one day only. Dates with UTC are in the words of single occurrences.

use super::apart::apart;
use super::dates::{self, date};
use crate::domain::series::{Hours, Recurrence, Rule, Run, Step, ordinal};
use crate::domain::{Alteration, Times};
use crate::feeds::entry::{RuleDates, Telling};
use crate::i18n::times::midnight;
use crate::i18n::{Words, weekday_key};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// The lines that say when: the rule, at which hours it was before as readers were told, and how the
/// series goes on after it.
pub(super) fn when(w: Words, telling: &Telling, dates: &RuleDates<'_>) -> Vec<String> {
    let mut lines = pattern(w, dates.run, dates.rule);
    let before = telling.new_hours.as_ref();
    lines.extend(before.and_then(|before| new_hours(w, before)));
    lines.extend(dates.next.map(|next| goes_on(w, next)));
    lines
}

/// The rule, without how the series goes on after it.
pub(super) fn pattern(w: Words, run: &Run, rule: &Rule) -> Vec<String> {
    let days: Vec<NaiveDate> = rule.dates().collect();
    let (Some(only), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    if only == last {
        return dates::when(w, &Times::Exact(run.usual_times(*only)));
    }
    let (rule, hours, last) = (how_often(w, rule), hours(w, run.hours()), date(w, *last));
    let when = w.t3("feed-when-rule", "rule", rule, "hours", hours, "last", last);
    let mut lines = vec![when.into_owned()];
    if run.end().is_none() {
        lines.push(dates::no_end(w));
    }
    lines
}

fn how_often(w: Words, rule: &Rule) -> String {
    let first = rule.first();
    let every = ("every", u32::from(rule.every()).into());
    let weekday = ("weekday", weekday_key(first).into());
    let nth = ("nth", nth(rule).into());
    let often = match rule.step() {
        Step::Week => w.with("feed-rule-week", &[every, weekday]),
        Step::MonthDay => {
            let day = ("day", first.day().into());
            w.with("feed-rule-month-day", &[every, day])
        }
        Step::MonthWeekday | Step::MonthLastWeekday => {
            w.with("feed-rule-month-weekday", &[every, weekday, nth])
        }
    };
    match is_rare(rule) {
        true => w.t1("feed-rule-rare", "rule", often).into_owned(),
        false => often.into_owned(),
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
fn goes_on(w: Words, next: &Run) -> String {
    let (first, hours) = (date(w, next.first_day()), hours(w, next.hours()));
    let line = match next.recurrence() {
        _ if next.first_day() == next.last_day() => {
            w.t2("feed-then-once", "first", first, "hours", hours)
        }
        Recurrence::Rule(rule) => {
            let rule = how_often(w, rule);
            w.t3(
                "feed-then-rule",
                "first",
                first,
                "rule",
                rule,
                "hours",
                hours,
            )
        }
        Recurrence::Dates(_) => w.t2("feed-then-dates", "first", first, "hours", hours),
    };
    line.into_owned()
}

/// The line that says at which hours a run was, as readers were told before: `New hours from 12 May
/// 2027 on; before: 09:00 to 10:00, Zurich`; `None` for another alteration.
pub(super) fn new_hours(w: Words, alteration: &Alteration) -> Option<String> {
    let Alteration::Hours { from, before, .. } = alteration else {
        return None;
    };
    let before = before.iter().map(|(day, before)| {
        let hours = hours(w, before);
        match day == from {
            true => hours,
            false => w
                .t2("feed-hours-then", "from", date(w, *day), "hours", hours)
                .into_owned(),
        }
    });
    let before: Vec<String> = before.collect();
    let before = before.join(&w.t("feed-semicolon"));
    let line = w.t2("feed-new-hours", "from", date(w, *from), "before", before);
    Some(line.into_owned())
}

/// `15:00 to 16:00, Zurich`. No offset: it is another one in summer.
fn hours(w: Words, hours: &Hours) -> String {
    let start = w.time(hours.start);
    let range = match hours.end {
        None => w.t1("feed-from", "start", start),
        Some(NaiveTime::MIN) => w.t2("feed-from-to", "start", start, "end", midnight(w)),
        Some(end) => {
            let key = match end > hours.start {
                true => "feed-from-to",
                false => "feed-from-to-next-day",
            };
            w.t2(key, "start", start, "end", w.time(end))
        }
    };
    match hours.zone.is_utc() {
        true => w.t1("feed-utc", "range", range),
        false => {
            let place = apart(w, &hours.zone.place());
            w.t2("feed-hours-in", "range", range, "place", place)
        }
    }
    .into_owned()
}

/// Which of its kind in the month, as messages choose their words by it.
fn nth(rule: &Rule) -> &'static str {
    match (rule.step(), ordinal(rule.first())) {
        (Step::MonthLastWeekday, _) => "last",
        (_, 1) => "first",
        (_, 2) => "second",
        (_, 3) => "third",
        (_, 4) => "fourth",
        _ => "fifth",
    }
}
