//! Whether a meeting stands, in the terms of a feed: the one table from its state and its date to
//! STATUS, to what is put before the title and to the sentences of the description.

use super::words;
use crate::calendar::PublishedMeeting;
use crate::domain::Status;

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
    pub(super) fn of(meeting: &PublishedMeeting) -> Self {
        let (status, prefix) = match (meeting.details.status, date(meeting)) {
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

fn date(meeting: &PublishedMeeting) -> Date {
    match (meeting.details.schedule.has_date(), meeting.moved_from()) {
        (false, _) => Date::Vague,
        (true, Some(_)) => Date::Moved,
        (true, None) => Date::Set,
    }
}

/// The same in sentences: what state it is in, when it was to be before, and why.
pub(super) fn sentences(meeting: &PublishedMeeting) -> Vec<String> {
    let details = &meeting.details;
    let state = match details.status {
        Status::Confirmed => None,
        Status::Tentative => Some("Tentative: this may still change."),
        Status::Postponed => {
            Some("Postponed: it does not take place at this time; a new date is to follow.")
        }
        Status::MovedOnline => Some("Moved online: it takes place online only."),
        Status::Cancelled => Some("Cancelled: it does not take place."),
    };
    let former = meeting
        .former_date()
        .filter(|_| details.status.takes_place())
        .and_then(words::on);
    let former = former.map(|before| match details.schedule.has_date() {
        true => format!("Rescheduled: before, it was on {before}."),
        false => format!("Before, it was to be on {before}."),
    });
    let note = details.status_note.as_ref().map(ToString::to_string);
    state
        .map(str::to_owned)
        .into_iter()
        .chain(former)
        .chain(note)
        .collect()
}
