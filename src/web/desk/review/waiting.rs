//! The changes that wait together, one put onto the other: who sent each, when, and what it changed.

use crate::i18n::times::stamp;
use crate::store::{MeetingState, WaitingChange};
use crate::web::view::View;
use crate::web::view::differences::Differences;
use crate::web::view::together::sender_name;

/// One of several changes that wait together.
pub struct Waiting {
    pub number: i32,
    /// Who sent it and when.
    pub sent: String,
    /// Whether it is the announcement itself, before which there was nothing.
    pub is_new: bool,
    /// What it changed.
    pub differences: Differences,
}

/// The changes in what waits, oldest first; none if there is but one, which the page shows anyhow.
pub fn waiting(v: &View, state: &MeetingState) -> Vec<Waiting> {
    match state.waiting.as_slice() {
        [_, _, ..] => state
            .waiting
            .iter()
            .map(|one| Waiting::of(v, one))
            .collect(),
        _ => Vec::new(),
    }
}

impl Waiting {
    fn of(v: &View, change: &WaitingChange) -> Self {
        let w = v.w;
        let WaitingChange { revision, before } = change;
        let after = &revision.details;
        let sent = w.t2(
            "desk-waiting-sent",
            "who",
            sender_name(w, &revision.sender),
            "when",
            stamp(w, revision.sent),
        );
        Self {
            number: revision.number,
            sent: sent.to_string(),
            is_new: before.is_none(),
            differences: before
                .as_ref()
                .map(|before| Differences::between(v, before, after))
                .unwrap_or_default(),
        }
    }
}
