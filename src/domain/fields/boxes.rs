//! A date in three boxes, so that nobody has to guess an order.

use super::is_blank;
use super::reading::{read_date, read_month, read_year};
use crate::domain::problem::Problem;
use crate::domain::times::last_of_month;
use chrono::NaiveDate;

/// One date in its three boxes.
#[derive(Debug, Clone, Copy)]
pub struct DateFields<'a> {
    pub day: &'a str,
    pub month: &'a str,
    pub year: &'a str,
}

impl DateFields<'_> {
    pub(super) fn is_blank(&self) -> bool {
        is_blank(self.day) && is_blank(self.month) && is_blank(self.year)
    }

    pub(super) fn read(&self) -> Result<NaiveDate, Problem> {
        read_date(self.day, self.month, self.year)
    }

    /// The first and last day of what was typed: a day, a month or a year.
    pub(super) fn read_period(&self) -> Result<(NaiveDate, NaiveDate), Problem> {
        if !is_blank(self.day) || self.is_blank() {
            return self.read().map(|day| (day, day));
        }
        let year = read_year(self.year).ok_or(Problem::NotADate)?;
        let (first_month, last_month) = match self.month.trim() {
            "" => (1, 12),
            month => {
                let month = read_month(month).ok_or(Problem::NotADate)?;
                (month, month)
            }
        };
        let first = NaiveDate::from_ymd_opt(year, first_month, 1).ok_or(Problem::NotADate)?;
        Ok((first, last_of_month(year, last_month)))
    }
}
