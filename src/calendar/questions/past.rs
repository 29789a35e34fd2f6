//! What is over, and the years that it is filed under.

use super::days::listed_day;
use crate::calendar::timeline::Timeline;
use crate::calendar::{Filter, PublishedOccurrence, Snapshot};
use crate::domain::{Slug, Zone};
use chrono::{DateTime, Datelike, Utc};
use std::ops::Bound;

impl Snapshot {
    /// What a group held or co-hosted, from what began last to the first.
    pub fn past_of(
        &self,
        group: &Slug,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let own = self.index.by_group.get(group).into_iter();
        own.flat_map(move |timeline| timeline.over(&self.index.all, now))
    }

    /// What is over of a year, from what began last to the first. Everything is filed under the year
    /// of its first day where it is held, so that the archive does not change with the reader's clock.
    pub fn past_in(
        &self,
        year: i32,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &PublishedOccurrence> {
        let filed = self.index.by_year.get(&year).into_iter();
        filed.flat_map(move |timeline| timeline.over(&self.index.all, now))
    }

    /// The years of which a filter lets anything through that is over, newest first, and how much.
    /// Only a filter that is not empty has to look at each.
    pub fn past_years(&self, filter: &Filter, now: DateTime<Utc>) -> Vec<(i32, usize)> {
        let years = self.index.by_year.iter().rev();
        years
            .map(|(year, timeline)| (*year, self.count_over(timeline, filter, now)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    fn count_over(&self, timeline: &Timeline, filter: &Filter, now: DateTime<Utc>) -> usize {
        let all = &self.index.all;
        if filter.is_empty() {
            let coming = timeline.within(all, Bound::Excluded(now), None);
            return timeline.len() - coming.count();
        }
        let over = timeline.over(all, now);
        over.filter(|one| filter.lets_through(one.said(), self))
            .count()
    }
}

/// The year that an occurrence is filed under; `None` if nothing is known of its date.
pub(in crate::calendar) fn filed_year(one: &PublishedOccurrence) -> Option<i32> {
    let times = one.times();
    listed_day(times, times.zone().unwrap_or(&Zone::utc()))
        .or_else(|| times.days().map(|(first, _)| first))
        .map(|day| day.year())
}
