//! What an entry tells, in plain English, the same in every format: a subscriber's program does not
//! say which language its owner reads. Pages have their own words, in the reader's language.

mod cut;
mod dates;
mod description;
mod rule;
mod sittings;
mod standing;

pub(super) use cut::cut;
pub(super) use description::description;

use super::entry::{FeedEntry, Repetition, Telling};

/// The title with what subscribers should notice before it, and which of several times it is after
/// it.
pub(super) fn title(telling: &Telling) -> String {
    let marks = standing::prefix(&telling.standing());
    let which = sittings::suffix(telling.key);
    format!("{marks}{}{which}", telling.said.title)
}

/// The lines that say when an entry is.
pub(super) fn when(entry: &FeedEntry<'_>) -> Vec<String> {
    match &entry.repetition {
        Repetition::Once => {
            let mut lines = dates::when(&entry.telling.times);
            lines.extend(entry.telling.new_hours.as_ref().and_then(rule::new_hours));
            lines
        }
        Repetition::Sitting(all) => sittings::when(&entry.telling, all),
        Repetition::Rule(dates) => rule::when(&entry.telling, dates),
    }
}

/// The lines that say when one occurrence is that comes by a rule.
pub(super) fn when_once(telling: &Telling) -> Vec<String> {
    dates::when(&telling.times)
}
