//! What was just decided or undone, said at the place in the queue where the entry stood or stands.

use super::order::{Place, place};
use crate::acts::UNDO_TIME;
use crate::domain::Verdict;
use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::store::{DecisionKind, DecisionLine, QueueEntry};
use crate::web::view::View;
use chrono::{DateTime, Utc};

/// What was just done to an entry.
pub struct Notice {
    pub words: String,
    pub meeting: String,
    pub title: String,
    /// What it can be undone by.
    pub undo: Option<Undoable>,
    /// What comes next: meeting and title.
    pub next: Option<(String, String)>,
    /// The meeting of the line before which it stands; at the top without one.
    pub before: Option<String>,
}

/// A decision that can still be undone.
pub struct Undoable {
    pub id: String,
    /// Until when, in words.
    pub until: String,
}

impl Undoable {
    /// As long as a decision can be undone.
    pub fn of(w: Words, line: &DecisionLine, now: DateTime<Utc>) -> Option<Self> {
        let until = line.at + UNDO_TIME;
        let id = line.id.filter(|_| line.undone.is_none() && now < until)?;
        Some(Self {
            id: id.to_string(),
            until: w.time(until.time()),
        })
    }
}

/// The name of a decision in words.
pub fn decision_words(w: Words, kind: DecisionKind) -> String {
    w.t(&format!("verdict-{}", kind.as_str())).to_string()
}

impl Notice {
    /// That a decision was made. `lines` are those on its meeting, newest first, `entries` what waits in
    /// its order.
    pub fn done(v: &View, lines: &[DecisionLine], entries: &[QueueEntry]) -> Option<Self> {
        let line = lines.first()?;
        let stood = former_place(lines, v.now)?;
        let follows = |entry: &&QueueEntry| place(entry, v.now) > stood;
        let next = entries.iter().filter(|entry| entry.asked.is_none());
        let next = next.clone().find(follows).or_else(|| next.clone().next());
        let beside = entries.iter().find(follows);
        Some(Self {
            words: said(v.w, line),
            meeting: line.entry.meeting.to_string(),
            title: line.entry.title.clone(),
            undo: Undoable::of(v.w, line, v.now),
            next: next.map(|entry| (entry.meeting.to_string(), entry.title.clone())),
            before: beside.map(|entry| entry.meeting.to_string()),
        })
    }

    /// That a decision was undone.
    pub fn undone(v: &View, lines: &[DecisionLine], entries: &[QueueEntry]) -> Option<Self> {
        let line = lines.iter().find(|line| line.undone.is_some())?;
        let again = entries
            .iter()
            .find(|entry| entry.meeting == line.entry.meeting);
        let words = match line.kind {
            DecisionKind::Withdrawn => v.w.t("undo-back"),
            _ => v.w.t("undo-waits"),
        };
        Some(Self {
            words: words.to_string(),
            meeting: line.entry.meeting.to_string(),
            title: line.entry.title.clone(),
            undo: None,
            next: None,
            before: again.map(|entry| entry.meeting.to_string()),
        })
    }
}

fn said(w: Words, line: &DecisionLine) -> String {
    let verdict = decision_words(w, line.kind);
    let words = match (line.kind, &line.by) {
        (DecisionKind::Withdrawn, Some(by)) => w.t2(
            "desk-withdrawn",
            "reviewer",
            by.as_str(),
            "when",
            stamp(w, line.at),
        ),
        _ => w.t1("desk-decided", "verdict", verdict),
    };
    words.to_string()
}

/// Where an entry stood before it was decided on.
fn former_place(lines: &[DecisionLine], now: DateTime<Utc>) -> Option<Place> {
    let (line, earlier) = lines.split_first()?;
    let stood = |kind| {
        let mut earlier = earlier.iter().filter(|line| line.undone.is_none());
        earlier.any(|line| line.kind == DecisionKind::Reviewed(kind))
    };
    let entry = QueueEntry {
        is_edit: stood(Verdict::Approved),
        was_asked: stood(Verdict::ChangesRequested),
        ..line.entry.clone()
    };
    Some(place(&entry, now))
}
