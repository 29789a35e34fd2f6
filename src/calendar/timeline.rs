//! An index of occurrences by start that also knows when the last of any stretch of it ends. So
//! whatever goes on at a moment is found without looking at all that began before, however long
//! some of it lasts.

use super::published::PublishedOccurrence;
use super::splice::Splice;
use chrono::{DateTime, Utc};
use std::ops::{Bound, Range, RangeBounds};
use std::sync::Arc;

/// Some of a calendar's occurrences: those of a group, those of a year, or all.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Timeline {
    /// Where they stand in the list of all, in its order: by start, those without any date last.
    places: Vec<u32>,
    /// A balanced tree over those with a date, laid out in their order (an interval tree): for the
    /// middle of each stretch, when the last one of that stretch ends.
    latest_ends: Arc<[DateTime<Utc>]>,
}

/// Those occurrences of a timeline that go on within a span of time, by start.
pub(super) struct Within<'a> {
    timeline: &'a Timeline,
    all: &'a [PublishedOccurrence],
    since: Bound<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    pending: Vec<Visit>,
}

enum Visit {
    Stretch(Range<usize>),
    One(usize),
}

impl Timeline {
    /// The timeline of some places in the list of all, which come in its order.
    pub fn new(places: Vec<u32>, all: &[PublishedOccurrence]) -> Self {
        let dated = places.partition_point(|place| all[*place as usize].start().is_some());
        let mut latest_ends = vec![DateTime::<Utc>::MIN_UTC; dated];
        fill(&mut latest_ends, 0..dated, &places, all);
        Self {
            places,
            latest_ends: latest_ends.into(),
        }
    }

    /// Where those of its occurrences stand that stay.
    pub fn shifted(&self, splice: &Splice<PublishedOccurrence>) -> Vec<u32> {
        splice.shifted(&self.places)
    }

    /// The same occurrences at other places.
    pub fn standing_at(&self, places: Vec<u32>) -> Self {
        Self {
            places,
            latest_ends: Arc::clone(&self.latest_ends),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Those that end within `since` and begin before `until`, by start; without it, all that do.
    pub fn within<'a>(
        &'a self,
        all: &'a [PublishedOccurrence],
        since: Bound<DateTime<Utc>>,
        until: Option<DateTime<Utc>>,
    ) -> Within<'a> {
        Within {
            timeline: self,
            all,
            since,
            until,
            pending: vec![Visit::Stretch(0..self.latest_ends.len())],
        }
    }

    /// Those of which no date at all is known.
    pub fn undated<'a>(
        &'a self,
        all: &'a [PublishedOccurrence],
    ) -> impl Iterator<Item = &'a PublishedOccurrence> {
        let undated = &self.places[self.latest_ends.len()..];
        undated.iter().map(|place| &all[*place as usize])
    }

    /// Those that are over, from the one that began last to the first.
    pub fn over<'a>(
        &'a self,
        all: &'a [PublishedOccurrence],
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &'a PublishedOccurrence> {
        let dated = &self.places[..self.latest_ends.len()];
        let begun = dated.partition_point(|place| {
            let start = all[*place as usize].start();
            start.is_some_and(|start| start <= now)
        });
        let begun = dated[..begun].iter().rev();
        begun
            .map(|place| &all[*place as usize])
            .filter(move |one| one.is_over(now))
    }
}

fn fill(
    latest_ends: &mut [DateTime<Utc>],
    stretch: Range<usize>,
    places: &[u32],
    all: &[PublishedOccurrence],
) -> Option<DateTime<Utc>> {
    if stretch.is_empty() {
        return None;
    }
    let middle = middle(&stretch);
    let own = all[places[middle] as usize].end();
    let before = fill(latest_ends, stretch.start..middle, places, all);
    let after = fill(latest_ends, middle + 1..stretch.end, places, all);
    let latest = own.max(before).max(after);
    latest_ends[middle] = latest.unwrap_or(DateTime::<Utc>::MIN_UTC);
    latest
}

impl<'a> Within<'a> {
    fn holds(&self, end: DateTime<Utc>) -> bool {
        (self.since, Bound::Unbounded).contains(&end)
    }

    /// Puts off both halves of a stretch and what stands between them, so that they come by start.
    fn part(&mut self, stretch: Range<usize>) {
        if stretch.is_empty() {
            return;
        }
        let middle = middle(&stretch);
        let one = self.at(middle);
        // What is known of a stretch counts as a look at its middle.
        #[cfg(test)]
        one.end();
        if !self.holds(self.timeline.latest_ends[middle]) {
            return;
        }
        let begins_in_time = self
            .until
            .is_none_or(|until| one.start().is_some_and(|start| start < until));
        if begins_in_time {
            self.pending.push(Visit::Stretch(middle + 1..stretch.end));
            if one.end().is_some_and(|end| self.holds(end)) {
                self.pending.push(Visit::One(middle));
            }
        }
        self.pending.push(Visit::Stretch(stretch.start..middle));
    }

    fn at(&self, index: usize) -> &'a PublishedOccurrence {
        &self.all[self.timeline.places[index] as usize]
    }
}

impl<'a> Iterator for Within<'a> {
    type Item = &'a PublishedOccurrence;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.pending.pop()? {
                Visit::One(index) => return Some(self.at(index)),
                Visit::Stretch(stretch) => self.part(stretch),
            }
        }
    }
}

fn middle(stretch: &Range<usize>) -> usize {
    stretch.start + stretch.len() / 2
}
