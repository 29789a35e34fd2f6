//! What is unlike the rest in a run of a series: a day that is left out, or an occurrence that says
//! something of its own.

use crate::domain::said::Patch;
use crate::domain::times::ExactTimes;

/// What is unlike the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exception {
    /// It was never to be held: a holiday (RFC 5545, section 3.8.5.1: EXDATE).
    Skipped,
    /// It says something of its own: other hours, cancelled, an agenda, a recording (section
    /// 3.8.4.4: RECURRENCE-ID).
    Changed(Box<Own>),
}

/// What one occurrence has of its own, unlike its run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Other times.
    pub times: Option<ExactTimes>,
    /// Other words.
    pub said: Patch,
}

impl Own {
    /// Whether it has nothing of its own.
    pub fn is_empty(&self) -> bool {
        self.times.is_none() && self.said.is_empty()
    }
}
