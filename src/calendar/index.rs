//! All occurrences of a calendar in order, and which of them belong to a group or to a year. Made
//! whenever a snapshot is; what is asked of it is in `questions`.

use super::published::{PublishedMeeting, PublishedOccurrence};
use super::questions::filed_year;
use super::timeline::Timeline;
use crate::domain::Slug;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The occurrences of a snapshot.
#[derive(Debug, Default, Clone)]
pub(super) struct Index {
    /// By start; those without any date last.
    pub all: Vec<PublishedOccurrence>,
    pub whole: Timeline,
    /// By each group that holds them.
    pub by_group: HashMap<Slug, Timeline>,
    /// By the year that they are filed under, if any date is known.
    pub by_year: BTreeMap<i32, Timeline>,
}

impl Index {
    /// Puts every occurrence of these meetings in order.
    pub fn of(meetings: &[Arc<PublishedMeeting>]) -> Self {
        let mut all: Vec<_> = meetings.iter().flat_map(PublishedOccurrence::all).collect();
        all.sort_by_key(|one| {
            let start = one.start();
            (start.is_none(), start, one.meeting().id, one.key())
        });
        let (mut by_group, mut by_year) = (HashMap::new(), BTreeMap::new());
        for (place, one) in (0..).zip(&all) {
            for slug in one.said().groups() {
                put(&mut by_group, slug, place);
            }
            if let Some(year) = filed_year(one) {
                by_year.entry(year).or_insert_with(Vec::new).push(place);
            }
        }
        let whole = (0..).zip(&all).map(|(place, _)| place).collect();
        let timeline = |places| Timeline::new(places, &all);
        Self {
            whole: timeline(whole),
            by_group: by_group
                .into_iter()
                .map(|(slug, places)| (slug, timeline(places)))
                .collect(),
            by_year: by_year
                .into_iter()
                .map(|(year, places)| (year, timeline(places)))
                .collect(),
            all,
        }
    }
}

/// A group may be named twice, as the holder and as a co-host.
fn put(by_group: &mut HashMap<Slug, Vec<u32>>, slug: &Slug, place: u32) {
    match by_group.get_mut(slug) {
        Some(places) if places.last() == Some(&place) => {}
        Some(places) => places.push(place),
        None => {
            by_group.insert(slug.clone(), vec![place]);
        }
    }
}
