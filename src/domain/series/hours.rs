//! The hours at which a stretch of a series is held, whatever the day.

use crate::domain::problem::Problem;
use crate::domain::times::{End, ExactTimes, Moment, next_day};
use crate::domain::zone::{Fold, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Local hours on the clock of a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Whose clock.
    pub zone: Zone,
    /// The hour at which it begins.
    pub start: NaiveTime,
    /// The hour at which it ends, if it is given; on the day after where it is not after the start.
    pub end: Option<NaiveTime>,
}

impl Hours {
    /// These hours on a day. Where the zone's clocks skip one of them, it is as long after it as they
    /// jump, but a midnight at which it ends is the end of the day; of one that they show twice the
    /// first is meant (RFC 5545, section 3.3.5).
    pub fn on(&self, date: NaiveDate) -> ExactTimes {
        let start = Moment::nearest(&self.zone, date.and_time(self.start));
        let end = self.local_end(date).map_or(End::Open, |local| {
            End::At(Moment::nearest_end(&self.zone, local))
        });
        ExactTimes::new(self.zone.clone(), start, end)
            .unwrap_or_else(|_| ExactTimes::open(self.zone.clone(), start))
    }

    /// Refuses a day on which the clocks skip the start, or an end that is not the midnight after it.
    pub(super) fn check(&self, date: NaiveDate) -> Result<(), Problem> {
        let first = Some(Fold::Earlier);
        Moment::new(&self.zone, date.and_time(self.start), first)?;
        if let Some(end) = self.local_end(date) {
            Moment::ending(&self.zone, end, first)?;
        }
        Ok(())
    }

    fn local_end(&self, date: NaiveDate) -> Option<NaiveDateTime> {
        let end = self.end?;
        let day = match end > self.start {
            true => date,
            false => next_day(date),
        };
        Some(day.and_time(end))
    }
}
