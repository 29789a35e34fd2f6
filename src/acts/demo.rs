//! The demonstration: the real groups, topics and meetings that come with the program, and sample meetings
//! for the weeks ahead.

use super::{ActError, Actor, Acts};
use crate::import::{
    GROUPS_FILE, MEETINGS_FILE, TOPICS_FILE, read_groups, read_meetings, read_topics,
    sample_meetings,
};

impl Acts {
    /// Puts the demonstration on the calendar. For programs.
    ///
    /// # Panics
    /// Never: the files that come with the program can be read.
    pub fn show_demo(&self, actor: &Actor) -> Result<(), ActError> {
        self.import_groups(actor, read_groups(GROUPS_FILE).expect("our own groups"))?;
        self.import_topics(actor, read_topics(TOPICS_FILE).expect("our own topics"))?;
        self.import_meetings(
            actor,
            read_meetings(MEETINGS_FILE).expect("our own meetings"),
            true,
        )?;
        for (number, details) in sample_meetings(self.now()).iter().enumerate() {
            self.import_meeting(actor, &format!("sample:{number}"), details, true)?;
        }
        Ok(())
    }
}
