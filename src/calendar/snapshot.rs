//! The published calendar at one moment: groups and meetings, immutable, shared by pointer.
//! How it is filled and replaced is in `live`, what readers ask of it in `questions`.

use super::departed::{Departed, Departures};
use super::directory::Directory;
use super::index::Index;
use super::published::{PublishedMeeting, PublishedOccurrence};
use super::splice::Splice;
use crate::domain::{FormerName, Group, GroupKind, Known, MeetingId, Slug, Topic};
use crate::store::{LeftOut, LogPlace, NameStamps, Publication, Subject};
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
    place: LogPlace,
    /// How often the calendar was read anew before.
    epoch: u32,
    left_out: Vec<LeftOut>,
    departures: Departures,
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
        let base = Self {
            place: LogPlace {
                seq,
                mark: String::new(),
            },
            modified,
            directory,
            ..Self::default()
        };
        base.holding(meetings)
    }

    /// The same from elsewhere.
    pub(super) fn of_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The same after these were taken off.
    #[cfg(test)]
    pub(crate) fn with_departed(self, departed: Vec<Departed>) -> Self {
        Self {
            departures: Departures::of(departed),
            ..self
        }
    }

    /// Where it was read.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The newest change of the log that is in it.
    pub fn seq(&self) -> i64 {
        self.place.seq
    }

    /// Where in the log that change stands.
    pub fn place(&self) -> &LogPlace {
        &self.place
    }

    /// What puts the snapshots of one process in their order, and tells them apart: numbers of the log
    /// come again when the database went back.
    pub fn version(&self) -> (u32, i64) {
        (self.epoch, self.place.seq)
    }

    /// What was published and cannot be read.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// What was taken off within [`crate::store::TOLD_OFF`] before its newest change, by the change.
    pub fn departed(&self) -> &[Arc<Departed>] {
        self.departures.all()
    }

    /// A meeting that was taken off in that time.
    pub fn departed_meeting(&self, id: MeetingId) -> Option<&Arc<Departed>> {
        self.departures.find(id)
    }

    /// Whether a meeting was public once and is so no more, however long ago it was taken off.
    pub fn was_taken_off(&self, id: MeetingId) -> bool {
        self.departures.knows(id) && !self.meetings.contains_key(&id)
    }

    /// The newest change of each group and of each topic.
    pub(super) fn name_stamps(&self) -> &NameStamps {
        &self.directory.stamps
    }

    /// The latest time of a change that is in it, UTC.
    pub fn modified(&self) -> DateTime<Utc> {
        self.modified
    }

    /// A meeting by its id.
    pub fn meeting(&self, id: MeetingId) -> Option<&Arc<PublishedMeeting>> {
        self.meetings.get(&id)
    }

    /// Something that was public of a meeting, by the names that groups and topics have today.
    pub fn in_todays_names(&self, meeting: PublishedMeeting) -> PublishedMeeting {
        let renamed = meeting.in_todays_names(&self.directory);
        renamed.unwrap_or(meeting)
    }

    /// Every time at which a meeting is held, by start; those without any date last.
    pub fn occurrences(&self) -> &[PublishedOccurrence] {
        &self.index.all
    }

    /// Every meeting by its first start; those without any date last.
    pub fn meetings(&self) -> &[Arc<PublishedMeeting>] {
        &self.in_order
    }

    /// The group that goes by a slug, or went by it.
    pub fn group(&self, slug: &Slug) -> Option<&Arc<Group>> {
        self.directory.group(slug)
    }

    /// What each name of a group or topic stands for.
    pub fn known(&self) -> &Known {
        &self.directory.known
    }

    /// What a group, and whatever goes on as a part of it, was called before; the newest first.
    pub fn former_names(&self, group: &Group) -> Vec<FormerName> {
        self.directory.former_names(group)
    }

    /// The former names in addresses of a group, and what stood under each.
    pub fn signposts_to<'a>(&'a self, slug: &'a Slug) -> impl Iterator<Item = &'a Arc<Group>> {
        self.directory.signposts_to(slug)
    }

    /// Every group as it is stored, by slug: also those that go on as others.
    pub fn all_groups(&self) -> &[Arc<Group>] {
        self.directory.all_groups()
    }

    /// Every topic as it is stored, by slug: also those that go on as others.
    pub fn all_topics(&self) -> &[Arc<Topic>] {
        self.directory.all_topics()
    }

    /// Every group, by slug.
    pub fn groups(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.directory.groups.values()
    }

    /// The topic that goes by a slug, or went by it.
    pub fn topic(&self, slug: &Slug) -> Option<&Arc<Topic>> {
        self.directory.topic(slug)
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

    /// This one with what was published since.
    pub(super) fn followed_by(&self, mut news: Publication) -> Self {
        let still_left_out = self.left_out.iter().filter(|one| !news.is_about(one));
        let mut left_out: Vec<LeftOut> = still_left_out.cloned().collect();
        let directory = self.directory.followed_by(&mut news);
        // Whoever stamped a later one before had a clock that was ahead.
        let modified = news
            .modified
            .map_or(self.modified, |at| at.max(self.modified));
        let mut turnover = Turnover::of(&self.meetings);
        for off in &news.withdrawn {
            turnover.remove(off.id);
        }
        for one in &news.left_out {
            if let Subject::Meeting { id, .. } = &one.subject {
                turnover.remove(*id);
            }
        }
        for revision in news.meetings {
            let meeting = Arc::new(PublishedMeeting::from(revision));
            turnover.put(in_todays_names(meeting, &directory));
        }
        let is_renamed = news.names != NameStamps::default();
        if is_renamed {
            turnover.rename(&directory);
        }
        let mut departures =
            self.departures
                .followed_by(news.withdrawn, &turnover.meetings, (&directory, modified));
        if is_renamed {
            departures = departures.in_todays_names(&directory);
        }
        left_out.extend(news.left_out);
        let base = Self {
            place: news.end,
            left_out,
            departures,
            modified,
            directory,
            ..self.without_meetings()
        };
        base.with(self, turnover)
    }

    /// The same with other meetings, which came out of those of the one before.
    fn with(self, before: &Self, turnover: Turnover) -> Self {
        let Turnover {
            meetings,
            gone,
            come,
        } = turnover;
        // Sorting is quicker than moving where most is new.
        if come.len() > before.in_order.len() / 4 {
            return self.holding(meetings);
        }
        let index = before.index.followed_by(&gone, &come);
        let splice = Splice::of(&before.in_order, &gone, come, |meeting| meeting.order());
        Self {
            in_order: splice.applied_to(&before.in_order),
            index,
            meetings,
            ..self
        }
    }

    /// The same with these meetings, put in order.
    fn holding(self, meetings: HashMap<MeetingId, Arc<PublishedMeeting>>) -> Self {
        let mut in_order: Vec<_> = meetings.values().cloned().collect();
        in_order.sort_by_cached_key(|meeting| meeting.order());
        Self {
            index: Index::of(&in_order),
            in_order,
            meetings,
            ..self
        }
    }

    fn without_meetings(&self) -> Self {
        Self {
            origin: Origin::Database,
            epoch: self.epoch,
            ..Self::default()
        }
    }

    /// That nothing is published now, after this one.
    pub(super) fn emptied(&self) -> Self {
        Self {
            epoch: self.epoch + 1,
            ..Self::default()
        }
    }

    /// What is published now, and nothing of this one but that it comes after it.
    pub(super) fn replaced_by(&self, all: Publication) -> Self {
        Self {
            epoch: self.epoch + 1,
            ..Self::default().followed_by(all)
        }
    }
}

