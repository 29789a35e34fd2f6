//! What was acknowledged, and what was begun and not acknowledged when the server died. An act is
//! acknowledged when its response arrived whole.

use super::record::{Act, Record};
use crate::support::chance::Chance;
use std::path::PathBuf;

/// A meeting as those know it who were answered.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The title of its first revision, which no other has.
    pub name: String,
    /// The confirmation of its first revision, which names the private address.
    pub confirmation: Option<String>,
    /// The private address of whoever posted it, once somebody needed it.
    pub edit: Option<String>,
    /// Its id, once that is known.
    pub id: Option<String>,
    /// All that was acknowledged.
    pub record: Record,
    /// What was not.
    pub open: Option<Open>,
}

/// A button that is still to be pressed, or was pressed without an answer. To press it (again) does
/// the act, once.
#[derive(Debug, Clone)]
pub struct Open {
    pub act: Act,
    pub path: String,
    pub form: Vec<(&'static str, String)>,
    /// Whether the act may have happened.
    pub is_pressed: bool,
}

impl Open {
    /// The address of the form that is to be sent, without its page; `None` if it is no form.
    pub fn draft(&self) -> Option<&str> {
        self.path.strip_suffix("/send")
    }
}

/// A file of meetings that is imported.
#[derive(Debug, Clone)]
pub struct File {
    pub path: PathBuf,
    pub titles: Vec<String>,
    /// Whether all of it was acknowledged.
    pub is_in: bool,
}

/// All that is known of one database from outside.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The meetings that nobody is at work on, those that were touched last at the end.
    pub entries: Vec<Entry>,
    pub files: Vec<File>,
    /// How many acts were acknowledged, and how many were not.
    pub acknowledged: usize,
    pub in_doubt: usize,
    /// Answers that nobody should have got.
    pub wrong: Vec<String>,
    names: usize,
}

impl Ledger {
    /// A text that nothing else has.
    pub fn unique(&mut self, what: &str) -> String {
        self.names += 1;
        format!("{what} number {:06}", self.names)
    }

    /// Hands out a meeting to go on with, so that nobody else does; the newer, the likelier. `None` if
    /// a new one is due.
    pub fn take(&mut self, chance: u64) -> Option<Entry> {
        let free: Vec<usize> = (0..self.entries.len())
            .rev()
            .filter(|at| self.entries[*at].open.is_none())
            .take(24)
            .collect();
        // About two of five are new.
        if free.is_empty() || chance % 5 < 2 {
            return None;
        }
        let at = free[usize::try_from(chance / 5).unwrap_or_default() % free.len()];
        Some(self.entries.remove(at))
    }

    /// Takes a meeting back that somebody was at work on.
    pub fn put(&mut self, entry: Entry) {
        // A form whose first page was not answered is nothing to anybody.
        if entry.open.is_some() || entry.record != Record::default() {
            self.entries.push(entry);
        }
    }
}

/// What a hand does next with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Edit,
    Decide(&'static str),
    TakeBack,
    Withdraw,
}

impl Next {
    /// By chance, of what can be done.
    pub fn of(record: &Record, chance: &mut Chance) -> Self {
        let waits = [
            Self::Decide("approved"),
            Self::Decide("approved"),
            Self::Decide("approved"),
            Self::Decide("changes-requested"),
            Self::Decide("rejected"),
            Self::TakeBack,
            Self::Edit,
        ];
        let is_public = [Self::Edit, Self::Edit, Self::Withdraw];
        match (record.pending, record.published) {
            (Some(_), _) => *chance.one_of(&waits),
            (None, Some(_)) => *chance.one_of(&is_public),
            (None, None) => Self::Edit,
        }
    }
}
