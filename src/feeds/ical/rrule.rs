//! RRULE (RFC 5545, section 3.3.10): the text of a rule.

use super::text::utc;
use super::vtimezone::weekday;
use crate::domain::series::{Rule, Step, ordinal};
use chrono::{DateTime, Datelike, Utc};

/// The rule up to an instant. COUNT would count what is left out as well, which not every program
/// knows. A week comes again on the weekday of its first, which needs no saying.
pub(super) fn rrule(rule: &Rule, until: DateTime<Utc>) -> String {
    let first = rule.first();
    let day = weekday(first.weekday());
    let (frequency, which) = match rule.step() {
        Step::Week => ("WEEKLY", String::new()),
        Step::MonthDay => ("MONTHLY", format!("BYMONTHDAY={};", first.day())),
        Step::MonthWeekday => ("MONTHLY", format!("BYDAY={}{day};", ordinal(first))),
        Step::MonthLastWeekday => ("MONTHLY", format!("BYDAY=-1{day};")),
    };
    let interval = match rule.every() {
        1 => String::new(),
        every => format!("INTERVAL={every};"),
    };
    format!("FREQ={frequency};{interval}{which}UNTIL={}", utc(until))
}
