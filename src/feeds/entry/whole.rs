//! A meeting in one piece, for formats in which it has one entry whatever its times are.

use super::{FeedEntry, Teller, Telling};
use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{Occurrence, OccurrenceKey, Timing};
use crate::feeds::site::Site;
use std::sync::Arc;

/// What is told of all of a meeting, whose entries these are; `None` where feeds have nothing to say.
///
/// Of a series that is what most of its dates say. One that was called off stands for all only where
/// no other takes place.
pub(in crate::feeds) fn whole(
    meeting: &PublishedMeeting,
    entries: &[FeedEntry<'_>],
    (snapshot, site): (&Snapshot, &Site),
) -> Option<Telling> {
    let first = &entries.first()?.telling;
    let stands = |one: &&Occurrence| one.said.status.takes_place();
    let next = meeting.occurrences().find(stands);
    let (Timing::Series(_), Some(next)) = (&meeting.details.timing, next) else {
        return Some(Telling {
            key: OccurrenceKey::Whole,
            page: site.page(meeting.id),
            join: site.join(meeting.id),
            ..first.clone()
        });
    };
    let teller = Teller {
        meeting,
        snapshot,
        site,
    };
    Some(teller.tell(&Occurrence {
        key: OccurrenceKey::Whole,
        said: Arc::clone(&meeting.details.said),
        times: next.times.clone(),
        moved_from: None,
    }))
}
