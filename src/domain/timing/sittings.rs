//! Several sittings of one meeting, each to the minute: its parts, or the slots to choose from.

use super::outermost;
use crate::domain::problem::Problem;
use crate::domain::times::{ExactTimes, check_length};
use chrono::NaiveDate;

/// The most parts or slots of a meeting.
pub const MAX_SITTINGS: usize = 11;

/// Two sittings or more by start, each over before the next begins. Each has its own zone: slots
/// are often announced on the clocks of those whom they are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sittings {
    times: Vec<ExactTimes>,
}

impl Sittings {
    /// Puts sittings into order. Refuses fewer than two, more than [`MAX_SITTINGS`], those that
    /// overlap, and more than [`crate::domain::times::MAX_DAYS`] in all.
    pub fn new(mut times: Vec<ExactTimes>) -> Result<Self, Problem> {
        if times.len() < 2 {
            return Err(Problem::TooFew { least: 2 });
        }
        if times.len() > MAX_SITTINGS {
            return Err(Problem::TooMany {
                limit: MAX_SITTINGS,
            });
        }
        times.sort_by_key(ExactTimes::extent);
        if times.windows(2).any(|pair| overlap(&pair[0], &pair[1])) {
            return Err(Problem::Overlap);
        }
        let sittings = Self { times };
        let (first, last) = sittings.days();
        check_length(first, last)?;
        Ok(sittings)
    }

    /// Sittings as they were said once, by start. Only their number is checked again: another zone
    /// database may let them overlap.
    pub fn restored(times: Vec<ExactTimes>) -> Result<Self, Problem> {
        match times.len() {
            0 | 1 => Err(Problem::TooFew { least: 2 }),
            _ => Ok(Self { times }),
        }
    }

    /// By start.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &ExactTimes> {
        self.times.iter()
    }

    /// The one that begins first.
    pub fn first(&self) -> &ExactTimes {
        &self.times[0]
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.times.len()
    }

    /// The first and the last local day, each on its own clock.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        outermost(self.iter().map(ExactTimes::days)).unwrap_or_else(|| self.first().days())
    }
}

/// An end that is not given may be any; only the starts are compared then.
fn overlap(earlier: &ExactTimes, later: &ExactTimes) -> bool {
    let end = earlier.end_utc().unwrap_or(earlier.start_utc());
    later.start_utc() < end || later.start_utc() == earlier.start_utc()
}
