//! Whether a meeting stands, before its title and in the sentences of its description.

use super::dates;
use crate::domain::{Said, Status, Times};
use crate::feeds::entry::{Mark, Standing};
use crate::i18n::Words;

/// What is put before the title; ends with a blank if there is anything.
pub(super) fn prefix(w: Words, standing: &Standing) -> String {
    let marks = standing.marks.iter();
    marks
        .map(|mark| format!("[{}] ", w.t(word(*mark))))
        .collect()
}

/// The same words as on the badges of pages.
fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Cancelled => "status-cancelled",
        Mark::Postponed => "status-postponed",
        Mark::Tentative => "status-tentative",
        Mark::MovedOnline => "status-moved-online",
        Mark::Rescheduled => "badge-rescheduled",
        Mark::DateToBeConfirmed => "badge-date-to-be-confirmed",
    }
}

/// In sentences: what state it is in, when it was to be before, and why.
pub(super) fn sentences(
    w: Words,
    said: &Said,
    times: &Times,
    former: Option<&Times>,
) -> Vec<String> {
    let state = match said.status {
        Status::Confirmed => None,
        Status::Tentative => Some("feed-tentative"),
        Status::Postponed => Some("feed-postponed"),
        Status::MovedOnline => Some("feed-moved-online"),
        Status::Cancelled => Some("feed-cancelled"),
    };
    let former = former
        .filter(|_| said.status.takes_place())
        .and_then(|former| dates::on(w, former));
    let former = former.map(|before| {
        let key = match times.has_date() {
            true => "feed-rescheduled",
            false => "feed-was-to-be",
        };
        w.t1(key, "before", before).into_owned()
    });
    let note = said.status_note.as_ref().map(ToString::to_string);
    state
        .map(|state| w.t(state).into_owned())
        .into_iter()
        .chain(former)
        .chain(note)
        .collect()
}
