//! Some of what feeds say of a meeting, under the identities that it has in all of them.

use super::{FeedEntry, Repetition};
use crate::domain::OccurrenceKey;

/// The entries as far as they tell of the times that are wanted. A rule stays the rule and leaves out
/// the rest, so that a program which subscribed to two feeds knows one event.
pub(in crate::feeds) fn only<'a>(
    entries: Vec<FeedEntry<'a>>,
    is_wanted: impl Fn(OccurrenceKey) -> bool,
) -> Vec<FeedEntry<'a>> {
    let narrowed = |mut entry: FeedEntry<'a>| match &mut entry.repetition {
        Repetition::Once | Repetition::Sitting(_) => is_wanted(entry.telling.key).then_some(entry),
        Repetition::Rule(dates) => {
            for (_, held) in &mut dates.days {
                *held = held.filter(|one| is_wanted(one.key));
            }
            let is_any_left = dates.held().next().is_some();
            is_any_left.then_some(entry)
        }
    };
    entries.into_iter().filter_map(narrowed).collect()
}
