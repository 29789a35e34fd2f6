//! Whether a meeting stands, in the terms of a feed: the one table from its state and its date to
//! STATUS, to what is put before the title and to the sentences of the description.

use super::words;
use crate::domain::{Said, Status, Times};

/// What a subscriber is told of whether a meeting stands.
pub(super) struct Standing {
    /// One of the three values of RFC 5545, section 3.8.1.11.
    pub status: &'static str,
    /// Most phone programs ignore STATUS and Google drops what is CANCELLED, so the title says it
    /// too. Ends with a blank if there is anything.
    pub prefix: &'static str,
}

/// How sure the date is, where that matters.
enum Date {
    Set,
    /// Subscribers were told another one before.
    Moved,
    Vague,
}

impl Standing {
    /// A postponed meeting is TENTATIVE rather than CANCELLED: Google would hide it, and its
    /// readers would never learn that a new date follows.
    ///
    /// `former` is the date that subscribers were told before, if it was another.
    pub(super) fn of(status: Status, times: &Times, former: Option<&Times>) -> Self {
        let (status, prefix) = match (status, Date::of(times, former)) {
            (Status::Cancelled, _) => ("CANCELLED", "[Cancelled] "),
            (Status::Postponed, Date::Vague) => {
                ("TENTATIVE", "[Postponed] [Date to be confirmed] ")
            }
            (Status::Postponed, _) => ("TENTATIVE", "[Postponed] "),
            (Status::Confirmed | Status::Tentative, Date::Vague) => {
                ("TENTATIVE", "[Date to be confirmed] ")
            }
            (Status::Confirmed, Date::Moved) => ("CONFIRMED", "[Rescheduled] "),
            (Status::Confirmed, Date::Set) => ("CONFIRMED", ""),
            (Status::Tentative, Date::Moved) => ("TENTATIVE", "[Tentative] [Rescheduled] "),
            (Status::Tentative, Date::Set) => ("TENTATIVE", "[Tentative] "),
            (Status::MovedOnline, Date::Vague) => {
                ("TENTATIVE", "[Moved online] [Date to be confirmed] ")
            }
            (Status::MovedOnline, Date::Moved) => ("CONFIRMED", "[Moved online] [Rescheduled] "),
            (Status::MovedOnline, Date::Set) => ("CONFIRMED", "[Moved online] "),
        };
        Self { status, prefix }
    }
}

impl Date {
    fn of(times: &Times, former: Option<&Times>) -> Self {
        match (times.has_date(), former) {
            (false, _) => Self::Vague,
            (true, Some(_)) => Self::Moved,
            (true, None) => Self::Set,
        }
    }
}

/// The same in sentences: what state it is in, when it was to be before, and why.
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
        .and_then(words::on);
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
