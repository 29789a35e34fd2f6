//! Whether a meeting stands: the one table from its state and its date to what feeds make of it.

use crate::domain::{Status, Times};

/// What a subscriber is told of whether a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) struct Standing {
    /// How sure it is.
    pub certainty: Certainty,
    /// What the title has to say, in this order.
    pub marks: &'static [Mark],
}

/// How sure it is that a meeting takes place at its time: the three values of STATUS (RFC 5545,
/// section 3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) enum Certainty {
    Confirmed,
    Tentative,
    Cancelled,
}

/// What a title says of its meeting in front. Most phone programs show nothing else of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::feeds) enum Mark {
    Cancelled,
    Postponed,
    Tentative,
    MovedOnline,
    Rescheduled,
    DateToBeConfirmed,
}

/// How sure the date is, where that matters.
enum DateState {
    Set,
    /// Subscribers were told another one before.
    Moved,
    Vague,
}

impl Standing {
    /// A postponed meeting is tentative rather than cancelled: Google would hide it, and its
    /// readers would never learn that a new date follows.
    ///
    /// `former` is the date that subscribers were told before, if it was another.
    pub(super) fn of(status: Status, times: &Times, former: Option<&Times>) -> Self {
        use Certainty::{Cancelled, Confirmed, Tentative};
        use Mark::{DateToBeConfirmed, MovedOnline, Postponed, Rescheduled};
        let (certainty, marks): (_, &[Mark]) = match (status, DateState::of(times, former)) {
            (Status::Cancelled, _) => (Cancelled, &[Mark::Cancelled]),
            // That a new date is to follow is what postponed means.
            (Status::Postponed, _) => (Tentative, &[Postponed]),
            (Status::Confirmed | Status::Tentative, DateState::Vague) => {
                (Tentative, &[DateToBeConfirmed])
            }
            (Status::Confirmed, DateState::Moved) => (Confirmed, &[Rescheduled]),
            (Status::Confirmed, DateState::Set) => (Confirmed, &[]),
            (Status::Tentative, DateState::Moved) => (Tentative, &[Mark::Tentative, Rescheduled]),
            (Status::Tentative, DateState::Set) => (Tentative, &[Mark::Tentative]),
            (Status::MovedOnline, DateState::Vague) => {
                (Tentative, &[MovedOnline, DateToBeConfirmed])
            }
            (Status::MovedOnline, DateState::Moved) => (Confirmed, &[MovedOnline, Rescheduled]),
            (Status::MovedOnline, DateState::Set) => (Confirmed, &[MovedOnline]),
        };
        Self { certainty, marks }
    }
}

impl DateState {
    fn of(times: &Times, former: Option<&Times>) -> Self {
        match (times.has_date(), former) {
            (false, _) => Self::Vague,
            (true, Some(_)) => Self::Moved,
            (true, None) => Self::Set,
        }
    }
}
