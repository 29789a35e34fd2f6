//! From a time to DTSTART and DTEND: what can be said in iCalendar, and in which form.

use crate::domain::times::next_day;
use crate::domain::{End, ExactTimes, OccurrenceKey, Said, Times, Zone};
use crate::feeds::entry::is_by_days;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// When an event is, in the terms of RFC 5545.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// DATE values: the first day, and the day after the last (section 3.6.1: DTEND is not part
    /// of the event).
    Days { first: NaiveDate, after: NaiveDate },
    /// DATE-TIME values.
    Hours {
        start: DateTimeValue,
        end: DateTimeValue,
    },
}

/// A DATE-TIME in one of the two forms that mean one instant (section 3.3.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateTimeValue {
    /// Local time with TZID.
    Local { zone: Zone, time: NaiveDateTime },
    /// UTC time.
    Utc(DateTime<Utc>),
}

impl Span {
    /// When one of a meeting's times is, said by itself; `None` where iCalendar has nothing to say: an
    /// event without METHOD must have a DTSTART (section 3.6.1), and an unknown date or a window of
    /// many weeks gives none.
    pub(super) fn of_one(key: OccurrenceKey, said: &Said, times: &Times) -> Option<Self> {
        match times {
            Times::Exact(times) if is_by_days(key, said, times) => {
                Some(Self::days(times.start().local().date(), times.last_day()))
            }
            Times::Exact(times) => Some(Self::in_utc(times)),
            Times::Day(days) => Some(Self::days(days.first(), days.last())),
            Times::Window(window) if window.is_short() => {
                Some(Self::days(window.earliest(), window.latest()))
            }
            Times::Window(_) | Times::Unknown => None,
        }
    }

    /// From the hour of the start to that of the end, in UTC: that needs no zone, of which programs may
    /// have none or old data, and there is no hour that comes twice.
    pub(super) fn in_utc(times: &ExactTimes) -> Self {
        let (start, end) = extent(times);
        Self::Hours {
            start: DateTimeValue::Utc(start),
            end: DateTimeValue::Utc(end),
        }
    }

    /// The same as the clocks of its zone show it, for what a rule repeats there.
    pub(super) fn on_the_clock(times: &ExactTimes) -> Self {
        let zone = times.zone();
        let (start, end) = extent(times);
        let shown = |at| DateTimeValue::showing(zone, zone.local(at).naive_local());
        Self::Hours {
            start: shown(start),
            end: shown(end),
        }
    }

    /// The zones that its values name, with the local year of each.
    pub(super) fn zones(&self) -> impl Iterator<Item = (&Zone, i32)> {
        let clocks = match self {
            Self::Days { .. } => [None, None],
            Self::Hours { start, end } => [Some(start), Some(end)],
        };
        clocks.into_iter().flatten().filter_map(DateTimeValue::zone)
    }

    fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self::Days {
            first,
            after: next_day(last),
        }
    }
}

impl DateTimeValue {
    /// The time on a clock as a rule gives it: programs know an occurrence by what the clock shows
    /// (RFC 5545, section 3.8.4.4).
    pub(super) fn showing(zone: &Zone, time: NaiveDateTime) -> Self {
        match zone.is_utc() {
            true => Self::Utc(time.and_utc()),
            false => Self::Local {
                zone: zone.clone(),
                time,
            },
        }
    }

    /// The zone that it names, with the local year.
    pub(super) fn zone(&self) -> Option<(&Zone, i32)> {
        match self {
            Self::Local { zone, time } => Some((zone, time.year())),
            Self::Utc(_) => None,
        }
    }
}

/// An end that is not given is an hour after the start, or at the end of the last of several days.
fn extent(times: &ExactTimes) -> (DateTime<Utc>, DateTime<Utc>) {
    let (start, end) = times.extent();
    match times.end() {
        End::On(_) if !times.is_multi_day() => (start, start + TimeDelta::hours(1)),
        End::On(_) | End::At(_) | End::Open => (start, end),
    }
}
