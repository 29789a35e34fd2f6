//! Which of several parts or slots it is, and when the others are.

use super::dates;
use crate::domain::{Occurrence, OccurrenceKey};
use crate::feeds::entry::Telling;

/// What stands after the title.
pub(super) fn suffix(key: OccurrenceKey) -> String {
    match key {
        OccurrenceKey::Part { number, of } => format!(" (part {number} of {of})"),
        OccurrenceKey::Slot { number, of } => format!(" (slot {number} of {of}, {})", choose(of)),
        OccurrenceKey::Whole | OccurrenceKey::On(_) => String::new(),
    }
}

/// Its own hours first; then the other slots, for whoever can choose, or all parts in order.
pub(super) fn when(telling: &Telling, all: &[&Occurrence]) -> Vec<String> {
    let mut lines = dates::when(&telling.times);
    match telling.key {
        OccurrenceKey::Part { number, of } => {
            lines.push(format!("This is part {number} of {of}."));
            lines.extend(all.iter().filter_map(|part| line(part)));
        }
        OccurrenceKey::Slot { of, .. } => {
            let times = if of == 2 {
                "twice"
            } else {
                &format!("{of} times")
            };
            let choose = choose(of);
            lines.push(format!(
                "It is held {times} with the same agenda: {choose}."
            ));
            let others = all.iter().filter(|slot| slot.key != telling.key);
            lines.extend(others.filter_map(|slot| line(slot)));
        }
        OccurrenceKey::Whole | OccurrenceKey::On(_) => {}
    }
    lines
}

fn line(occurrence: &Occurrence) -> Option<String> {
    let name = match occurrence.key {
        OccurrenceKey::Part { number, .. } => format!("Part {number}"),
        OccurrenceKey::Slot { of: 2, .. } => "The other slot".to_owned(),
        OccurrenceKey::Slot { number, .. } => format!("Slot {number}"),
        OccurrenceKey::Whole | OccurrenceKey::On(_) => return None,
    };
    Some(format!(
        "{name}: {}",
        dates::in_one_line(occurrence.times.exact()?)
    ))
}

fn choose(of: usize) -> &'static str {
    if of == 2 {
        "choose either"
    } else {
        "choose one"
    }
}
