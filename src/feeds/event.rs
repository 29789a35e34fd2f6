//! What one VEVENT is about, before any of it is written. Which ones a meeting has is said in
//! `events`, their text is made in `vevent`.

use super::span::{Clock, Span};
use crate::domain::{Said, Times, Zone};
use std::sync::Arc;

/// What one VEVENT is about: a meeting, one of its times, or a run of them.
pub(super) struct Vevent {
    /// What is said of it.
    pub said: Arc<Said>,
    /// Its identity for good (RFC 5545, section 3.8.4.7).
    pub uid: String,
    /// Of what belongs to the same meeting under another UID (section 3.8.4.5).
    pub siblings: Vec<String>,
    /// When, the first time.
    pub times: Times,
    /// The same in the terms of iCalendar.
    pub span: Span,
    /// Whether it comes again.
    pub recurrence: Recurrence,
    /// When it was to be before it was rescheduled.
    pub former: Option<Times>,
    /// What stands after the title.
    pub suffix: String,
    /// The lines of the description that say when.
    pub when: Vec<String>,
    /// Its page on the web.
    pub page: String,
}

/// How a VEVENT stands to a rule.
pub(super) enum Recurrence {
    /// There is none.
    Once,
    /// It comes again by this one (sections 3.8.5.3 and 3.8.5.1).
    By {
        rrule: String,
        left_out: Vec<Clock>,
        last: Clock,
    },
    /// It stands in for the occurrence that would begin then (section 3.8.4.4).
    InPlaceOf(Clock),
}

impl Vevent {
    /// The zones that its times name, with local years.
    pub(super) fn zones(&self) -> impl Iterator<Item = (&Zone, i32)> {
        let of_rule = match &self.recurrence {
            Recurrence::Once => None,
            Recurrence::By { last: clock, .. } | Recurrence::InPlaceOf(clock) => clock.zone(),
        };
        self.span.zones().chain(of_rule)
    }
}
