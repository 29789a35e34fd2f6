//! Whether a group has anything on the calendar.

use crate::calendar::Snapshot;
use crate::domain::Slug;

impl Snapshot {
    /// Whether a group holds or co-hosts anything that is public, however long ago.
    pub fn has_any_of(&self, group: &Slug) -> bool {
        self.index.by_group.contains_key(group)
    }
}
