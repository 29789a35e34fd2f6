//! Unrolls rules of recurrence with a program that is not ours and knows no
//! zones, for comparison with ours by the thousand. Whole calendars, with what
//! is left out or moved, are unrolled by `calendars`.

use super::{in_repository, tool};
use chrono::NaiveDateTime;
use serde_json::json;

/// The times each rule comes to from its first one on, before the year 2101.
/// A rule is written as in an `RRULE`, but its `UNTIL` without the `Z`: all
/// times are local. What comes first belongs to it only if the rule says so.
pub fn expand_rules(rules: &[(NaiveDateTime, String)]) -> Vec<Vec<NaiveDateTime>> {
    let asked: String = rules
        .iter()
        .map(|(start, rule)| {
            let start = start.format("%Y-%m-%dT%H:%M:%S").to_string();
            format!("{}\n", json!({"dtstart": start, "rrule": rule}))
        })
        .collect();
    let script = in_repository("tests/tools/expand_rules.py");
    let answer = tool::ask(&tool::python(), &[script], &asked);
    let expanded: Vec<_> = String::from_utf8(answer)
        .expect("the expander writes UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a list of local times"))
        .collect();
    assert_eq!(expanded.len(), rules.len(), "an answer to each rule");
    expanded
}
