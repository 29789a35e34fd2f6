//! What happened to a meeting so far, as its poster is told: what was sent, what the desk changed, and what
//! it decided and why.

use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::store::{HistoryEntry, MeetingState, Revision, Source};
use crate::web::view::View;
use crate::web::view::differences::Differences;
use crate::web::view::together::sender_name;

/// One sending and what became of it.
pub struct Chapter {
    /// Who sent it, and when.
    pub sent: String,
    /// What the desk changed, if it was the desk's.
    pub desk_changed: Option<Differences>,
    /// What became of it.
    pub outcome: String,
    /// What the desk wrote.
    pub reason: Option<String>,
}

/// Every sending, newest first. `revisions` are those of the meeting that can be read. Of a decision that was
/// undone nobody was told; what it was about waits again as a revision of its own.
pub fn story(v: &View, state: &MeetingState, revisions: &[Revision]) -> Vec<Chapter> {
    let is_undone = |entry: &&HistoryEntry| {
        let review = entry.review.as_ref();
        review.is_some_and(|review| review.undone.is_some())
    };
    let history = state.history.iter();
    history
        .filter(|entry| !is_undone(entry))
        .map(|entry| Chapter::of(v, state, (entry, revisions)))
        .collect()
}

impl Chapter {
    fn of(
        v: &View,
        state: &MeetingState,
        (entry, revisions): (&HistoryEntry, &[Revision]),
    ) -> Self {
        let find = |id| revisions.iter().find(|revision| revision.id == id);
        let revision = find(entry.revision);
        let base = revision.and_then(|revision| find(revision.base?));
        let by_desk = revision.filter(|revision| revision.source == Source::Desk);
        let review = entry.review.as_ref();
        Self {
            sent: sent(v.w, entry, revision),
            desk_changed: by_desk
                .zip(base)
                .map(|(after, before)| Differences::between(v, &before.details, &after.details)),
            outcome: outcome(v.w, state, entry),
            reason: review.and_then(|review| review.reason.as_ref().map(ToString::to_string)),
        }
    }
}

fn sent(w: Words, entry: &HistoryEntry, revision: Option<&Revision>) -> String {
    let when = stamp(w, entry.sent);
    match revision {
        Some(revision) => {
            let who = sender_name(w, &revision.sender);
            w.t2("private-sent", "who", who, "when", when)
        }
        None => w.t1("desk-revision-sent", "when", when),
    }
    .to_string()
}

fn outcome(w: Words, state: &MeetingState, entry: &HistoryEntry) -> String {
    if let Some(at) = entry.taken_back {
        return w.t1("private-taken-back", "when", stamp(w, at)).to_string();
    }
    let Some(review) = &entry.review else {
        return match state.part_of(entry) {
            Some(_) => w.t("private-part"),
            None => w.t("private-waiting"),
        }
        .to_string();
    };
    let verdict = w.t(&format!("verdict-{}", review.verdict.as_str()));
    let when = stamp(w, review.decided);
    w.t2("private-decided", "when", when, "verdict", verdict)
        .to_string()
}
