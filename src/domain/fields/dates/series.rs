//! The rule of a series, or its dates one by one.

use super::DatesFields;
use super::names;
use crate::domain::fields::FieldName;
use crate::domain::fields::reading::{read_number, read_written_date};
use crate::domain::fields::{Errors, is_blank};
use crate::domain::problem::Problem;
use crate::domain::series::{Dates, Ends, MAX_EVERY, MAX_OCCURRENCES, Recurrence, Rule, Step};
use crate::domain::text::one_line;
use chrono::{Datelike, NaiveDate};

/// Of a line that is no date, what its message repeats.
const SHOWN: usize = 40;

impl DatesFields {
    /// The days of a series that begins on `first`; at least `least` of them.
    pub(in crate::domain::fields) fn recurrence(
        &self,
        first: NaiveDate,
        least: usize,
        errors: &mut Errors,
    ) -> Option<Recurrence> {
        let (field, recurrence) = match self.step.as_str() {
            "" => return errors.take(names::step, Err(Problem::Missing)),
            "dates" => (names::dates, Recurrence::Dates(self.listed(first, errors)?)),
            name => {
                let step = Step::from_name(name).ok_or(Problem::UnknownChoice);
                let step = errors.take(names::step, step);
                let (field, rule) = self.rule(first, step, least, errors)?;
                (field, Recurrence::Rule(rule))
            }
        };
        let enough = match recurrence.dates().len() < least {
            true => Err(Problem::TooFew { least }),
            false => Ok(()),
        };
        errors.take(field, enough)?;
        Some(recurrence)
    }

    /// Outer `None`: a problem. Inner `None`: every date is certain.
    pub(in crate::domain::fields) fn confirm_from(
        &self,
        errors: &mut Errors,
    ) -> Option<Option<NaiveDate>> {
        if self.confirm().is_blank() {
            return Some(None);
        }
        let day = self
            .confirm()
            .read()
            .and_then(|day| match (1990..=2100).contains(&day.year()) {
                true => Ok(day),
                false => Err(Problem::DateOutOfRange),
            });
        errors.take(names::confirm_date, day).map(Some)
    }

    /// The rule, and the name of the field that says where it ends.
    fn rule(
        &self,
        first: NaiveDate,
        step: Option<Step>,
        least: usize,
        errors: &mut Errors,
    ) -> Option<(FieldName, Rule)> {
        let every = match is_blank(&self.every) {
            true => Some(1),
            false => {
                let every = whole_number(&self.every, 1, MAX_EVERY.into());
                errors.take(names::every, every)
            }
        };
        let (field, ends) = self.ends(least, errors)?;
        let every = u8::try_from(every?).unwrap_or(MAX_EVERY);
        match Rule::new(first, step?, every, ends) {
            Err(problem @ Problem::NotTheLastWeekday) => errors.take(names::step, Err(problem)),
            other => errors.take(field, other).map(|rule| (field, rule)),
        }
    }

    /// Who filled in one of the two need not choose it as well.
    fn ends(&self, least: usize, errors: &mut Errors) -> Option<(FieldName, Ends)> {
        let has_count = !is_blank(&self.count);
        let has_until = !self.until().is_blank();
        match (self.ends.as_str(), has_count, has_until) {
            ("count", ..) | ("", true, false) => {
                let (least, most) = (least as u32, MAX_OCCURRENCES as u32);
                let count = errors.take(names::count, whole_number(&self.count, least, most))?;
                Some((names::count, Ends::Count(u16::try_from(count).ok()?)))
            }
            ("until", ..) | ("", false, true) => {
                let last = errors.take(names::until_date, self.until().read())?;
                Some((names::until_date, Ends::Until(last)))
            }
            ("", ..) => errors.take(names::ends, Err(Problem::Missing)),
            _ => errors.take(names::ends, Err(Problem::UnknownChoice)),
        }
    }

    /// The listed days and the first.
    fn listed(&self, first: NaiveDate, errors: &mut Errors) -> Option<Dates> {
        let lines: Vec<&str> = self.dates.lines().filter(|line| !is_blank(line)).collect();
        // Before they are read, as each that is no date is a message.
        if lines.len() > MAX_OCCURRENCES {
            let limit = MAX_OCCURRENCES;
            return errors.take(names::dates, Err(Problem::TooMany { limit }));
        }
        let read: Vec<Option<NaiveDate>> = lines
            .iter()
            .map(|line| errors.take(names::dates, read_line(line)))
            .collect();
        let mut dates = read.into_iter().collect::<Option<Vec<_>>>()?;
        dates.push(first);
        errors.take(names::dates, Dates::new(dates))
    }
}

fn read_line(line: &str) -> Result<NaiveDate, Problem> {
    read_written_date(line).map_err(|_| Problem::UnreadableDate {
        text: one_line(line).chars().take(SHOWN).collect(),
    })
}

fn whole_number(typed: &str, least: u32, most: u32) -> Result<u32, Problem> {
    if is_blank(typed) {
        return Err(Problem::Missing);
    }
    read_number(typed)
        .filter(|number| (least..=most).contains(number))
        .ok_or(Problem::NotANumber { least, most })
}
