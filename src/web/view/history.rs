//! What changed in a published meeting and when, in words.

use crate::i18n::Words;
use crate::i18n::alterations::sentences;
use crate::store::PublishedChange;

/// One change that was published.
pub struct ChangeView {
    /// The day, in words.
    pub day: String,
    /// The day for machines.
    pub datetime: String,
    /// What changed, a sentence each.
    pub sentences: Vec<String>,
    /// Why, in the group's own words.
    pub note: Option<String>,
}

/// Every change, newest first.
pub fn history(w: Words, changes: &[PublishedChange]) -> Vec<ChangeView> {
    changes
        .iter()
        .map(|change| ChangeView {
            day: w.date_long(change.at.date_naive()),
            datetime: change.at.date_naive().to_string(),
            sentences: sentences(w, &change.what),
            note: change.note.as_ref().map(ToString::to_string),
        })
        .collect()
}
