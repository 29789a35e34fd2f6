//! What would change against what a reviewer read last.

use super::decide::verdict_words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{HistoryEntry, Revision};
use crate::web::view::View;
use crate::web::view::differences::Differences;

/// What differs from what a reviewer read last.
pub struct SinceRead {
    /// Who decided on that, when, and what.
    pub intro: String,
    /// What they wrote.
    pub reason: Option<String>,
    pub differences: Differences,
}

impl SinceRead {
    /// Between the revision that was decided on last and what waits.
    pub fn of(
        v: &View,
        (read, entry): &(Revision, HistoryEntry),
        pending: &Revision,
    ) -> Option<Self> {
        let review = entry.review.as_ref()?;
        let intro = v.w.t3(
            "review-since-read-intro",
            "reviewer",
            isolated(&review.reviewer),
            "verdict",
            verdict_words(v.w, review.verdict),
            "when",
            stamp(v.w, review.decided),
        );
        Some(Self {
            intro: intro.to_string(),
            reason: review.reason.as_ref().map(ToString::to_string),
            differences: Differences::between(v, &read.details, &pending.details),
        })
    }
}
