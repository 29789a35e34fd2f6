//! The list of all dates of a series: which of them are left out, and which are at another time.

use super::{Hours, Names, cell};

use crate::domain::fields::reading::{read_end_time, read_time, read_written_date};
use crate::domain::fields::{Errors, is_blank};
use crate::domain::fields::{FieldName, page_fields};
use crate::domain::problem::Problem;
use crate::domain::series::{Run, Series};
use crate::domain::times::ExactTimes;
use crate::domain::zone::Fold;
use chrono::{NaiveDate, NaiveTime};

const NAMES: Names = Names {
    date: names::moved_date,
    start: names::moved_start_time,
    end: names::moved_end_time,
};

page_fields! {
    /// The list as typed. Dates are named by the day of the rule, `2018-04-10`; what stands here of a
    /// day that the rule does not give any more counts for nothing.
    pub struct OccurrenceFields {
        /// The days that are left out.
        pub skip: Vec<String>,
        /// The day that a row is about.
        pub moved_from: Vec<String>,
        pub moved_date: Vec<String>,
        pub moved_start_time: Vec<String>,
        pub moved_end_time: Vec<String>,
    }
    together { }
}

/// Another time for one date, as typed; what is empty is as usual.
#[derive(Debug, Clone, Default)]
pub struct MovedRow {
    pub date: String,
    pub start_time: String,
    pub end_time: String,
}

impl OccurrenceFields {
    /// Whether a day is left out.
    pub fn skips(&self, date: NaiveDate) -> bool {
        self.skip.iter().any(|day| is_day(day, date))
    }

    /// What was typed for a day; empty if nothing was.
    pub fn moved(&self, date: NaiveDate) -> MovedRow {
        self.moved_from
            .iter()
            .position(|day| is_day(day, date))
            .map(|row| MovedRow {
                date: cell(&self.moved_date, row),
                start_time: cell(&self.moved_start_time, row),
                end_time: cell(&self.moved_end_time, row),
            })
            .unwrap_or_default()
    }

    /// Every field that repeats.
    pub(in crate::domain::fields) fn columns(&mut self) -> [&mut Vec<String>; 5] {
        [
            &mut self.skip,
            &mut self.moved_from,
            &mut self.moved_date,
            &mut self.moved_start_time,
            &mut self.moved_end_time,
        ]
    }

    /// The series with its days left out and moved. A problem belongs to the row of its date, counted
    /// through the whole list; the other rows are applied nevertheless.
    pub(in crate::domain::fields) fn apply(&self, series: Series, errors: &mut Errors) -> Series {
        let days: Vec<NaiveDate> = series.days().collect();
        let mut series = series;
        for (row, date) in days
            .iter()
            .enumerate()
            .filter(|(_, day)| !self.skips(**day))
        {
            let moved = self.moved(*date);
            if moved.is_blank() {
                continue;
            }
            let Some(run) = series.run_of(*date) else {
                continue;
            };
            if let Some(times) = moved.read(run, *date, row, errors) {
                let moving = series.clone().moving(*date, times);
                series = errors
                    .take_row(names::moved_date, row, moving)
                    .unwrap_or(series);
            }
        }
        for date in days.into_iter().filter(|day| self.skips(*day)) {
            let skipping = series.clone().skipping(date);
            series = errors.take(names::skip, skipping).unwrap_or(series);
        }
        series
    }
}

impl MovedRow {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.date, &self.start_time, &self.end_time]
            .into_iter()
            .all(|cell| is_blank(cell))
    }

    /// Without an end of its own, it lasts as long as usual.
    fn read(
        &self,
        run: &Run,
        date: NaiveDate,
        row: usize,
        errors: &mut Errors,
    ) -> Option<ExactTimes> {
        let day = match is_blank(&self.date) {
            true => Some(date),
            false => errors.take_row(names::moved_date, row, read_written_date(&self.date)),
        };
        let start = read_time(&self.start_time);
        let start = optional_time(names::moved_start_time, start, row, errors);
        let end = read_end_time(&self.end_time).map(|(time, _)| time);
        let end = optional_time(names::moved_end_time, end, row, errors);
        let start = start?.unwrap_or(run.start());
        let usual_end = run.end().map(|end| start + (end - run.start()));
        let hours = Hours {
            date: day?,
            start,
            end: end?.or(usual_end),
            // As in the run itself: of hours that the clocks show twice the first are meant.
            fold: Some(Fold::Earlier),
            names: &NAMES,
            row,
        };
        hours.read(run.zone(), errors)
    }
}

/// Outer `None`: a problem. Inner `None`: nothing typed.
fn optional_time(
    field: FieldName,
    read: Result<NaiveTime, Problem>,
    row: usize,
    errors: &mut Errors,
) -> Option<Option<NaiveTime>> {
    match read {
        Err(Problem::Missing) => Some(None),
        other => errors.take_row(field, row, other).map(Some),
    }
}

fn is_day(typed: &str, date: NaiveDate) -> bool {
    typed.parse() == Ok(date)
}
