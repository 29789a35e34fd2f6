//! All occurrences of a calendar in order, and which of them belong to a group or to a year. Made
//! whenever a snapshot is; what is asked of it is in `questions`.

use super::published::{PublishedMeeting, PublishedOccurrence};
use super::questions::filed_year;
use super::splice::Splice;
use super::timeline::Timeline;
use crate::domain::Slug;
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
        all.sort_by_key(PublishedOccurrence::order);
        let mut filed = Filed::default();
        (0..)
            .zip(&all)
            .for_each(|(place, one)| filed.put(place, one));
        let timeline = |places| Timeline::new(places, &all);
        Self {
            whole: timeline((0..all.len() as u32).collect()),
            by_group: filed
                .by_group
                .into_iter()
                .map(|(slug, places)| (slug, timeline(places)))
                .collect(),
            by_year: filed
                .by_year
                .into_iter()
                .map(|(year, places)| (year, timeline(places)))
                .collect(),
            all,
        }
    }

    /// The index when some meetings are gone, which were in it, and others have come. What stays is
    /// moved, and not looked at.
    pub fn followed_by(
        &self,
        gone: &[Arc<PublishedMeeting>],
        come: &[Arc<PublishedMeeting>],
    ) -> Self {
        let occurrences = |meetings: &[Arc<PublishedMeeting>]| -> Vec<PublishedOccurrence> {
            meetings.iter().flat_map(PublishedOccurrence::all).collect()
        };
        let (gone, come) = (occurrences(gone), occurrences(come));
        let splice = Splice::of(&self.all, &gone, come, PublishedOccurrence::order);
        let all = splice.applied_to(&self.all);
        let (mut without, mut with) = (Filed::default(), Filed::default());
        gone.iter().for_each(|one| without.put(0, one));
        splice.come().for_each(|(place, one)| with.put(place, one));
        let follow = |before: Option<&Timeline>, is_touched: bool, come: Option<Vec<u32>>| {
            let before = before.cloned().unwrap_or_default();
            let shifted = before.shifted(&splice);
            match is_touched || come.is_some() {
                true => Timeline::new(merged(shifted, come.unwrap_or_default()), &all),
                false => before.standing_at(shifted),
            }
        };
        let mut next = Self {
            whole: Timeline::new((0..all.len() as u32).collect(), &all),
            by_group: HashMap::with_capacity(self.by_group.len()),
            by_year: BTreeMap::new(),
            all: Vec::new(),
        };
        for slug in keys(self.by_group.keys(), with.by_group.keys()) {
            let is_touched = without.by_group.contains_key(&slug);
            let come = with.by_group.remove(&slug);
            let timeline = follow(self.by_group.get(&slug), is_touched, come);
            if timeline.len() > 0 {
                next.by_group.insert(slug, timeline);
            }
        }
        for year in keys(self.by_year.keys(), with.by_year.keys()) {
            let is_touched = without.by_year.contains_key(&year);
            let come = with.by_year.remove(&year);
            let timeline = follow(self.by_year.get(&year), is_touched, come);
            if timeline.len() > 0 {
                next.by_year.insert(year, timeline);
            }
        }
        Self { all, ..next }
    }
}

/// Places by what they are filed under.
#[derive(Default)]
struct Filed {
    by_group: HashMap<Slug, Vec<u32>>,
    by_year: BTreeMap<i32, Vec<u32>>,
}

impl Filed {
    /// Files an occurrence; they come in their order. A group may be named twice, as the holder and
    /// as a co-host.
    fn put(&mut self, place: u32, one: &PublishedOccurrence) {
        for slug in one.said().groups() {
            match self.by_group.get_mut(slug) {
                Some(places) if places.last() == Some(&place) => {}
                Some(places) => places.push(place),
                None => {
                    self.by_group.insert(slug.clone(), vec![place]);
                }
            }
        }
        if let Some(year) = filed_year(one) {
            self.by_year.entry(year).or_default().push(place);
        }
    }
}

/// What is in either, each once.
fn keys<'a, K: Clone + Ord + 'a>(
    one: impl Iterator<Item = &'a K>,
    other: impl Iterator<Item = &'a K>,
) -> BTreeSet<K> {
    one.chain(other).cloned().collect()
}

fn merged(mut places: Vec<u32>, others: Vec<u32>) -> Vec<u32> {
    places.extend(others);
    places.sort_unstable();
    places
}
