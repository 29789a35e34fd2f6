//! Whom something is put into words for, when, and about which calendar.

use crate::calendar::Snapshot;
use crate::domain::{Topic, Zone};
use crate::i18n::Words;
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

/// What the words of a page depend on besides what it is about. All of a page is worked out with the
/// same one, so that it does not contradict itself when a meeting is published or ends meanwhile.
#[derive(Clone)]
pub struct View {
    /// The words of the reader's language.
    pub w: Words,
    /// The reader's clock; UTC until they choose another.
    pub zone: Zone,
    /// The present.
    pub now: DateTime<Utc>,
    /// The published calendar.
    pub snapshot: Arc<Snapshot>,
}

impl View {
    /// The present day on the reader's clock.
    pub fn today(&self) -> NaiveDate {
        self.zone.local(self.now).date_naive()
    }

    /// Every topic that readers can look for: its slug, and its name in the reader's language. In the
    /// order of the names.
    pub fn topics(&self) -> Vec<(String, String)> {
        self.topics_that(|_| true)
    }

    /// Every topic that a form offers: those that are not closed, and those that are chosen.
    pub fn topics_offered(&self, chosen: &[String]) -> Vec<(String, String)> {
        let is_chosen = |topic: &Topic| chosen.iter().any(|slug| slug == topic.slug.as_str());
        self.topics_that(|topic| topic.listing.closed.is_none() || is_chosen(topic))
    }

    fn topics_that(&self, are_meant: impl Fn(&Topic) -> bool) -> Vec<(String, String)> {
        let name = |topic: &Topic| topic.name(self.w.code()).to_owned();
        let topics = self.snapshot.topics().filter(|topic| are_meant(topic));
        let mut topics: Vec<_> = topics
            .map(|topic| (topic.slug.to_string(), name(topic)))
            .collect();
        topics.sort_by_cached_key(|(_, name)| name.to_lowercase());
        topics
    }
}
