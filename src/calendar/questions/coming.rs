//! What goes on now and what is to come.

use crate::calendar::timeline::Timeline;
use crate::calendar::{PublishedOccurrence, Snapshot};
use crate::domain::Slug;
use chrono::{DateTime, Utc};
use std::ops::Bound;

impl Snapshot {
    /// Every time that is not over, by start; those without any date last.
    pub fn coming(&self, now: DateTime<Utc>) -> impl Iterator<Item = &PublishedOccurrence> {
        self.coming_on(&self.index.whole, now)
    }

    /// Every time of which no date at all is known.
    pub fn undated(&self) -> impl Iterator<Item = &PublishedOccurrence> {
        self.index.whole.undated(&self.index.all)
    }

    /// Every time that a group holds or co-hosts and that is not over, by start; those without any
    /// date last.
    pub fn coming_of(
        &self,
        group: &Slug,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let own = self.index.by_group.get(group).into_iter();
        own.flat_map(move |timeline| self.coming_on(timeline, now))
    }

    /// What a group holds next, or now: the first time with a date that stands and is not over.
    pub fn next_of(&self, group: &Slug, now: DateTime<Utc>) -> Option<&PublishedOccurrence> {
        self.coming_of(group, now).find(|one| one.stands())
    }

    fn coming_on<'a>(
        &'a self,
        timeline: &'a Timeline,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &'a PublishedOccurrence> {
        let all = &self.index.all;
        let dated = timeline.within(all, Bound::Excluded(now), None);
        dated.chain(timeline.undated(all))
    }
}
