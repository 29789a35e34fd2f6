//! The published calendar at one moment: groups and meetings, immutable, shared by pointer.
//! How it is filled and replaced is in `live`, what readers ask of it in `questions`.

use super::directory::Directory;
use super::index::Index;
use super::published::{PublishedMeeting, PublishedOccurrence};
use crate::domain::{Group, GroupKind, MeetingId, Slug, Topic};
use crate::store::Publication;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::Arc;

/// Where a snapshot was read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the database, and it follows the change log.
    #[default]
    Database,
    /// In the file that is kept beside it; it is known to have been all that was published until then
    /// (UTC).
    Kept(DateTime<Utc>),
    /// Nowhere: the database was away from the start, and nothing was kept.
    Nowhere,
}

/// Everything that a reader or a feed can see.
#[derive(Debug, Default, Clone)]
pub struct Snapshot {
    origin: Origin,
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
            origin: Origin::Database,
            seq,
            modified,
            directory,
            meetings,
            index: Index::of(&in_order),
            in_order,
        }
    }

    /// The snapshot that follows when more was published.
    pub(super) fn after(&self, publication: Publication) -> Self {
        let (mut directory, mut meetings) = self.parts();
        if let Some(changed) = publication.groups {
            directory = directory.with_groups(changed);
        }
        if let Some(changed) = publication.topics {
            directory = directory.with_topics(changed);
        }
        for withdrawn in publication.withdrawn {
            meetings.remove(&withdrawn);
        }
        for revision in publication.meetings {
            meetings.insert(revision.id, Arc::new(PublishedMeeting::from(revision)));
        }
        let modified = publication.modified.unwrap_or(self.modified);
        Self::new(publication.seq, modified, directory, meetings)
    }

    /// The same from elsewhere.
    pub(super) fn of_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// Where it was read.
    pub fn origin(&self) -> Origin {
        self.origin
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
    fn parts(&self) -> (Directory, HashMap<MeetingId, Arc<PublishedMeeting>>) {
        (self.directory.clone(), self.meetings.clone())
    }
}
