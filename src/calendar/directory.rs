//! What meetings refer to by a slug: the groups and the topics, at one moment.

use crate::domain::{Group, Slug, Topic};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Groups and topics by slug; immutable, shared by pointer.
#[derive(Debug, Default, Clone)]
pub struct Directory {
    pub(super) groups: BTreeMap<Slug, Arc<Group>>,
    pub(super) topics: BTreeMap<Slug, Arc<Topic>>,
}

impl Directory {
    /// Puts groups and topics together.
    pub fn new(
        groups: impl IntoIterator<Item = Group>,
        topics: impl IntoIterator<Item = Topic>,
    ) -> Self {
        Self::default()
            .with_groups(groups.into_iter().collect())
            .with_topics(topics.into_iter().collect())
    }

    /// The directory with all groups replaced.
    pub(super) fn with_groups(self, groups: Vec<Group>) -> Self {
        let by_slug = |group: Group| (group.slug.clone(), Arc::new(group));
        Self {
            groups: groups.into_iter().map(by_slug).collect(),
            ..self
        }
    }

    /// The directory with all topics replaced.
    pub(super) fn with_topics(self, topics: Vec<Topic>) -> Self {
        let by_slug = |topic: Topic| (topic.slug.clone(), Arc::new(topic));
        Self {
            topics: topics.into_iter().map(by_slug).collect(),
            ..self
        }
    }
}
