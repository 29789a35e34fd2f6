//! Whether a meeting stands, before its title and in the sentences of its description.

use super::dates;
use crate::domain::{Said, Status, Times};
use crate::feeds::entry::{Mark, Standing};

/// What is put before the title; ends with a blank if there is anything.
pub(super) fn prefix(standing: &Standing) -> String {
    standing.marks.iter().map(|mark| word(*mark)).collect()
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Cancelled => "[Cancelled] ",
        Mark::Postponed => "[Postponed] ",
        Mark::Tentative => "[Tentative] ",
        Mark::MovedOnline => "[Moved online] ",
        Mark::Rescheduled => "[Rescheduled] ",
        Mark::DateToBeConfirmed => "[Date to be confirmed] ",
    }
}

/// In sentences: what state it is in, when it was to be before, and why.
pub(super) fn sentences(said: &Said, times: &Times, former: Option<&Times>) -> Vec<String> {
    let state = match said.status {
        Status::Confirmed => None,
        Status::Tentative => Some("Tentative: this may still change."),
        Status::Postponed => {
            Some("Postponed: it does not take place at this time; a new date is to follow.")
        }
        Status::MovedOnline => Some("Moved online: it takes place online only."),
        Status::Cancelled => Some("Cancelled: it does not take place."),
    };
    let former = former
        .filter(|_| said.status.takes_place())
        .and_then(dates::on);
    let former = former.map(|before| match times.has_date() {
        true => format!("Rescheduled: before, it was on {before}."),
        false => format!("Before, it was to be on {before}."),
    });
    let note = said.status_note.as_ref().map(ToString::to_string);
    state
        .map(str::to_owned)
        .into_iter()
        .chain(former)
        .chain(note)
        .collect()
}
