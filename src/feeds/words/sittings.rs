//! Which of several parts or slots it is, and when the others are.

use super::apart::apart;
use super::dates;
use crate::domain::{Occurrence, OccurrenceKey};
use crate::feeds::entry::Telling;
use crate::i18n::Words;

/// The title with which of several it is behind it; `None` for what is not one of several.
pub(super) fn titled(w: Words, key: OccurrenceKey, title: &str) -> Option<String> {
    let (message, number, of) = match key {
        OccurrenceKey::Part { number, of } => ("feed-title-part", number, of),
        OccurrenceKey::Slot { number, of } => ("feed-title-slot", number, of),
        OccurrenceKey::Whole | OccurrenceKey::On(_) => return None,
    };
    let titled = w.t3(
        message,
        "title",
        apart(w, title),
        "number",
        number,
        "of",
        of,
    );
    Some(titled.into_owned())
}

/// Its own hours first; then the other slots, for whoever can choose, or all parts in order.
pub(super) fn when(w: Words, telling: &Telling, all: &[&Occurrence]) -> Vec<String> {
    let mut lines = dates::when(w, &telling.times);
    match telling.key {
        OccurrenceKey::Part { number, of } => {
            let which = w.t2("feed-is-part", "number", number, "of", of);
            lines.push(which.into_owned());
            lines.extend(all.iter().filter_map(|part| line(w, part)));
        }
        OccurrenceKey::Slot { of, .. } => {
            lines.push(w.t1("feed-is-slot", "of", of).into_owned());
            let others = all.iter().filter(|slot| slot.key != telling.key);
            lines.extend(others.filter_map(|slot| line(w, slot)));
        }
        OccurrenceKey::Whole | OccurrenceKey::On(_) => {}
    }
    lines
}

fn line(w: Words, occurrence: &Occurrence) -> Option<String> {
    let when = dates::in_one_line(w, occurrence.times.exact()?);
    let line = match occurrence.key {
        OccurrenceKey::Part { number, .. } => {
            w.t2("feed-part-line", "number", number, "when", when)
        }
        OccurrenceKey::Slot { of: 2, .. } => w.t1("feed-other-slot", "when", when),
        OccurrenceKey::Slot { number, .. } => {
            w.t2("feed-slot-line", "number", number, "when", when)
        }
        OccurrenceKey::Whole | OccurrenceKey::On(_) => return None,
    };
    Some(line.into_owned())
}
