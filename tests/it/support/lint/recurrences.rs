//! What RFC 5545 asks of events that repeat, and of events together: that
//! rules end, that exceptions are written as the start they are an exception
//! to, and that what is referred to is there. What a rule comes to is for the
//! readers to say.

use super::{Component, Property};
use std::collections::{BTreeMap, BTreeSet};

/// The faults of the calendar's events together.
pub(super) fn faults(events: &[Component]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut masters: BTreeMap<&str, &Component> = BTreeMap::new();
    for event in events {
        let original = event.get("RECURRENCE-ID").map(|property| property.value);
        if !seen.insert((uid(event), original)) {
            faults.push(match original {
                None => format!("duplicate UID: {}", uid(event)),
                Some(original) => format!("duplicate override: {} {original}", uid(event)),
            });
        }
        if original.is_none() {
            masters.entry(uid(event)).or_insert(event);
        }
    }
    for event in events {
        let name = format!("VEVENT {}", uid(event));
        let mut tell = |fault: String| faults.push(format!("{name}: {fault}"));
        for other in event.all("RELATED-TO") {
            if !events.iter().any(|event| uid(event) == other.value) {
                tell(format!("RELATED-TO nothing here: {}", other.value));
            }
        }
        match (event.get("RECURRENCE-ID"), masters.get(uid(event))) {
            (Some(_), None) => tell("RECURRENCE-ID without a master".to_owned()),
            (Some(original), Some(master)) => {
                if !same_form(original, master.get("DTSTART")) {
                    tell("RECURRENCE-ID is written unlike DTSTART".to_owned());
                }
                for name in ["RRULE", "EXDATE"] {
                    if event.get(name).is_some() {
                        tell(format!("{name} beside RECURRENCE-ID"));
                    }
                }
            }
            (None, _) => {
                if let Some(rule) = event.get("RRULE") {
                    fault_of_rule(rule, event.get("DTSTART")).map(&mut tell);
                }
                of_exdates(event).into_iter().for_each(&mut tell);
            }
        }
    }
    faults
}

/// A rule of ours names its last instant, of the type of DTSTART: in UTC, if
/// that has a time and a place.
fn fault_of_rule(rule: &Property, start: Option<&Property>) -> Option<String> {
    let part = |wanted: &str| {
        let mut parts = rule
            .value
            .split(';')
            .filter_map(|part| part.split_once('='));
        parts
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| value)
    };
    let Some(until) = part("UNTIL") else {
        return Some("RRULE without UNTIL".to_owned());
    };
    if part("COUNT").is_some() {
        return Some("RRULE with both COUNT and UNTIL".to_owned());
    }
    let (parameters, wanted) = match start?.kind_of_time()? {
        "DATE" => (vec!["VALUE=DATE"], "DATE"),
        "floating" => (vec![], "floating"),
        _ => (vec![], "UTC"),
    };
    let until = Property {
        name: "UNTIL",
        parameters,
        value: until,
    };
    (until.kind_of_time() != Some(wanted)).then(|| format!("UNTIL is not {wanted}"))
}

fn of_exdates(event: &Component) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for property in event.all("EXDATE") {
        for value in property.value.split(',') {
            // ical.js gets lost when one is named twice.
            if !seen.insert(value) {
                faults.push(format!("EXDATE twice: {value}"));
            }
            let single = Property {
                name: property.name,
                parameters: property.parameters.clone(),
                value,
            };
            if !same_form(&single, event.get("DTSTART")) {
                faults.push("EXDATE is written unlike DTSTART".to_owned());
            }
        }
    }
    if !seen.is_empty() && event.get("RRULE").is_none() {
        faults.push("EXDATE without RRULE".to_owned());
    }
    faults
}

/// Both times, and of the same form in the same zone. A start that is missing
/// or no time is a fault of its own.
fn same_form(property: &Property, start: Option<&Property>) -> bool {
    let Some(wanted) = start.and_then(Property::kind_of_time) else {
        return true;
    };
    property.kind_of_time() == Some(wanted)
}

fn uid<'a>(event: &Component<'a>) -> &'a str {
    event.get("UID").map_or("none", |uid| uid.value)
}
