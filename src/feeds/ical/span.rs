//! From a time to DTSTART and DTEND: what can be said in iCalendar, and in which form.

use crate::domain::times::{DayWindow, next_day};
use crate::domain::zone::Resolved;
use crate::domain::{End, ExactTimes, Fold, Moment, OccurrenceKey, Times, Zone};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// The longest window, in days, that is shown as a band of whole days. A longer one would cover
/// months of every subscriber's calendar with a line that says next to nothing.
const MAX_WINDOW_DAYS: i64 = 31;

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
    /// When one of a meeting's times is, said by itself; `None` where iCalendar has nothing to say.
    pub(super) fn of_one(key: OccurrenceKey, times: &Times) -> Option<Self> {
        match key {
            OccurrenceKey::Whole => Self::of(times),
            OccurrenceKey::Part { .. } | OccurrenceKey::Slot { .. } => {
                Some(Self::alone(times.exact()?))
            }
            OccurrenceKey::On(_) => Some(Self::pinned(times.exact()?)),
        }
    }

    /// When a meeting is that is held once; `None` where iCalendar has nothing to say: an event without METHOD must have a DTSTART
    /// (section 3.6.1), and an unknown date or a window of many weeks gives none.
    fn of(times: &Times) -> Option<Self> {
        match times {
            Times::Exact(times) if times.is_multi_day() => {
                Some(Self::days(times.start().local().date(), times.last_day()))
            }
            Times::Exact(times) => Some(Self::sitting(times)),
            Times::Day(days) => Some(Self::days(days.first(), days.last())),
            Times::Window(window) if is_short(window) => {
                Some(Self::days(window.earliest(), window.latest()))
            }
            Times::Window(_) | Times::Unknown => None,
        }
    }

    /// From the hour of the start to that of the end, however many days lie between: what repeats
    /// at certain hours has no exceptions of whole days.
    pub(super) fn sitting(times: &ExactTimes) -> Self {
        let zone = times.zone();
        let end = match times.end() {
            End::At(end) => DateTimeValue::of(zone, end),
            End::On(_) | End::Open => DateTimeValue::at(zone, end_utc(times)),
        };
        Self::Hours {
            start: DateTimeValue::of(zone, times.start()),
            end,
        }
    }

    /// A part or a slot.
    fn alone(times: &ExactTimes) -> Self {
        match times.is_multi_day() {
            true => Self::days(times.start().local().date(), times.last_day()),
            false => Self::pinned(times),
        }
    }

    /// From the hour of the start to that of the end, in UTC if the clocks show one of the two twice:
    /// there programs do not agree about which is meant, whatever section 3.3.5 says.
    pub(super) fn pinned(times: &ExactTimes) -> Self {
        let span = Self::sitting(times);
        if span.clocks().all(|clock| clock.instant().is_some()) {
            return span;
        }
        Self::Hours {
            start: DateTimeValue::Utc(times.start_utc()),
            end: DateTimeValue::Utc(end_utc(times)),
        }
    }

    /// How long it lasts if all programs that repeat it agree about that: some go by the clock and
    /// some by the stopwatch, and of hours that the clocks show twice some take the second.
    pub(super) fn undoubted_length(&self) -> Option<TimeDelta> {
        let Self::Hours { start, end } = self else {
            return None;
        };
        let by_the_stopwatch = end.instant()? - start.instant()?;
        let by_the_clock = end.face() - start.face();
        (by_the_clock == by_the_stopwatch).then_some(by_the_clock)
    }

    /// The zones that its values name, with the local year of each.
    pub(super) fn zones(&self) -> impl Iterator<Item = (&Zone, i32)> {
        self.clocks().filter_map(DateTimeValue::zone)
    }

    fn clocks(&self) -> impl Iterator<Item = &DateTimeValue> {
        let clocks = match self {
            Self::Days { .. } => [None, None],
            Self::Hours { start, end } => [Some(start), Some(end)],
        };
        clocks.into_iter().flatten()
    }

    fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self::Days {
            first,
            after: next_day(last),
        }
    }
}

impl DateTimeValue {
    /// The time on a clock as a rule gives it, once or twice or not at all on that day: programs
    /// know an occurrence by what the clock shows (RFC 5545, section 3.8.4.4).
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

    /// A local time that the clocks show twice means the first of the two in the TZID form
    /// (section 3.3.5), so the second can only be said in UTC.
    fn of(zone: &Zone, moment: Moment) -> Self {
        match moment.fold() {
            Some(Fold::Later) => Self::Utc(zone.instant(moment.local(), moment.fold())),
            _ => Self::showing(zone, moment.local()),
        }
    }

    fn at(zone: &Zone, at: DateTime<Utc>) -> Self {
        Moment::from_instant(zone, at).map_or(Self::Utc(at), |moment| Self::of(zone, moment))
    }

    /// The instant that it means, if there is but one.
    fn instant(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Utc(at) => Some(*at),
            Self::Local { zone, time } => match zone.resolve(*time) {
                Resolved::Once(at) => Some(at),
                Resolved::Twice { .. } | Resolved::Never { .. } => None,
            },
        }
    }

    fn face(&self) -> NaiveDateTime {
        match self {
            Self::Utc(at) => at.naive_utc(),
            Self::Local { time, .. } => *time,
        }
    }
}

/// An end that is not given is an hour after the start, or at the end of the last of several days.
fn end_utc(times: &ExactTimes) -> DateTime<Utc> {
    match times.end() {
        End::On(_) if !times.is_multi_day() => times.start_utc() + TimeDelta::hours(1),
        End::On(_) | End::At(_) | End::Open => times.extent().1,
    }
}

fn is_short(window: &DayWindow) -> bool {
    window.days() <= MAX_WINDOW_DAYS
}
