//! How often a group meets.

use super::past::filed_year;
use crate::calendar::{PublishedOccurrence, Snapshot};
use crate::domain::Slug;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// How often a group met, and when it meets next.
#[derive(Debug)]
pub struct Activity<'a> {
    /// The years in which it held or co-hosted anything, newest first, and how often. What was called
    /// off is not counted, nor what has no date.
    pub held: Vec<(i32, usize)>,
    /// What it held last.
    pub last: Option<&'a PublishedOccurrence>,
    /// What it holds next, or now.
    pub next: Option<&'a PublishedOccurrence>,
}

impl Snapshot {
    /// How often a group met, and when it meets next.
    pub fn activity_of(&self, group: &Slug, now: DateTime<Utc>) -> Activity<'_> {
        let held: Vec<_> = self
            .past_of(group, now)
            .filter(|one| one.stands())
            .collect();
        let mut years = BTreeMap::new();
        for year in held.iter().filter_map(|one| filed_year(one)) {
            *years.entry(year).or_insert(0) += 1;
        }
        Activity {
            held: years.into_iter().rev().collect(),
            last: held.first().copied(),
            next: self.next_of(group, now),
        }
    }
}
