//! Whom something is put into words for, when, and about which calendar.

use super::topics::named_topics;
use crate::calendar::Snapshot;
use crate::domain::Zone;
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
        named_topics(self)
    }
}
