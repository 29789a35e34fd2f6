//! What meetings refer to by a slug: the groups and the topics, at one moment, and the names that they
//! had before.

use crate::domain::{FormerName, Group, How, Known, Listed, Named, Names, Slug, Topic};
use crate::store::{NameStamps, Publication, Stamp};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Groups and topics by slug; immutable, shared by pointer.
#[derive(Debug, Default, Clone)]
pub struct Directory {
    /// As the store has them, signposts as well.
    all_groups: Vec<Arc<Group>>,
    /// As the store has them, signposts as well.
    all_topics: Vec<Arc<Topic>>,
    /// Those that there are, with their topics by the names of today.
    pub(super) groups: BTreeMap<Slug, Arc<Group>>,
    /// Those that there are.
    pub(super) topics: BTreeMap<Slug, Arc<Topic>>,
    /// What each of their names stands for.
    pub(super) known: Known,
    /// As the store has them.
    pub(super) stamps: NameStamps,
    /// By the names of today, with what leads on to them.
    stamps_now: NameStamps,
}

impl Directory {
    /// Puts groups and topics together, signposts among them.
    pub fn new(
        groups: impl IntoIterator<Item = Group>,
        topics: impl IntoIterator<Item = Topic>,
    ) -> Self {
        Self::of(
            groups.into_iter().map(Arc::new).collect(),
            topics.into_iter().map(Arc::new).collect(),
        )
    }

    fn of(all_groups: Vec<Arc<Group>>, all_topics: Vec<Arc<Topic>>) -> Self {
        let known = Known {
            groups: names(&all_groups),
            topics: names(&all_topics),
        };
        let there_are = all_groups.iter().filter(|group| !group.is_signpost());
        let groups = there_are.map(|group| (group.slug.clone(), in_todays_names(group, &known)));
        let there_are = all_topics.iter().filter(|topic| !topic.is_signpost());
        let topics = there_are.map(|topic| (topic.slug.clone(), Arc::clone(topic)));
        Self {
            groups: groups.collect(),
            topics: topics.collect(),
            known,
            all_groups,
            all_topics,
            stamps: NameStamps::default(),
            stamps_now: NameStamps::default(),
        }
    }

    /// The directory with the groups and topics that changed, which are taken out of the news.
    pub(super) fn followed_by(&self, news: &mut Publication) -> Self {
        let (groups, topics) = (news.groups.take(), news.topics.take());
        if groups.is_none() && topics.is_none() {
            return self.clone();
        }
        let groups = groups.map(|all| all.into_iter().map(Arc::new).collect());
        let topics = topics.map(|all| all.into_iter().map(Arc::new).collect());
        let next = Self::of(
            groups.unwrap_or_else(|| self.all_groups.clone()),
            topics.unwrap_or_else(|| self.all_topics.clone()),
        );
        let mut stamps = self.stamps.clone();
        stamps.groups.extend(news.names.groups.clone());
        stamps.topics.extend(news.names.topics.clone());
        next.stamped(stamps)
    }

    fn stamped(self, stamps: NameStamps) -> Self {
        Self {
            stamps_now: NameStamps {
                groups: by_names_of_today(&stamps.groups, &self.known.groups),
                topics: by_names_of_today(&stamps.topics, &self.known.topics),
            },
            stamps,
            ..self
        }
    }

    /// The newest change of what a meeting names, or of what was led on to it; `None` if the log
    /// says nothing of it.
    pub(super) fn stamp(&self, named: Named<'_>) -> Option<Stamp> {
        match named {
            Named::Group(name) => self.stamps_now.groups.get(self.known.groups.now(name)),
            Named::Topic(name) => self.stamps_now.topics.get(self.known.topics.now(name)),
        }
        .copied()
    }

    /// The group that goes by a name, or went by it.
    pub(super) fn group(&self, name: &Slug) -> Option<&Arc<Group>> {
        self.groups.get(self.known.groups.now(name))
    }

    /// The topic that goes by a name, or went by it.
    pub(super) fn topic(&self, name: &Slug) -> Option<&Arc<Topic>> {
        self.topics.get(self.known.topics.now(name))
    }

    /// Every group as it is stored, signposts as well.
    pub(super) fn all_groups(&self) -> &[Arc<Group>] {
        &self.all_groups
    }

    /// Every topic as it is stored, signposts as well.
    pub(super) fn all_topics(&self) -> &[Arc<Topic>] {
        &self.all_topics
    }

    /// The signposts that lead to a group.
    pub(super) fn signposts_to<'a>(
        &'a self,
        slug: &'a Slug,
    ) -> impl Iterator<Item = &'a Arc<Group>> {
        let leads_here = move |group: &&Arc<Group>| {
            group.is_signpost() && self.known.groups.now(&group.slug) == slug
        };
        self.all_groups.iter().filter(leads_here)
    }

    /// What a group, and whatever goes on as a part of it, was called before; the newest first.
    pub(super) fn former_names(&self, group: &Group) -> Vec<FormerName> {
        let mut names = group.formerly.clone();
        for signpost in self.signposts_to(&group.slug) {
            let onward = signpost.listing.onward.iter();
            // What was renamed tells its former names itself.
            for onward in onward.filter(|onward| onward.how == How::Merged) {
                names.extend(signpost.formerly.iter().cloned());
                names.push(signpost.as_former(onward.since));
            }
        }
        names.retain(|former| former.name != group.name);
        names.sort_by_key(|former| Reverse(former.until));
        names
    }
}

fn by_names_of_today(stamps: &BTreeMap<Slug, Stamp>, names: &Names) -> BTreeMap<Slug, Stamp> {
    let mut now: BTreeMap<Slug, Stamp> = BTreeMap::new();
    for (name, stamp) in stamps {
        now.entry(names.now(name).clone())
            .and_modify(|newest| *newest = newest.with(*stamp))
            .or_insert(*stamp);
    }
    now
}

fn names<T: Listed>(all: &[Arc<T>]) -> Names {
    Names::new(all.iter().map(|entry| {
        let listing = entry.listing();
        let onward = listing.onward.as_ref().map(|onward| onward.to.clone());
        (entry.slug().clone(), onward, listing.closed.is_some())
    }))
}

fn in_todays_names(group: &Arc<Group>, known: &Known) -> Arc<Group> {
    let topics = known.topics.each_now(&group.topics);
    match topics == group.topics {
        true => Arc::clone(group),
        false => Arc::new(Group {
            topics,
            ..Group::clone(group)
        }),
    }
}
