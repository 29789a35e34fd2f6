//! What comes by a rule: recurrenceRules, and in recurrenceOverrides what is unlike the rest (RFC 8984,
//! sections 4.3.3 and 4.3.5).

use super::Properties;
use super::event::properties;
use super::when::{When, local};
use crate::domain::Occurrence;
use crate::domain::series::{Rule, Step, ordinal};
use crate::feeds::entry::{FeedEntry, RuleDates};
use crate::feeds::words;
use crate::i18n::Words;
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// What an override cannot say otherwise (section 4.3.5), or says of all of the entry.
const COMMON: [&str; 5] = ["@type", "uid", "prodId", "created", "relatedTo"];

/// The rule and the overrides of an event that has everything else already.
pub(super) fn put(w: Words, entry: &FeedEntry<'_>, dates: &RuleDates<'_>, event: &mut Properties) {
    let overrides: serde_json::Map<String, Value> = dates
        .days
        .iter()
        .filter_map(|(day, held)| {
            let patch = match held {
                None => Some(json!({"excluded": true})),
                Some(one) => patch(w, entry, dates, (*day, one), event),
            };
            Some((local(day.and_time(dates.run.start())), patch?))
        })
        .collect();
    let rules = json!([rule(dates)]);
    event.insert("recurrenceRules".to_owned(), rules);
    if !overrides.is_empty() {
        event.insert("recurrenceOverrides".to_owned(), Value::Object(overrides));
    }
}

/// The last date is named in local time, which is included.
fn rule(dates: &RuleDates<'_>) -> Value {
    let (rule, first) = (dates.rule, dates.first());
    let mut said = json!({
        "@type": "RecurrenceRule",
        "frequency": if rule.step() == Step::Week { "weekly" } else { "monthly" },
        "interval": rule.every(),
        "until": local(dates.last().and_time(dates.run.start())),
    });
    match rule.step() {
        Step::Week => {}
        Step::MonthDay => said["byMonthDay"] = json!([first.day()]),
        Step::MonthWeekday => said["byDay"] = nth_day(rule, i64::from(ordinal(first))),
        Step::MonthLastWeekday => said["byDay"] = nth_day(rule, -1),
    }
    said
}

fn nth_day(rule: &Rule, nth: i64) -> Value {
    let day = rule.first().weekday().to_string().to_lowercase();
    json!([{"@type": "NDay", "day": day[..2], "nthOfPeriod": nth}])
}

/// What one occurrence has unlike the rule; `None` if that is nothing.
fn patch(
    w: Words,
    entry: &FeedEntry<'_>,
    dates: &RuleDates<'_>,
    (day, one): (NaiveDate, &Occurrence),
    usual: &Properties,
) -> Option<Value> {
    let exact = one.times.exact()?;
    let telling = dates.tell(one);
    let is_usual = *one.said == *entry.telling.said && *exact == dates.run.usual_times(day);
    if is_usual && telling.former.is_none() && dates.repeats(day) {
        return None;
    }
    let lines = words::when_once(w, &telling);
    let own = properties(w, entry, (&telling, &lines), &When::exact(exact));
    let mut patch = Properties::new();
    for (name, value) in &own {
        if !COMMON.contains(&name.as_str()) && usual.get(name) != Some(value) {
            patch.insert(name.clone(), value.clone());
        }
    }
    for name in usual.keys().filter(|name| !own.contains_key(*name)) {
        patch.insert(name.clone(), Value::Null);
    }
    Some(Value::Object(patch))
}
