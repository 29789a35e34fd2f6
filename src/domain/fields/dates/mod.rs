//! The pages that follow "when" if a meeting is held several times: its other parts or slots, or the
//! rule of a series; then the single dates of the series that are left out or moved, and the hours of
//! later dates that are others already.

mod fill;
mod later;
mod occurrences;
mod series;
mod sittings;
#[cfg(test)]
mod tests;

pub use later::LaterFields;
pub use occurrences::{MovedRow, OccurrenceFields};
pub use sittings::AlsoRow;

use super::held::Held;
use super::{DateFields, Errors};

use crate::domain::fields::{FieldName, page_fields};
use crate::domain::problem::Problem;
use crate::domain::times::{End, ExactTimes, Moment, next_day};
use crate::domain::zone::{Fold, Zone};
use chrono::{NaiveDate, NaiveTime};

page_fields! {
    /// The page of the dates as typed: rows for parts and slots, the rest for a series.
    pub struct DatesFields {
        pub also_day: Vec<String>,
        pub also_month: Vec<String>,
        pub also_year: Vec<String>,
        pub also_start_time: Vec<String>,
        pub also_end_time: Vec<String>,
        pub also_zone: Vec<String>,
        /// `earlier` or `later`, once it was asked.
        pub also_fold: Vec<String>,
        /// A name of [`crate::domain::series::Step`], or `dates` for those that are listed.
        pub step: String,
        pub every: String,
        /// `count` or `until`.
        pub ends: String,
        pub count: String,
        pub until_day: String,
        pub until_month: String,
        pub until_year: String,
        /// One date a line, besides the first.
        pub dates: String,
        pub confirm_day: String,
        pub confirm_month: String,
        pub confirm_year: String,
    }
    together { also_date, until_date, confirm_date }
}

impl DatesFields {
    /// The last day of a series.
    pub fn until(&self) -> DateFields<'_> {
        DateFields {
            day: &self.until_day,
            month: &self.until_month,
            year: &self.until_year,
        }
    }

    /// The day from which its dates are planned only.
    pub fn confirm(&self) -> DateFields<'_> {
        DateFields {
            day: &self.confirm_day,
            month: &self.confirm_month,
            year: &self.confirm_year,
        }
    }

    /// Says that every date is certain.
    pub fn forget_confirmation(&mut self) {
        self.confirm_day.clear();
        self.confirm_month.clear();
        self.confirm_year.clear();
    }

    /// Whether nothing was typed that is a date or leads to some. What "post the next one" copies is
    /// none of it.
    pub(super) fn is_untouched(&self) -> bool {
        Self {
            step: String::new(),
            every: String::new(),
            ends: String::new(),
            ..self.clone()
        } == Self::default()
    }

    /// Every field that repeats.
    pub(super) fn columns(&mut self) -> [&mut Vec<String>; 7] {
        [
            &mut self.also_day,
            &mut self.also_month,
            &mut self.also_year,
            &mut self.also_start_time,
            &mut self.also_end_time,
            &mut self.also_zone,
            &mut self.also_fold,
        ]
    }
}

/// One row's hours, and the names of the fields that they were typed into.
struct Hours {
    date: NaiveDate,
    start: NaiveTime,
    end: Option<NaiveTime>,
    fold: Option<Fold>,
    names: &'static Names,
    row: usize,
}

struct Names {
    date: FieldName,
    start: FieldName,
    end: FieldName,
}

impl Hours {
    /// An end that is not after the start is on the day after, as nights have no date of their own
    /// here. Where that makes a day of it, it is a slip.
    fn read(&self, zone: &Zone, errors: &mut Errors) -> Option<ExactTimes> {
        let start = Moment::new(zone, self.date.and_time(self.start), self.fold);
        if let Err(problem @ Problem::DateOutOfRange) = start {
            return errors.take_row(self.names.date, self.row, Err(problem));
        }
        let start = errors.take_row(self.names.start, self.row, start);
        let end = match self.end {
            None => Some(End::Open),
            Some(time) => {
                let day = match time > self.start {
                    true => self.date,
                    false => next_day(self.date),
                };
                let end = Moment::ending(zone, day.and_time(time), self.fold);
                errors.take_row(self.names.end, self.row, end).map(End::At)
            }
        };
        let times = ExactTimes::new(zone.clone(), start?, end?);
        let times = times.and_then(|times| match times.is_multi_day() {
            true => Err(Problem::EndNotAfterStart),
            false => Ok(times),
        });
        errors.take_row(self.names.end, self.row, times)
    }
}

fn cell(column: &[String], row: usize) -> String {
    column.get(row).cloned().unwrap_or_default()
}
