//! Importing topics.

use super::{ActError, Actor, Acts, Outcome};
use crate::import::ReadTopics;

impl Acts {
    /// Writes the topics of a file, all of them or none. For programs.
    pub fn import_topics(&self, actor: &Actor, read: ReadTopics) -> Result<Outcome, ActError> {
        self.import_list(actor, "import topics", (read.topics, read.report))
    }
}
