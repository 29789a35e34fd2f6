//! The parts of a meeting, or the slots to choose from, besides the one of page "when".

use super::names;
use super::{DatesFields, Hours, Names, cell};
use crate::domain::fields::DateFields;
use crate::domain::fields::reading::{read_end_time, read_time};
use crate::domain::fields::when::read_fold;
use crate::domain::fields::{Errors, is_blank};
use crate::domain::problem::Problem;
use crate::domain::times::ExactTimes;
use crate::domain::timing::Sittings;
use crate::domain::zone::Zone;

const NAMES: Names = Names {
    date: names::also_date,
    start: names::also_start_time,
    end: names::also_end_time,
};

/// One more part or slot, as typed.
#[derive(Debug, Clone, Default)]
pub struct AlsoRow {
    pub day: String,
    pub month: String,
    pub year: String,
    pub start_time: String,
    pub end_time: String,
    pub zone: String,
    pub fold: String,
}

impl DatesFields {
    /// The rows of parts or slots; what a browser left out is empty.
    pub fn also_rows(&self) -> Vec<AlsoRow> {
        let columns = [
            &self.also_day,
            &self.also_month,
            &self.also_year,
            &self.also_start_time,
            &self.also_end_time,
            &self.also_zone,
        ];
        let rows = columns.iter().map(|column| column.len()).max().unwrap_or(0);
        (0..rows)
            .map(|row| AlsoRow {
                day: cell(&self.also_day, row),
                month: cell(&self.also_month, row),
                year: cell(&self.also_year, row),
                start_time: cell(&self.also_start_time, row),
                end_time: cell(&self.also_end_time, row),
                zone: cell(&self.also_zone, row),
                fold: cell(&self.also_fold, row),
            })
            .collect()
    }

    /// All sittings, of which the first one typed stands on page "when".
    pub(in crate::domain::fields) fn sittings(
        &self,
        first: &ExactTimes,
        errors: &mut Errors,
    ) -> Option<Sittings> {
        let rows = self.also_rows();
        errors.limit_rows(names::also_start_time, rows.len());
        let mut all = vec![first.clone()];
        let mut whole = true;
        for (number, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
            let Some(times) = row.parse(first, number, errors) else {
                whole = false;
                continue;
            };
            all.push(times);
            // Asked row by row, so that it is known which one does not fit.
            if let Err(problem) = Sittings::new(all.clone()) {
                let field = match problem {
                    Problem::TooManyDays { .. } => names::also_date,
                    _ => names::also_start_time,
                };
                errors.take_row::<()>(field, number, Err(problem));
                all.pop();
                whole = false;
            }
        }
        if !whole {
            return None;
        }
        errors.take_row(names::also_start_time, 0, Sittings::new(all))
    }
}

impl AlsoRow {
    /// The date in its three boxes.
    pub fn date(&self) -> DateFields<'_> {
        DateFields {
            day: &self.day,
            month: &self.month,
            year: &self.year,
        }
    }

    fn is_blank(&self) -> bool {
        self.date().is_blank()
            && [&self.start_time, &self.end_time, &self.zone]
                .into_iter()
                .all(|cell| is_blank(cell))
    }

    /// What is left empty is as with the first.
    fn parse(&self, first: &ExactTimes, row: usize, errors: &mut Errors) -> Option<ExactTimes> {
        let date = match self.date() {
            date if date.is_blank() => Some(first.start().local().date()),
            date => errors.take_row(names::also_date, row, date.read()),
        };
        let zone = match is_blank(&self.zone) {
            true => Some(first.zone().clone()),
            false => errors.take_row(names::also_zone, row, Zone::typed(&self.zone)),
        };
        let start = errors.take_row(names::also_start_time, row, read_time(&self.start_time));
        let end = match is_blank(&self.end_time) {
            true => Some(None),
            false => errors
                .take_row(names::also_end_time, row, read_end_time(&self.end_time))
                .map(|(time, _)| Some(time)),
        };
        let hours = Hours {
            date: date?,
            start: start?,
            end: end?,
            fold: read_fold(&self.fold),
            names: &NAMES,
            row,
        };
        hours.read(&zone?, errors)
    }
}
