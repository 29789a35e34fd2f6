//! Looking at what a draft would become, for the page of the answers. It writes nothing, but stands
//! on this floor because it goes by the rule that sending goes by.

use super::ready::{Problems, Ready, ready};
use super::{ActError, Acts};
use crate::store::{Draft, MeetingState, TokenHash};

/// What a draft would become.
#[derive(Debug, Clone, PartialEq)]
pub enum Checked {
    /// It can be sent.
    Ready(Box<(Draft, Ready)>),
    /// It was sent before.
    Sent,
    /// Something is wrong with it.
    Problems(Problems),
}

impl Acts {
    /// What would be sent if the draft was sent now.
    pub fn check(&self, token: &TokenHash) -> Result<Checked, ActError> {
        let draft = self.store.draft(token)?;
        let draft = draft.ok_or(ActError::Missing("draft"))?;
        if draft.sent.is_some() {
            return Ok(Checked::Sent);
        }
        let state = match draft.edit {
            Some(edit) => self.store.meeting(edit.meeting)?,
            None => None,
        };
        let base = state.as_ref().and_then(MeetingState::base);
        let known = self.store.known()?;
        Ok(match ready(&draft, base, &known, self.now()) {
            Ok(ready) => Checked::Ready(Box::new((draft, ready))),
            Err(problems) => Checked::Problems(problems),
        })
    }
}
