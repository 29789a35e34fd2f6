//! What a pending edit would change, field by field, in the words of the form. Dates are compared as they
//! will be held, not the answers that they follow from.

use super::View;
use super::dates::pattern;
use super::entry::badges;
use super::names::{called, group_name, topic_name};
use crate::domain::fields::MeetingFields;
use crate::domain::{MeetingDetails, Occurrence};
use crate::i18n::Words;
use crate::i18n::times::in_one_line;
use std::collections::BTreeMap;

/// A field that a pending edit changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedField {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// Everything that differs; first what is said of the whole, then what single dates of a series say
/// of their own.
pub fn changes(v: &View, before: &MeetingDetails, after: &MeetingDetails) -> Vec<ChangedField> {
    let plural = before.timing.is_plural() || after.timing.is_plural();
    let mut found = differing(v, before, after, |name| !is_of_dates(name));
    if !plural {
        found.splice(0..0, when(v.w, before, after));
        return found;
    }
    let (old, new) = (before.occurrences_by_name(), after.occurrences_by_name());
    found.splice(0..0, dates(v.w, (before, &old), (after, &new)));
    let whole = found.clone();
    for (key, new) in &new {
        let Some((old, date)) = old.get(key).zip(new.key.date()) else {
            continue;
        };
        // Whether it is held stands beside its date.
        let own = |name: &str| !is_of_dates(name) && !["status", "held"].contains(&name);
        let single = differing(v, &old.clone().into(), &new.clone().into(), own);
        found.extend(
            single
                .into_iter()
                .filter(|one| !whole.contains(one))
                .map(|one| ChangedField {
                    field: format!("{} – {}", v.w.date_full(date), one.field),
                    ..one
                }),
        );
    }
    found
}

/// When something is held once, before and after, if that differs: as readers know it, and not the boxes
/// that it was typed into.
fn when(w: Words, before: &MeetingDetails, after: &MeetingDetails) -> Option<ChangedField> {
    let said = |details: &MeetingDetails| in_one_line(w, &details.timing.first());
    (before.timing != after.timing).then(|| ChangedField {
        field: w.t("meeting-when").to_string(),
        before: said(before),
        after: said(after),
    })
}

/// A meeting with its occurrences by their names.
type Dated<'a> = (&'a MeetingDetails, &'a BTreeMap<String, Occurrence>);

/// The dates that are not the same before and after, a line each.
fn dates(w: Words, before: Dated<'_>, after: Dated<'_>) -> Option<ChangedField> {
    let (before, after) = (lines(w, before), lines(w, after));
    let only = |these: &[String], others: &[String]| {
        let only: Vec<&str> = these
            .iter()
            .filter(|line| !others.contains(line))
            .map(String::as_str)
            .collect();
        only.join("\n")
    };
    (before != after).then(|| ChangedField {
        field: w.t("meeting-when").to_string(),
        before: only(&before, &after),
        after: only(&after, &before),
    })
}

/// The rule, then each date with whether it is held.
fn lines(w: Words, (details, held): Dated<'_>) -> Vec<String> {
    let rule = details.timing.series().map(|s| pattern(w, s.newest()));
    let date = |one: &Occurrence| {
        let states = badges(w, &one.said, &one.times, false);
        let states = states.into_iter().map(|badge| badge.text);
        std::iter::once(in_one_line(w, &one.times))
            .chain(states)
            .collect::<Vec<_>>()
            .join(" · ")
    };
    rule.into_iter().chain(held.values().map(date)).collect()
}

/// Whether a field of the form says when something held several times is held.
fn is_of_dates(name: &str) -> bool {
    const PREFIXES: [&str; 6] = ["start_", "end_", "also_", "until_", "confirm_", "moved_"];
    const NAMES: [&str; 8] = [
        "precision",
        "zone",
        "step",
        "every",
        "ends",
        "count",
        "dates",
        "skip",
    ];
    NAMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

fn differing(
    v: &View,
    before: &MeetingDetails,
    after: &MeetingDetails,
    counts: impl Fn(&str) -> bool,
) -> Vec<ChangedField> {
    let form = |details| MeetingFields::fill(details, None);
    differing_fields(v, &form(before), &form(after), counts)
}

/// What a form says that another does not, as it was typed.
pub fn typed_changes(v: &View, before: &MeetingFields, after: &MeetingFields) -> Vec<ChangedField> {
    let [before, after] = [before, after].map(|form| form.clone().without_empty_rows());
    differing_fields(v, &before, &after, |_| true)
}

fn differing_fields(
    v: &View,
    before: &MeetingFields,
    after: &MeetingFields,
    counts: impl Fn(&str) -> bool,
) -> Vec<ChangedField> {
    let (before, after) = (flat(before), flat(after));
    before
        .into_iter()
        .zip(after)
        .filter(|((name, before), (_, after))| before != after && counts(name))
        .map(|((name, before), (_, after))| ChangedField {
            field: v.w.t(&format!("field-{name}")).to_string(),
            before: in_words(v, &name, before),
            after: in_words(v, &name, after),
        })
        .collect()
}

/// What was chosen from a list is called as it is there.
fn in_words(v: &View, name: &str, text: String) -> String {
    let choice = |value: &str| match name {
        "status" | "mode" | "precision" | "held" => choice(v.w, name, value),
        "link_kind" | "outcome_kind" => choice(v.w, "link-kind", value),
        "group" | "cohost" => called(v, value, group_name),
        "topic" => called(v, value, topic_name),
        "text_language" | "language" | "interpretation" => v.w.language_name(value),
        _ => value.to_owned(),
    };
    text.lines().map(choice).collect::<Vec<_>>().join("\n")
}

fn choice(w: Words, prefix: &str, value: &str) -> String {
    let key = format!("{prefix}-{value}");
    match w.has(&key) {
        true => w.t(&key).to_string(),
        false => value.to_owned(),
    }
}

/// Every field with its value as one text, in the order of the form.
fn flat(fields: &MeetingFields) -> Vec<(String, String)> {
    let pages = [
        serde_json::to_value(&fields.who),
        serde_json::to_value(&fields.when),
        serde_json::to_value(&fields.dates),
        serde_json::to_value(&fields.occurrences),
        serde_json::to_value(&fields.how),
        serde_json::to_value(&fields.after),
    ];
    pages
        .into_iter()
        .flatten()
        .filter_map(|page| page.as_object().cloned())
        .flatten()
        .map(|(name, value)| {
            let text = match value {
                serde_json::Value::String(text) => text,
                serde_json::Value::Array(values) => values
                    .iter()
                    .filter_map(|value| value.as_str())
                    .collect::<Vec<_>>()
                    .join("\n"),
                _ => String::new(),
            };
            (name, text)
        })
        .collect()
}
