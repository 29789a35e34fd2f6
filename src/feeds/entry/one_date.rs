//! One date of a series by itself, for whoever comes to that one only.

use super::{FeedEntry, Repetition};
use crate::domain::OccurrenceKey;
use chrono::NaiveDate;

/// The entry of one date out of those of its series; `None` if nothing is held then.
///
/// A date that comes by a rule gets an identity of its own here. Under that of the series with a
/// RECURRENCE-ID, programs that have the series would put this copy in place of the date there, and
/// some that do not have it show nothing. `{id}-20270519` could be the name of a run that begins on
/// that day; `{id}-on-20270519` is nobody's. A date that is listed has an identity already.
pub(in crate::feeds) fn on<'a>(
    entries: Vec<FeedEntry<'a>>,
    date: NaiveDate,
) -> Option<FeedEntry<'a>> {
    let key = OccurrenceKey::On(date);
    let alone = |entry: FeedEntry<'a>| {
        let (uid, telling) = match &entry.repetition {
            Repetition::Rule(dates) => {
                let (_, one) = dates.held().find(|(_, one)| one.key == key)?;
                let (id, day) = (dates.meeting(), date.format("%Y%m%d"));
                (format!("{id}-on-{day}"), dates.tell(one))
            }
            Repetition::Once | Repetition::Sitting(_) if entry.telling.key == key => {
                (entry.uid.clone(), entry.telling.clone())
            }
            Repetition::Once | Repetition::Sitting(_) => return None,
        };
        Some(FeedEntry {
            uid,
            telling,
            siblings: Vec::new(),
            repetition: Repetition::Once,
            ..entry
        })
    };
    entries.into_iter().find_map(alone)
}
