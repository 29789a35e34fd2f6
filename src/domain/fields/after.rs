//! The page for afterwards: what came out of a meeting. A new meeting is posted without it.

use super::links::{LinkColumns, LinkFields, LinkRow, read_links};
use super::page_fields;
use super::{Errors, MAX_ROWS, text};
use crate::domain::link::{Link, LinkKind};
use crate::domain::participants::Participants;
use crate::domain::problem::Problem;
use crate::domain::said::{Afterwards, Said};

page_fields! {
    /// What came out of a meeting, as typed.
    pub struct AfterFields {
        pub outcome_kind: Vec<String>,
        pub outcome_label: Vec<String>,
        pub outcome_url: Vec<String>,
        pub participants: String,
    }
    together { }
}

impl AfterFields {
    /// The rows of outcomes; what a browser left out is empty.
    pub fn outcome_rows(&self) -> Vec<LinkRow> {
        LinkRow::rows(&self.outcome_kind, &self.outcome_label, &self.outcome_url)
    }

    /// Every field that repeats.
    pub(super) fn columns(&mut self) -> [&mut Vec<String>; 3] {
        [
            &mut self.outcome_kind,
            &mut self.outcome_label,
            &mut self.outcome_url,
        ]
    }

    /// `elsewhere` is how many outcomes page 1 has. When the meeting is changed all of them are
    /// rows here, so that only as many are taken as this page has room for.
    pub(super) fn parse(
        &self,
        elsewhere: usize,
        errors: &mut Errors,
    ) -> Option<(Vec<Link>, Afterwards)> {
        let rows = self.outcome_rows();
        let given = rows.iter().filter(|row| row.is_given()).count();
        // Page 1 alone is told so itself.
        if given > 0 && given + elsewhere > MAX_ROWS || rows.len() > MAX_ROWS {
            errors.add(names::outcome_url, Problem::TooMany { limit: MAX_ROWS });
        }
        let names = LinkFields {
            kind: names::outcome_kind,
            label: names::outcome_label,
            url: names::outcome_url,
        };
        let outcomes = read_links(&rows, &names, outcome_kind, errors);
        let participants = Participants::optional(&self.participants);
        let afterwards = Afterwards {
            participants: errors.take(names::participants, participants)?,
        };
        Some((outcomes, afterwards))
    }

    /// The way back: what would be typed to say this.
    pub(super) fn fill(said: &Said) -> Self {
        let outcomes = LinkColumns::of(said.outcomes());
        let Afterwards { participants } = said.into();
        Self {
            outcome_kind: outcomes.kinds,
            outcome_label: outcomes.labels,
            outcome_url: outcomes.urls,
            participants: text(participants.as_ref()),
        }
    }
}

/// Nothing is guessed here: a report that is listed as a recording would be found by whoever looks
/// for recordings.
fn outcome_kind(name: &str) -> Result<LinkKind, Problem> {
    match name {
        "" => Err(Problem::Missing),
        name => LinkKind::from_name(name)
            .filter(|kind| kind.is_outcome())
            .ok_or(Problem::UnknownChoice),
    }
}
