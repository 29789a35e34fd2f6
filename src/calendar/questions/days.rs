//! Lists by day on somebody's clock.

use crate::calendar::PublishedOccurrence;
use crate::domain::{Times, Zone};
use chrono::NaiveDate;

/// The day under which a list shows a time: on the reader's clock for hours within a day, its own
/// first day otherwise; `None` without a date.
pub fn listed_day(times: &Times, reader: &Zone) -> Option<NaiveDate> {
    match times {
        Times::Exact(exact) if !exact.is_multi_day() => {
            Some(reader.local(exact.start_utc()).date_naive())
        }
        Times::Exact(_) | Times::Day(_) => times.days().map(|(first, _)| first),
        Times::Window(_) | Times::Unknown => None,
    }
}

/// Occurrences under the days on which a list shows them (see [`listed_day`]), whole days before
/// hours; those without a date are left out. `earliest` collects what began before it and still goes
/// on.
pub fn by_day<'a>(
    occurrences: impl IntoIterator<Item = &'a PublishedOccurrence>,
    reader: &Zone,
    earliest: Option<NaiveDate>,
) -> Vec<(NaiveDate, Vec<&'a PublishedOccurrence>)> {
    let mut dated: Vec<(NaiveDate, &PublishedOccurrence)> = occurrences
        .into_iter()
        .filter_map(|one| Some((listed_day(one.times(), reader)?, one)))
        .map(|(day, one)| (earliest.map_or(day, |earliest| day.max(earliest)), one))
        .collect();
    dated.sort_by_key(|(day, one)| {
        let exact = one.times().exact().is_some();
        (*day, exact, one.start(), one.meeting().id, one.key())
    });
    dated
        .chunk_by(|(day, _), (other, _)| day == other)
        .map(|held| (held[0].0, held.iter().map(|(_, one)| *one).collect()))
        .collect()
}
