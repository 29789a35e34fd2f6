//! Looking at what a draft would become, for the page of the answers. It writes nothing, but stands
//! on this floor because it goes by the rule that sending goes by.

use super::meanwhile::Onto;
use super::ready::{Problems, Ready, ready};
use super::{ActError, Acts, Choice, Meanwhile};
use crate::domain::RevisionId;
use crate::store::{Draft, Edit, Revision, TokenHash};

/// What a draft would become.
#[derive(Debug, Clone, PartialEq)]
pub enum Checked {
    /// It can be sent, once the sender has chosen where others changed the same.
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
        let since = self.since(&draft)?;
        let onto = state.as_ref().and_then(|state| Onto::of(state, &since));
        let known = self.store.known()?;
        let choice = Choice::default();
        Ok(
            match ready(&draft, onto.as_ref(), &choice, &known, self.now()) {
                Ok(ready) => Checked::Ready(Box::new((draft, ready))),
                Err(problems) => Checked::Problems(problems),
            },
        )
    }

    /// What a draft that was sent was put beside, for its confirmation page; `None` if nothing happened
    /// since it was begun.
    pub fn sent_beside(&self, token: &TokenHash) -> Result<Option<Meanwhile>, ActError> {
        let draft = self.store.draft(token)?;
        let draft = draft.ok_or(ActError::Missing("draft"))?;
        let (Some(edit), Some(sent)) = (draft.edit, draft.sent) else {
            return Ok(None);
        };
        let Some(current) = self.put_onto(sent)? else {
            return Ok(None);
        };
        let state = self.store.meeting(edit.meeting)?;
        let state = state.ok_or(ActError::Missing("meeting"))?;
        let since = self.since(&draft)?;
        let onto = Onto {
            current: &current,
            since: &since,
            published: state.published.as_ref(),
            history: &state.history,
        };
        let is_known = onto.begun_from().is_some();
        Ok(is_known.then(|| onto.meanwhile(edit.scope, draft.begun)))
    }

    /// The revision that another was put onto.
    fn put_onto(&self, revision: RevisionId) -> Result<Option<Revision>, ActError> {
        let revision = self.store.revision(revision)?;
        Ok(match revision.and_then(|revision| revision.base) {
            Some(base) => self.store.revision(base)?,
            None => None,
        })
    }

    /// The revision that a draft was begun from, and all that were sent since.
    fn since(&self, draft: &Draft) -> Result<Vec<Revision>, ActError> {
        Ok(match draft.edit {
            Some(Edit {
                meeting,
                base: Some(base),
                ..
            }) => self.store.revisions_from(meeting, base)?,
            _ => Vec::new(),
        })
    }
}
