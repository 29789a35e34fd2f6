//! What of an entry deserves a look before anything is decided, a few words each; the entry's own page
//! tells more.

use crate::calendar::{Concern, Likeness, concerns, join_hosts_of};
use crate::domain::contradictions::contradictions;
use crate::domain::{MeetingDetails, MeetingId, Said, Slug};
use crate::i18n::bidi::isolated;
use crate::store::QueueEntry;
use crate::web::view::View;
use std::collections::{BTreeMap, HashMap};

/// What entries are compared with, read once for a page.
pub struct Looks<'a> {
    v: &'a View,
    /// What waits, to find what was sent twice.
    waiting: Vec<(MeetingId, &'a str, Likeness)>,
    /// The hosts that a group's meetings had so far.
    hosts: HashMap<Slug, BTreeMap<String, usize>>,
}

impl<'a> Looks<'a> {
    pub fn new(v: &'a View, waiting: &'a [QueueEntry]) -> Self {
        let waiting = waiting.iter().filter(|entry| entry.asked.is_none());
        Self {
            v,
            waiting: waiting
                .filter_map(|entry| {
                    let likeness = Likeness::of(entry.details.as_ref()?);
                    Some((entry.meeting, entry.title.as_str(), likeness))
                })
                .collect(),
            hosts: HashMap::new(),
        }
    }

    /// Everything to look at of an entry; nothing of one that cannot be read.
    pub fn at(&mut self, entry: &QueueEntry) -> Vec<String> {
        let Some(details) = &entry.details else {
            return Vec::new();
        };
        let found = [
            self.twice(entry.meeting, details),
            self.clash(entry.meeting, details),
            self.contradiction(details),
            self.host(entry.meeting, details),
        ];
        let mut looks: Vec<String> = found.into_iter().flatten().collect();
        looks.extend(self.missing(&details.said));
        looks
    }

    /// That it is on the calendar already, or waits twice.
    fn twice(&self, meeting: MeetingId, details: &MeetingDetails) -> Option<String> {
        let w = self.v.w;
        let snapshot = &self.v.snapshot;
        if snapshot
            .same_title_that_day(details, Some(meeting))
            .is_some()
        {
            return Some(w.t("queue-look-published").to_string());
        }
        let own = Likeness::of(details);
        let mut others = self.waiting.iter().filter(|(id, ..)| *id != meeting);
        others
            .any(|(_, _, other)| own.is_shared(other))
            .then(|| w.t("queue-look-twice").to_string())
    }

    /// That one of its groups holds something else at the same time.
    fn clash(&self, meeting: MeetingId, details: &MeetingDetails) -> Option<String> {
        let groups: Vec<&Slug> = details.said.groups().collect();
        let coming = details.occurrences().into_iter();
        let mut coming = coming
            .filter(|one| one.said.status.takes_place())
            .filter(|one| one.times.exact().is_some() && !one.times.is_over(self.v.now));
        coming.find_map(|one| {
            let mut others = self.v.snapshot.at_the_same_time(&one.times, Some(meeting));
            let other = others.find(|other| {
                let is_exact = other.times().exact().is_some();
                is_exact && other.said().groups().any(|group| groups.contains(&group))
            })?;
            let title = isolated(other.said().title.as_str());
            let words = self.v.w.t1("queue-look-clash", "title", title);
            Some(words.to_string())
        })
    }

    fn contradiction(&self, details: &MeetingDetails) -> Option<String> {
        let is_there = !contradictions(details).is_empty();
        is_there.then(|| self.v.w.t("queue-look-contradiction").to_string())
    }

    /// That people are sent to a host where its group never met. Nothing is said of a group that never
    /// had a link.
    fn host(&mut self, meeting: MeetingId, details: &MeetingDetails) -> Option<String> {
        let v = self.v;
        let group = &details.said.group;
        let known = self
            .hosts
            .entry(group.clone())
            .or_insert_with(|| v.snapshot.hosts_of_group(group, None));
        if known.is_empty() {
            return None;
        }
        let own = v.snapshot.meeting(meeting);
        let own = own.map(|own| join_hosts_of(own.occurrences().map(|one| one.said.as_ref())));
        let occurrences = details.occurrences();
        let hosts = join_hosts_of(occurrences.iter().map(|one| one.said.as_ref()));
        let strange = hosts.into_iter().find(|host| {
            let is_own = own.as_ref().is_some_and(|own| own.contains(host));
            !is_own && !known.contains_key(host)
        })?;
        Some(
            v.w.t1("queue-look-host", "host", isolated(&strange))
                .to_string(),
        )
    }

    fn missing(&self, said: &Said) -> Vec<String> {
        let w = self.v.w;
        let found = concerns(said).into_iter();
        found
            .map(|concern| match concern {
                Concern::PlaceMissing => w.t("queue-look-place"),
                Concern::LinkMissing | Concern::Unconfirmed => w.t("queue-look-link"),
            })
            .map(|words| words.to_string())
            .collect()
    }
}
