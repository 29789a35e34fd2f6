//! Whole days: those on which a meeting is held, and those on which it may be.

use super::{check_date, check_length};
use crate::domain::problem::Problem;
use crate::domain::zone::Zone;
use chrono::{Datelike, Days, NaiveDate};

/// The longest window, in days, that calendars show.
const MAX_BAND: i64 = 31;

/// Whole local days, first and last included. The zone says whose days; without one they are
/// shown as dates and nothing is computed from them to the hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySpan {
    first: NaiveDate,
    last: NaiveDate,
    zone: Option<Zone>,
}

/// The earliest and the latest day that it may be on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayWindow {
    earliest: NaiveDate,
    latest: NaiveDate,
    zone: Option<Zone>,
}

impl DaySpan {
    /// Refuses a last day before the first, and more than [`super::MAX_DAYS`].
    pub fn new(first: NaiveDate, last: NaiveDate, zone: Option<Zone>) -> Result<Self, Problem> {
        check_date(first)?;
        check_date(last)?;
        if last < first {
            return Err(Problem::EndNotAfterStart);
        }
        check_length(first, last)?;
        Ok(Self { first, last, zone })
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day, the first one where there is only one.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// Whose days, if it is known.
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }
}

impl DayWindow {
    /// Refuses a latest day before the earliest, and more than two years.
    pub fn new(
        earliest: NaiveDate,
        latest: NaiveDate,
        zone: Option<Zone>,
    ) -> Result<Self, Problem> {
        check_date(earliest)?;
        check_date(latest)?;
        if latest < earliest {
            return Err(Problem::EndNotAfterStart);
        }
        if (latest - earliest).num_days() > 731 {
            return Err(Problem::TooManyDays { limit: 731 });
        }
        Ok(Self {
            earliest,
            latest,
            zone,
        })
    }

    /// The earliest day.
    pub fn earliest(&self) -> NaiveDate {
        self.earliest
    }

    /// The latest day.
    pub fn latest(&self) -> NaiveDate {
        self.latest
    }

    /// Whose days, if it is known.
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// How many days it may be on.
    pub fn days(&self) -> i64 {
        (self.latest - self.earliest).num_days() + 1
    }

    /// Whether calendars show it, as a band of whole days: up to 31 of them. A longer one would cover
    /// months of every subscriber's calendar with a line that says next to nothing.
    pub fn is_short(&self) -> bool {
        self.days() <= MAX_BAND
    }

    /// The usual words for it, where there are any.
    pub fn shape(&self) -> WindowShape {
        let (first, last) = (self.earliest, self.latest);
        let month_end = last_of_month(first.year(), first.month());
        let same_month = first.year() == last.year() && first.month() == last.month();
        if first.ordinal() == 1 && last == last_of_month(first.year(), 12) {
            return WindowShape::Year;
        }
        if !same_month {
            return WindowShape::Between;
        }
        match (first.day(), last.day()) {
            (1, _) if last == month_end => WindowShape::Month,
            (1, 10) => WindowShape::Early,
            (11, 20) => WindowShape::Middle,
            (21, _) if last == month_end => WindowShape::Late,
            _ => WindowShape::Between,
        }
    }
}

/// How people would say a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowShape {
    /// The 1st to the 10th of a month.
    Early,
    /// The 11th to the 20th.
    Middle,
    /// The 21st to the end.
    Late,
    /// A whole month.
    Month,
    /// A whole year.
    Year,
    /// Any other two days.
    Between,
}

/// The last day of a month.
pub fn last_of_month(year: i32, month: u32) -> NaiveDate {
    let (year, month) = if month >= 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| first.pred_opt())
        .unwrap_or(NaiveDate::MAX)
}

/// The day after.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}
