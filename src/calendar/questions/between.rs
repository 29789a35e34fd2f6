//! What is held between two moments, and at the same time as something else.

use crate::calendar::{PublishedMeeting, PublishedOccurrence, Snapshot};
use crate::domain::{MeetingId, Times};
use chrono::{DateTime, Utc};
use std::collections::HashSet;
use std::ops::Bound;
use std::sync::Arc;

impl Snapshot {
    /// Every time that goes on at some moment between these: it ends after `since` and begins before
    /// `until`. By start.
    pub fn between(
        &self,
        since: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let index = &self.index;
        let since = Bound::Excluded(since);
        index.whole.within(&index.all, since, Some(until))
    }

    /// Every time that ends at `since` or later and begins before `until`, by start: unlike
    /// [`Self::between`] with what ends at that very moment.
    pub fn ending_since(
        &self,
        since: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let index = &self.index;
        let since = Bound::Included(since);
        index.whole.within(&index.all, since, Some(until))
    }

    /// What takes place while something else would be held at `times`, by start. `except` is the
    /// meeting whose times they are, if it is on the calendar. A window is no date to meet on.
    pub fn at_the_same_time(
        &self,
        times: &Times,
        except: Option<MeetingId>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let extent = times.extent().filter(|_| times.has_date());
        extent
            .into_iter()
            .flat_map(|(start, end)| self.between(start, end))
            .filter(move |other| other.stands() && Some(other.meeting().id) != except)
    }
}

/// The meetings that occurrences belong to, each once, in the order of [`Snapshot::meetings`].
pub fn meetings_of<'a>(
    occurrences: impl Iterator<Item = &'a PublishedOccurrence>,
) -> Vec<&'a Arc<PublishedMeeting>> {
    let mut known = HashSet::new();
    let mut meetings: Vec<_> = occurrences
        .map(PublishedOccurrence::meeting)
        .filter(|meeting| known.insert(meeting.id))
        .collect();
    meetings.sort_by_cached_key(|meeting| meeting.order());
    meetings
}
