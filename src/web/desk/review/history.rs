//! What became of each revision of a meeting, in words, newest first.

use super::decide::verdict_words;
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{MeetingState, Undo};

/// One revision.
pub struct HistoryLine {
    pub number: i32,
    pub sent: String,
    /// That its poster took it back, and when.
    pub taken_back: Option<String>,
    /// The revision that holds it, if nobody decided on it alone.
    pub part_of: Option<i32>,
    pub verdict: Option<String>,
    pub reviewer: String,
    pub decided: String,
    pub reason: Option<String>,
    /// Who undid the decision, and when.
    pub undone: Option<String>,
}

/// Every revision.
pub fn history(w: Words, state: &MeetingState) -> Vec<HistoryLine> {
    state
        .history
        .iter()
        .map(|entry| {
            let review = entry.review.as_ref();
            HistoryLine {
                number: entry.number,
                sent: stamp(w, entry.sent),
                taken_back: entry.taken_back.map(|at| stamp(w, at)),
                part_of: state.part_of(entry),
                verdict: review.map(|review| verdict_words(w, review.verdict)),
                reviewer: review
                    .map(|review| review.reviewer.clone())
                    .unwrap_or_default(),
                decided: review
                    .map(|review| stamp(w, review.decided))
                    .unwrap_or_default(),
                reason: review.and_then(|r| r.reason.as_ref().map(ToString::to_string)),
                undone: review
                    .and_then(|review| review.undone.as_ref())
                    .map(|undo| undone(w, undo)),
            }
        })
        .collect()
}

fn undone(w: Words, undo: &Undo) -> String {
    let (by, at) = (isolated(&undo.by), stamp(w, undo.at));
    w.t2("queue-undone", "reviewer", by, "when", at).to_string()
}
