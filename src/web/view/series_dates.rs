//! All dates of a series on its public page: those to come first, each with the way to its page.

use super::dates::{DateRow, OPEN, pattern, rows};
use super::entry::{Badge, badges, query};
use crate::calendar::PublishedMeeting;
use crate::domain::Occurrence;
use crate::i18n::Words;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The dates of a series.
pub struct SeriesDates {
    /// "Every month, on the second Tuesday".
    pub pattern: String,
    /// Those to come that stand open.
    pub open: Vec<DateLine>,
    /// The rest of those to come.
    pub folded: Vec<DateLine>,
    /// Those that were held, newest first.
    pub past: Vec<DateLine>,
}

/// One date.
pub struct DateLine {
    pub row: DateRow,
    /// Its page; none for the date that the page is about, and for one that is left out.
    pub path: Option<String>,
    /// "Cancelled", "Tentative".
    pub states: Vec<Badge>,
}

impl SeriesDates {
    /// `None` for a meeting that is no series. `shown` is the date that the page is about.
    pub fn of(
        w: Words,
        meeting: &PublishedMeeting,
        shown: &Occurrence,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let timing = &meeting.details.timing;
        let series = timing.series()?;
        // A later run may have another pattern.
        let run = shown.key.date().and_then(|date| series.run_of(date));
        let held: HashMap<String, &Occurrence> = meeting
            .occurrences()
            .map(|one| (one.key.to_string(), one))
            .collect();
        let is_over = |row: &DateRow| match held.get(&row.key) {
            Some(one) => one.times.is_over(now),
            None => row.key < now.date_naive().to_string(),
        };
        let (past, coming): (Vec<_>, Vec<_>) = rows(w, timing).into_iter().partition(is_over);
        let line = |row: DateRow| line(w, row, &held, meeting, shown);
        let mut open: Vec<DateLine> = coming.into_iter().map(line).collect();
        Some(Self {
            pattern: pattern(w, run.unwrap_or(series.newest())),
            folded: open.split_off(open.len().min(OPEN)),
            open,
            past: past.into_iter().rev().map(line).collect(),
        })
    }
}

fn line(
    w: Words,
    row: DateRow,
    held: &HashMap<String, &Occurrence>,
    meeting: &PublishedMeeting,
    shown: &Occurrence,
) -> DateLine {
    let one = held.get(&row.key);
    let is_shown = row.key == shown.key.to_string();
    let path = |one: &&Occurrence| {
        let query = query(one.key);
        format!("/{}/meetings/{}{query}", w.code(), meeting.id)
    };
    let is_moved = |one: &Occurrence| meeting.moved_from_of(one).is_some();
    let states = one.map(|one| badges(w, &one.said, &one.times, is_moved(one)));
    DateLine {
        path: one.filter(|_| !is_shown).map(path),
        states: states.unwrap_or_default(),
        row,
    }
}
