//! Importing groups.

use super::{ActError, Actor, Acts, Outcome};
use crate::import::ReadGroups;

impl Acts {
    /// Writes the groups of a file, all of them or none. For programs.
    pub fn import_groups(&self, actor: &Actor, read: ReadGroups) -> Result<Outcome, ActError> {
        self.import_list(actor, "import groups", (read.groups, read.report))
    }
}
