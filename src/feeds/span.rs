//! From a schedule to DTSTART and DTEND: what can be said in iCalendar, and in which form.
//! The words that go with it are in `words`.

use crate::domain::schedule::{DayWindow, next_day};
use crate::domain::{End, ExactTimes, Fold, Moment, Schedule, Zone};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// The longest window, in days, that is shown as a band of whole days. A longer one would cover
/// months of every subscriber's calendar with a line that says next to nothing.
pub(super) const MAX_WINDOW_DAYS: i64 = 31;

/// When an event is, in the terms of RFC 5545.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    /// DATE values: the first day, and the day after the last (section 3.6.1: DTEND is not part
    /// of the event).
    Days { first: NaiveDate, after: NaiveDate },
    /// DATE-TIME values.
    Hours { start: Clock<'a>, end: Clock<'a> },
}

/// A DATE-TIME in one of the two forms that mean one instant (section 3.3.5).
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Clock<'a> {
    /// Local time with TZID.
    Local { zone: &'a Zone, time: NaiveDateTime },
    /// UTC time.
    Utc(DateTime<Utc>),
}

impl<'a> Span<'a> {
    /// `None` where iCalendar has nothing to say: an event without METHOD must have a DTSTART
    /// (section 3.6.1), and an unknown date or a window of many weeks gives none.
    pub(super) fn of(schedule: &'a Schedule) -> Option<Self> {
        match schedule {
            Schedule::Exact(times) if times.is_multi_day() => {
                Some(Self::days(times.start().local().date(), times.last_day()))
            }
            Schedule::Exact(times) => Some(Self::sitting(times)),
            Schedule::Day(days) => Some(Self::days(days.first(), days.last())),
            Schedule::Window(window) if is_short(window) => {
                Some(Self::days(window.earliest(), window.latest()))
            }
            Schedule::Window(_) | Schedule::Unknown => None,
            Schedule::Parts(_) | Schedule::Slots(_) | Schedule::Series(_) => None,
        }
    }

    /// The zones that its values name, with the local year of each.
    pub(super) fn zones(&self) -> impl Iterator<Item = (&'a Zone, i32)> {
        let clocks = match self {
            Self::Days { .. } => [None, None],
            Self::Hours { start, end } => [start.zone(), end.zone()],
        };
        clocks.into_iter().flatten()
    }

    fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self::Days {
            first,
            after: next_day(last),
        }
    }

    fn sitting(times: &'a ExactTimes) -> Self {
        let zone = times.zone();
        let start = times.start();
        let end = match times.end() {
            End::At(end) => Clock::of(zone, end),
            End::On(_) | End::Open => {
                let assumed = times.start_utc() + TimeDelta::hours(1);
                Moment::from_instant(zone, assumed)
                    .map_or(Clock::Utc(assumed), |end| Clock::of(zone, end))
            }
        };
        Self::Hours {
            start: Clock::of(zone, start),
            end,
        }
    }
}

impl<'a> Clock<'a> {
    /// A local time that the clocks show twice means the first of the two in the TZID form
    /// (section 3.3.5), so the second can only be said in UTC.
    fn of(zone: &'a Zone, moment: Moment) -> Self {
        if zone.is_utc() || moment.fold() == Some(Fold::Later) {
            return Self::Utc(zone.instant(moment.local(), moment.fold()));
        }
        Self::Local {
            zone,
            time: moment.local(),
        }
    }

    fn zone(&self) -> Option<(&'a Zone, i32)> {
        match self {
            Self::Local { zone, time } => Some((zone, time.year())),
            Self::Utc(_) => None,
        }
    }
}

fn is_short(window: &DayWindow) -> bool {
    window.days() <= MAX_WINDOW_DAYS
}
