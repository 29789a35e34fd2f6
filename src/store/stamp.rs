//! When something was changed, by the change log.

use crate::domain::Slug;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change of the log: its number and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Its number in the log.
    pub seq: i64,
    /// When it was made, UTC. A clock that was set back may put a later change before an earlier one.
    pub at: DateTime<Utc>,
}

/// The newest change of each group and of each topic, by the slug that it has in the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameStamps {
    #[serde(default)]
    pub groups: BTreeMap<Slug, Stamp>,
    #[serde(default)]
    pub topics: BTreeMap<Slug, Stamp>,
}

impl Stamp {
    /// That of two changes together: the greater number and the later time.
    pub fn with(self, other: Self) -> Self {
        Self {
            seq: self.seq.max(other.seq),
            at: self.at.max(other.at),
        }
    }
}
