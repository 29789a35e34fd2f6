//! The published calendar at one moment: groups and meetings, immutable, shared by pointer.
//! How it is filled and replaced is in `live`, what readers ask of it in `questions`.

use super::directory::Directory;
use super::index::Index;
use super::published::{PublishedMeeting, PublishedOccurrence};
use crate::domain::{Group, GroupKind, MeetingId, Slug, Topic};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::Arc;

/// Everything that a reader or a feed can see.
#[derive(Debug, Default, Clone)]
pub struct Snapshot {
    seq: i64,
    modified: DateTime<Utc>,
    directory: Directory,
    meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
    in_order: Vec<Arc<PublishedMeeting>>,
    pub(super) index: Index,
}

impl Snapshot {
    /// Puts meetings and what they refer to together; `seq` is the newest change that is in it.
    pub fn new(
        seq: i64,
        modified: DateTime<Utc>,
        directory: Directory,
        meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
    ) -> Self {
        let mut in_order: Vec<_> = meetings.values().cloned().collect();
        in_order.sort_by_cached_key(|meeting| meeting.order());
        Self {
            seq,
            modified,
            directory,
            meetings,
            index: Index::of(&in_order),
            in_order,
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
        &self.index.all
    }

    /// Every meeting by its first start; those without any date last.
    pub fn meetings(&self) -> &[Arc<PublishedMeeting>] {
        &self.in_order
    }

    /// A group by its slug.
    pub fn group(&self, slug: &Slug) -> Option<&Arc<Group>> {
        self.directory.groups.get(slug)
    }

    /// Every group, by slug.
    pub fn groups(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.directory.groups.values()
    }

    /// A topic by its slug.
    pub fn topic(&self, slug: &Slug) -> Option<&Arc<Topic>> {
        self.directory.topics.get(slug)
    }

    /// Every topic, by slug.
    pub fn topics(&self) -> impl Iterator<Item = &Arc<Topic>> {
        self.directory.topics.values()
    }

    /// Groups of one kind by name, active ones first.
    pub fn groups_of(&self, kind: GroupKind) -> Vec<&Arc<Group>> {
        let mut groups: Vec<_> = self.groups().filter(|group| group.kind == kind).collect();
        groups.sort_by_cached_key(|group| (group.is_past(), group.name.as_str().to_lowercase()));
        groups
    }

    /// The parts, for the next snapshot to start from.
    pub(super) fn parts(&self) -> (Directory, HashMap<MeetingId, Arc<PublishedMeeting>>) {
        (self.directory.clone(), self.meetings.clone())
    }
}
