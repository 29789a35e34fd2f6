//! What happened to a meeting since a draft of a change of it was begun: what others sent, and whether
//! the revision that the draft was begun from still counts.

use crate::domain::change::{Touched, touched};
use crate::domain::text::Note;
use crate::domain::{RevisionId, Scope, Verdict};
use crate::store::{HistoryEntry, MeetingState, Revision, Sender};
use chrono::{DateTime, Utc};

/// What happened to a meeting since a draft of a change of it was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// What others sent, oldest first, as far as it touches what the draft is about.
    pub contributions: Vec<Contribution>,
    /// What became of the revision that the draft was begun from, if it does not count any more.
    pub undone: Option<Undone>,
}

/// What somebody else sent since a draft was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    pub sender: Sender,
    /// When it was sent, UTC.
    pub sent: DateTime<Utc>,
    /// What it changed.
    pub what: Vec<Touched>,
}

/// That the revision that a draft was begun from was rejected or taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Who rejected it, and what they wrote; nobody if its poster took it back.
    pub rejected: Option<(String, Option<Note>)>,
    /// When, UTC.
    pub at: DateTime<Utc>,
}

/// What a draft is put onto.
pub(super) struct Onto<'a> {
    /// What the meeting says when the draft is sent.
    pub current: &'a Revision,
    /// The revision that the draft was begun from and all that were sent since, oldest first; none
    /// for a draft that does not know what it was begun from.
    pub since: &'a [Revision],
    pub published: Option<&'a Revision>,
    /// Every revision, newest first.
    pub history: &'a [HistoryEntry],
}

impl<'a> Onto<'a> {
    /// What the meeting says now; `None` if it says nothing.
    pub(super) fn of(state: &'a MeetingState, since: &'a [Revision]) -> Option<Self> {
        Some(Self {
            current: state.base()?,
            since,
            published: state.published.as_ref(),
            history: &state.history,
        })
    }

    /// The revision that the draft was begun from.
    pub(super) fn begun_from(&self) -> Option<&'a Revision> {
        self.since.first()
    }

    /// What happened since a draft of this scope was begun. Revisions are compared as they were at that
    /// moment, so that a date that was held since is nobody's change.
    pub(super) fn meanwhile(&self, scope: Scope, begun: DateTime<Utc>) -> Meanwhile {
        let (is_beneath, sent) = self.sent_since();
        let contribution = |revision| self.contribution(revision, scope, begun);
        let base = self.begun_from().filter(|_| !is_beneath);
        Meanwhile {
            contributions: sent.into_iter().filter_map(contribution).collect(),
            undone: base.and_then(|base| undone(self.history, base.number)),
        }
    }

    /// What was sent since the draft was begun and is in what the meeting says now, oldest first; and
    /// whether the draft was begun from what lies beneath it.
    fn sent_since(&self) -> (bool, Vec<&'a Revision>) {
        let base = self.begun_from().map(|base| base.id);
        let mut sent = Vec::new();
        let mut next = self.find(self.current.id);
        let is_base = |id| Some(id) == base || base.is_some() && self.copied(id) == base;
        while let Some(revision) = next.filter(|revision| !is_base(revision.id)) {
            sent.push(revision);
            next = revision.base.and_then(|id| self.find(id));
        }
        sent.reverse();
        (next.is_some(), sent)
    }

    /// What a revision changed of what it was put onto, as far as the draft is about it.
    fn contribution(
        &self,
        revision: &Revision,
        scope: Scope,
        at: DateTime<Utc>,
    ) -> Option<Contribution> {
        let before = revision.base.and_then(|id| self.find(id));
        let published = self.published.filter(|one| Some(one.id) == revision.base);
        let before = before.or(published).or(self.begun_from())?;
        let within = |revision: &Revision| revision.details.within(scope, at);
        let what = touched(&within(before)?, &within(revision)?);
        (!what.is_empty()).then(|| Contribution {
            sender: revision.sender.clone(),
            sent: revision.sent,
            what,
        })
    }

    /// What a revision is a copy of, if a decision on that was undone.
    fn copied(&self, id: RevisionId) -> Option<RevisionId> {
        let mut history = self.history.iter();
        history.find(|entry| entry.revision == id)?.copy_of
    }

    fn find(&self, id: RevisionId) -> Option<&'a Revision> {
        self.since.iter().find(|revision| revision.id == id)
    }
}

impl Meanwhile {
    /// The other who changed something last, by number among the contributions. If nobody is known to
    /// have, and all that the draft was begun from still counts, it is whoever sent last.
    pub(super) fn who_changed(&self, touched: Touched) -> Option<usize> {
        let last = || self.contributions.len().checked_sub(1);
        let mut all = self.contributions.iter();
        match (
            all.rposition(|one| one.what.contains(&touched)),
            &self.undone,
        ) {
            (None, None) => last(),
            (found, _) => found,
        }
    }
}

/// The decision by which a revision of this number, or one that held it, came to nothing.
fn undone(history: &[HistoryEntry], number: i32) -> Option<Undone> {
    let mut later = history.iter().rev().filter(|entry| entry.number >= number);
    let entry = later.find(|entry| entry.is_unwanted())?;
    let review = entry.review.as_ref();
    Some(
        match review.filter(|one| one.verdict == Verdict::Rejected) {
            Some(review) => Undone {
                rejected: Some((review.reviewer.clone(), review.reason.clone())),
                at: review.decided,
            },
            None => Undone {
                rejected: None,
                at: entry.taken_back?,
            },
        },
    )
}
