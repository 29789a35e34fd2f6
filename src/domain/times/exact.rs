//! Times to the minute: a start, and an end as far as it is known.

use super::{check_date, check_length, next_day};
use crate::domain::problem::Problem;
use crate::domain::zone::{Fold, Resolved, Zone};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// A start to the minute, and an end as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactTimes {
    zone: Zone,
    start: Moment,
    end: End,
}

/// A local time that exists in its zone, or the midnight that ends a day where the clocks skip it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    local: NaiveDateTime,
    fold: Option<Fold>,
}

/// What is known of the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// To the minute.
    At(Moment),
    /// The last day, without an hour.
    On(NaiveDate),
    /// Not given.
    Open,
}

impl Moment {
    /// A local time in a zone. One that the clocks skip is refused; one that they show twice
    /// needs `fold`.
    pub fn new(zone: &Zone, local: NaiveDateTime, fold: Option<Fold>) -> Result<Self, Problem> {
        check_date(local.date())?;
        match (zone.resolve(local), fold) {
            (Resolved::Once(_), _) => Ok(Self { local, fold: None }),
            (Resolved::Twice { .. }, Some(fold)) => Ok(Self {
                local,
                fold: Some(fold),
            }),
            (Resolved::Twice { earlier, later }, None) => Err(Problem::InFold { earlier, later }),
            (Resolved::Never { before, after }, _) => Err(Problem::InGap { before, after }),
        }
    }

    /// A local time at which something ends: as [`Self::new`], but a midnight that the clocks skip is
    /// taken, as the end of the day before it.
    pub fn ending(zone: &Zone, local: NaiveDateTime, fold: Option<Fold>) -> Result<Self, Problem> {
        match Self::new(zone, local, fold) {
            Err(Problem::InGap { .. }) if local.time() == NaiveTime::MIN => {
                Ok(Self { local, fold: None })
            }
            other => other,
        }
    }

    /// The local time at which something is meant to end where nobody can be asked.
    pub(in crate::domain) fn nearest_end(zone: &Zone, local: NaiveDateTime) -> Self {
        let end = Self::ending(zone, local, Some(Fold::Earlier));
        end.unwrap_or_else(|_| Self::nearest(zone, local))
    }

    /// The local time that is meant where nobody can be asked: the first of two, and after a gap the
    /// time that is as far from it (RFC 5545, section 3.3.5).
    pub(in crate::domain) fn nearest(zone: &Zone, local: NaiveDateTime) -> Self {
        match zone.resolve(local) {
            Resolved::Once(_) => Self { local, fold: None },
            Resolved::Twice { .. } => Self {
                local,
                fold: Some(Fold::Earlier),
            },
            Resolved::Never { after, .. } => Self {
                local: after,
                fold: None,
            },
        }
    }

    /// A local time as it was said once: another zone database may have moved the gap or the double
    /// hour that it was checked against.
    pub fn restored(local: NaiveDateTime, fold: Option<Fold>) -> Self {
        Self { local, fold }
    }

    /// The local time of an instant; never ambiguous.
    pub fn from_instant(zone: &Zone, at: DateTime<Utc>) -> Result<Self, Problem> {
        let local = zone.local(at);
        check_date(local.date_naive())?;
        let fold = match zone.resolve(local.naive_local()) {
            Resolved::Twice { later, .. } if later == *local.offset() => Some(Fold::Later),
            Resolved::Twice { .. } => Some(Fold::Earlier),
            _ => None,
        };
        Ok(Self {
            local: local.naive_local(),
            fold,
        })
    }

    /// The local time.
    pub fn local(&self) -> NaiveDateTime {
        self.local
    }

    /// Which half of a fold, where there is one.
    pub fn fold(&self) -> Option<Fold> {
        self.fold
    }
}

impl ExactTimes {
    /// Refuses an end that is not after the start, and more than [`super::MAX_DAYS`].
    pub fn new(zone: Zone, start: Moment, end: End) -> Result<Self, Problem> {
        let times = Self { zone, start, end };
        match end {
            End::At(_) if times.end_utc() <= Some(times.start_utc()) => {
                return Err(Problem::EndNotAfterStart);
            }
            End::On(day) if day < start.local.date() => return Err(Problem::EndNotAfterStart),
            _ => {}
        }
        check_length(start.local.date(), times.last_day())?;
        Ok(times)
    }

    /// Times as they were said once; nothing is checked again, see [`Moment::restored`].
    pub fn restored(zone: Zone, start: Moment, end: End) -> Self {
        Self { zone, start, end }
    }

    /// A start alone.
    pub(in crate::domain) fn open(zone: Zone, start: Moment) -> Self {
        Self {
            zone,
            start,
            end: End::Open,
        }
    }

    /// Whose clock.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The start on that clock.
    pub fn start(&self) -> Moment {
        self.start
    }

    /// The end on that clock, as far as it is known.
    pub fn end(&self) -> End {
        self.end
    }

    /// The start as an instant.
    pub fn start_utc(&self) -> DateTime<Utc> {
        self.zone.instant(self.start.local, self.start.fold)
    }

    /// The end as an instant, if it is known to the minute.
    pub fn end_utc(&self) -> Option<DateTime<Utc>> {
        match self.end {
            End::At(end) => Some(self.zone.instant(end.local, end.fold)),
            End::On(_) | End::Open => None,
        }
    }

    /// The last local day. An end at midnight is that of the day before.
    pub fn last_day(&self) -> NaiveDate {
        match self.end {
            End::At(end) => last_day(self.start.local, end.local),
            End::On(day) => day,
            End::Open => self.start.local.date(),
        }
    }

    /// The first and the last local day.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.start.local.date(), self.last_day())
    }

    /// From the start to the end; without an hour, to the end of the last day; an open end is taken
    /// for an hour.
    pub fn extent(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let start = self.start_utc();
        let end = match self.end {
            End::At(end) => self.zone.instant(end.local, end.fold),
            End::On(day) => self.zone.start_of_day(next_day(day)),
            End::Open => start + TimeDelta::hours(1),
        };
        (start, end)
    }

    /// Whether it goes on for several days, rather than past one midnight.
    pub fn is_multi_day(&self) -> bool {
        let first = self.start.local.date();
        match self.end {
            End::At(_) => {
                self.last_day() > first
                    && self
                        .end_utc()
                        .is_some_and(|end| end - self.start_utc() >= TimeDelta::hours(18))
            }
            End::On(day) => day > first,
            End::Open => false,
        }
    }
}

/// The last day on which something is held that ends at a local time: midnight is the end of a day
/// rather than the beginning of the next one.
pub fn last_day(start: NaiveDateTime, end: NaiveDateTime) -> NaiveDate {
    match end.time() == NaiveTime::MIN && end > start {
        true => end.date() - Days::new(1),
        false => end.date(),
    }
}
