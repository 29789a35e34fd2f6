//! One time at which a meeting is held, as exactly as its group knows it: to the minute, to the day,
//! within a window, or not at all yet. Local time and zone are the truth; instants are derived
//! whenever they are asked for, so a new zone database moves them and nothing else.

mod days;
mod exact;

pub use days::{DaySpan, DayWindow, WindowShape, last_of_month, next_day};
pub use exact::{End, ExactTimes, Moment, last_day};

use super::problem::Problem;
use super::zone::Zone;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The longest meeting, in days; more is a typing mistake.
pub const MAX_DAYS: i64 = 31;

/// One time at which a meeting is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Times {
    /// To the minute.
    Exact(ExactTimes),
    /// One day or several, hours not given.
    Day(DaySpan),
    /// Some time within these days; the date is to be confirmed.
    Window(DayWindow),
    /// The date is to be confirmed and nothing is known of it.
    Unknown,
}

impl Times {
    /// The zone, if one is named.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Exact(times) => Some(times.zone()),
            Self::Day(span) => span.zone(),
            Self::Window(window) => window.zone(),
            Self::Unknown => None,
        }
    }

    /// The first and last local day on which it may be.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Exact(times) => Some(times.days()),
            Self::Day(span) => Some((span.first(), span.last())),
            Self::Window(window) => Some((window.earliest(), window.latest())),
            Self::Unknown => None,
        }
    }

    /// The instants before which it cannot begin and after which it cannot go on. Days without a
    /// zone reach from the first hour of the day anywhere on Earth to its last; an open end is
    /// taken for an hour; `None` if nothing is known.
    pub fn extent(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        match self {
            Self::Exact(times) => Some(times.extent()),
            Self::Day(_) | Self::Window(_) | Self::Unknown => {
                let (first, last) = self.days()?;
                Some(days_extent(first, last, self.zone()))
            }
        }
    }

    /// Whether it is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.extent().is_some_and(|(_, end)| end <= now)
    }

    /// Whether a day, at least, is settled.
    pub fn has_date(&self) -> bool {
        !matches!(self, Self::Window(_) | Self::Unknown)
    }

    /// Whether calendars show it: a day is settled, or the window is a short one.
    pub fn is_shown(&self) -> bool {
        match self {
            Self::Exact(_) | Self::Day(_) => true,
            Self::Window(window) => window.is_short(),
            Self::Unknown => false,
        }
    }

    /// The times to the minute, where they are known so well.
    pub fn exact(&self) -> Option<&ExactTimes> {
        match self {
            Self::Exact(times) => Some(times),
            Self::Day(_) | Self::Window(_) | Self::Unknown => None,
        }
    }
}

fn days_extent(
    first: NaiveDate,
    last: NaiveDate,
    zone: Option<&Zone>,
) -> (DateTime<Utc>, DateTime<Utc>) {
    match zone {
        Some(zone) => (zone.start_of_day(first), zone.start_of_day(next_day(last))),
        None => (
            first.and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(14),
            next_day(last).and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12),
        ),
    }
}

pub(super) fn check_date(date: NaiveDate) -> Result<(), Problem> {
    if (1990..=2100).contains(&date.year()) {
        Ok(())
    } else {
        Err(Problem::DateOutOfRange)
    }
}

pub(super) fn check_length(first: NaiveDate, last: NaiveDate) -> Result<(), Problem> {
    if (last - first).num_days() >= MAX_DAYS {
        Err(Problem::TooManyDays { limit: MAX_DAYS })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
