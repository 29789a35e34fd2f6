//! What people mostly want of a meeting that is on the calendar, a button each: on its private page
//! and at the desk. What a button does is in `drafts::asked`.

use super::View;
use crate::domain::{MeetingDetails, Status};
use crate::i18n::Words;
use crate::store::MeetingState;

/// The buttons that make sense for a meeting as it stands.
#[derive(Default)]
pub struct Shortcuts {
    /// Whether what came out of it can be added.
    pub outcomes: bool,
    /// Whether it was held, so that this is what people come for.
    pub outcomes_first: bool,
    /// Statuses that it may be given, each with the words of its button.
    pub statuses: Vec<(&'static str, String)>,
}

impl Shortcuts {
    /// None for what is not on the calendar: nobody has heard of it yet.
    pub fn of(v: &View, state: &MeetingState) -> Self {
        let (w, now) = (v.w, v.now);
        let base = state.base().filter(|_| state.published.is_some());
        let Some(base) = base else {
            return Self::default();
        };
        let details = &base.details;
        let button = |status: &Status| (status.as_str(), button(w, *status));
        if details.timing.series().is_some() {
            return Self::of_series(v, details);
        }
        Self {
            outcomes: details.may_have_outcomes(now),
            outcomes_first: details.may_have_outcomes(now) && details.timing.is_over(now),
            statuses: details.next_statuses(now).iter().map(button).collect(),
        }
    }

    /// Recordings belong to single dates, and so does a new date that is to follow.
    fn of_series(v: &View, details: &MeetingDetails) -> Self {
        let statuses = details.next_statuses(v.now).iter();
        Self {
            statuses: statuses
                .filter(|status| **status != Status::Postponed)
                .map(|status| (status.as_str(), button_of_series(v.w, *status)))
                .collect(),
            ..Self::default()
        }
    }
}

fn button_of_series(w: Words, status: Status) -> String {
    match status {
        Status::Cancelled => w.t("single-cancel-all").to_string(),
        _ => button(w, status),
    }
}

fn button(w: Words, status: Status) -> String {
    match status {
        Status::Cancelled => w.t("shortcut-cancelled"),
        Status::Postponed => w.t("shortcut-postponed"),
        _ => w.t("shortcut-confirmed"),
    }
    .to_string()
}
