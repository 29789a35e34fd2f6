//! The published calendar at one moment: groups and meetings, immutable, shared by pointer.
//! How it is filled and replaced is in `live`.

use super::published::{PublishedMeeting, PublishedOccurrence};
use crate::domain::{Group, GroupKind, MeetingDetails, MeetingId, Slug, Times};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Everything that a reader or a feed can see.
#[derive(Debug, Default, Clone)]
pub struct Snapshot {
    seq: i64,
    modified: DateTime<Utc>,
    groups: BTreeMap<Slug, Arc<Group>>,
    meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
    in_order: Vec<Arc<PublishedMeeting>>,
    occurrences: Vec<PublishedOccurrence>,
}

impl Snapshot {
    /// Puts groups and meetings together; `seq` is the newest change that is in it.
    pub fn new(
        seq: i64,
        modified: DateTime<Utc>,
        groups: BTreeMap<Slug, Arc<Group>>,
        meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
    ) -> Self {
        let mut in_order: Vec<_> = meetings.values().cloned().collect();
        in_order.sort_by_cached_key(|meeting| {
            let start = meeting.details.timing.extent().map(|(start, _)| start);
            (start.is_none(), start, meeting.id)
        });
        let mut occurrences: Vec<_> = in_order.iter().flat_map(PublishedOccurrence::all).collect();
        occurrences.sort_by_key(|occurrence| {
            let start = occurrence.start();
            (
                start.is_none(),
                start,
                occurrence.meeting().id,
                occurrence.key(),
            )
        });
        Self {
            seq,
            modified,
            groups,
            meetings,
            in_order,
            occurrences,
        }
    }

    /// The newest change of the log that is in it.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// When that change was made, UTC.
    pub fn modified(&self) -> DateTime<Utc> {
        self.modified
    }

    /// A meeting by its id.
    pub fn meeting(&self, id: MeetingId) -> Option<&Arc<PublishedMeeting>> {
        self.meetings.get(&id)
    }

    /// Every time at which a meeting is held, by start; those without any date last.
    pub fn occurrences(&self) -> &[PublishedOccurrence] {
        &self.occurrences
    }

    /// Every meeting by its first start; those without any date last.
    pub fn meetings(&self) -> &[Arc<PublishedMeeting>] {
        &self.in_order
    }

    /// A group by its slug.
    pub fn group(&self, slug: &Slug) -> Option<&Arc<Group>> {
        self.groups.get(slug)
    }

    /// Every group, by slug.
    pub fn groups(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.groups.values()
    }

    /// Groups of one kind by name, active ones first.
    pub fn groups_of(&self, kind: GroupKind) -> Vec<&Arc<Group>> {
        let mut groups: Vec<_> = self.groups().filter(|group| group.kind == kind).collect();
        groups.sort_by_cached_key(|group| (group.is_past(), group.name.as_str().to_lowercase()));
        groups
    }

    /// What a group holds next, or now: the first meeting with a date that stands and is not over.
    pub fn next_of(&self, group: &Slug, now: DateTime<Utc>) -> Option<&PublishedOccurrence> {
        self.occurrences.iter().find(|occurrence| {
            let said = occurrence.said();
            said.groups().any(|slug| slug == group)
                && said.status.takes_place()
                && occurrence.times().has_date()
                && !occurrence.is_over(now)
        })
    }

    /// Another meeting of the same group with the same title on one of the same days, which may be the
    /// same meeting posted twice. `except` is the meeting itself, if it is on the calendar.
    pub fn same_title_that_day(
        &self,
        details: &MeetingDetails,
        except: Option<MeetingId>,
    ) -> Option<&PublishedOccurrence> {
        let title = comparable(details.said.title.as_str());
        let days: BTreeSet<NaiveDate> = details
            .occurrences()
            .iter()
            .filter_map(|one| settled_day(&one.times))
            .collect();
        self.occurrences.iter().find(|other| {
            Some(other.meeting().id) != except
                && other.said().group == details.said.group
                && settled_day(other.times()).is_some_and(|day| days.contains(&day))
                && comparable(other.said().title.as_str()) == title
        })
    }

    /// The parts, for the next snapshot to start from.
    pub(super) fn parts(
        &self,
    ) -> (
        BTreeMap<Slug, Arc<Group>>,
        HashMap<MeetingId, Arc<PublishedMeeting>>,
    ) {
        (self.groups.clone(), self.meetings.clone())
    }
}

/// A title without regard to capitals and blanks.
fn comparable(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The first local day, where the day is certain.
fn settled_day(times: &Times) -> Option<NaiveDate> {
    let (first, _) = times.days().filter(|_| times.has_date())?;
    Some(first)
}
