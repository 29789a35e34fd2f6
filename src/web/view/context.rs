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

    /// Every topic that a meeting can have: its slug, and its name in the reader's language. In the
    /// order of the names.
    pub fn topics(&self) -> Vec<(String, String)> {
        let name = |topic: &Topic| topic.name(self.w.code()).to_owned();
        let topics = self.snapshot.topics();
        let mut topics: Vec<_> = topics
            .map(|topic| (topic.slug.to_string(), name(topic)))
            .collect();
        topics.sort_by_cached_key(|(_, name)| name.to_lowercase());
        topics
    }
}