fn in_todays_names(meeting: Arc<PublishedMeeting>, directory: &Directory) -> Arc<PublishedMeeting> {
    match meeting.in_todays_names(directory) {
        Some(renamed) => Arc::new(renamed),
        None => meeting,
    }
}

/// The meetings of a snapshot, while others go and come.
struct Turnover {
    meetings: HashMap<MeetingId, Arc<PublishedMeeting>>,
    /// What was there before.
    gone: Vec<Arc<PublishedMeeting>>,
    /// What is there in the end.
    come: Vec<Arc<PublishedMeeting>>,
}

impl Turnover {
    fn of(meetings: &HashMap<MeetingId, Arc<PublishedMeeting>>) -> Self {
        Self {
            meetings: meetings.clone(),
            gone: Vec::new(),
            come: Vec::new(),
        }
    }

    fn remove(&mut self, id: MeetingId) {
        self.gone.extend(self.meetings.remove(&id));
    }

    /// A meeting is put once at most.
    fn put(&mut self, meeting: Arc<PublishedMeeting>) {
        let before = self.meetings.insert(meeting.id, Arc::clone(&meeting));
        self.gone.extend(before);
        self.come.push(meeting);
    }

    /// Gives all of them the names of today.
    fn rename(&mut self, directory: &Directory) {
        let renamed = self.meetings.values().filter_map(|meeting| {
            let renamed = meeting.in_todays_names(directory)?;
            Some(Arc::new(renamed))
        });
        let renamed: Vec<_> = renamed.collect();
        renamed.into_iter().for_each(|meeting| self.put(meeting));
    }
}
