//! What differs between two states of a meeting, in sentences and field by field.

use super::View;
use super::diff::{ChangedField, changes};
use crate::domain::{MeetingDetails, alterations};
use crate::i18n::alterations::sentences;
use crate::store::MeetingState;

/// What differs between two states of a meeting.
#[derive(Default)]
pub struct Differences {
    /// In the words that readers would be told.
    pub told: Vec<String>,
    /// Field by field, in the words of the form.
    pub changes: Vec<ChangedField>,
}

impl Differences {
    /// Between two states.
    pub fn between(v: &View, before: &MeetingDetails, after: &MeetingDetails) -> Self {
        Self {
            told: sentences(v.w, &alterations(before, after)),
            changes: changes(v, before, after),
        }
    }

    /// Between what is public and what waits; none if either is missing.
    pub fn of_change(v: &View, state: &MeetingState) -> Self {
        match (&state.published, &state.pending) {
            (Some(published), Some(pending)) => {
                Self::between(v, &published.details, &pending.details)
            }
            _ => Self::default(),
        }
    }

    /// Whether they say the same.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty() && self.changes.is_empty()
    }
}
