//! What every page of the form has: the fields, what is wrong with them, and which step it is.

use crate::domain::fields::MeetingFields;
use crate::domain::{FieldError, Problem};
use crate::web::drafts::Key;
use crate::web::view::form::Messages;

/// What the pages share.
pub struct FormPage<'a> {
    pub fields: &'a MeetingFields,
    pub problems: Messages,
    /// The secret of its draft; none before anything is stored.
    pub key: Option<&'a Key>,
    /// Where the form is sent.
    pub action: String,
    /// From 1; 0 for a page that is no step of a new meeting.
    pub step: usize,
    /// How many there are for this meeting.
    pub steps: usize,
    /// Which occurrences of a series it changes, where not all of them.
    pub scope: Option<String>,
    /// Whether that is one alone: it is on a date and at a time, and once.
    pub is_one: bool,
}

impl FormPage<'_> {
    /// Whether a language is ticked as one that is spoken.
    pub fn speaks(&self, tag: &str) -> bool {
        self.fields.how.language.iter().any(|one| one == tag)
    }

    /// Whether a language is ticked as one that is interpreted.
    pub fn interprets(&self, tag: &str) -> bool {
        self.fields.how.interpretation.iter().any(|one| one == tag)
    }
}

/// Whether it has to be asked which of two hours is meant, because the clocks show it twice.
pub fn asks_fold(errors: &[FieldError], is_meant: impl Fn(&FieldError) -> bool) -> bool {
    let is_fold = |error: &FieldError| matches!(error.problem, Problem::InFold { .. });
    errors.iter().any(|error| is_fold(error) && is_meant(error))
}
