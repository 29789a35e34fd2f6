//! Parts and slots: an entry for each.

use super::{FeedEntry, Repetition, Teller};
use crate::domain::Occurrence;

/// One entry for each part or slot. The first has the meeting's own identity, so that a copy of a
/// meeting that was to be held once becomes it.
pub(super) fn entries(teller: Teller<'_>) -> Vec<FeedEntry<'_>> {
    let all: Vec<&Occurrence> = teller.meeting.occurrences().collect();
    let id = teller.meeting.id;
    let uids: Vec<String> = (1..=all.len())
        .map(|number| match number {
            1 => id.to_string(),
            _ => format!("{id}-{number}"),
        })
        .collect();
    let entry = |(index, one): (usize, &&Occurrence)| {
        let telling = teller.tell(one);
        let siblings = if index == 0 { &uids[1..] } else { &uids[..1] };
        FeedEntry {
            siblings: siblings.to_vec(),
            ..teller.entry(
                uids[index].clone(),
                telling,
                Repetition::Sitting(all.clone()),
            )
        }
    };
    all.iter().enumerate().map(entry).collect()
}
