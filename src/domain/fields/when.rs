//! Page 2: when, and how sure that is.

use super::reading::{read_date, read_month, read_time, read_year};
use super::{Context, Errors, is_blank};
use crate::domain::meeting::Status;
use crate::domain::problem::Problem;
use crate::domain::schedule::{
    DaySpan, DayWindow, End, ExactTimes, Moment, Schedule, last_of_month,
};
use crate::domain::text::Note;
use crate::domain::zone::{Fold, Zone};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Page 2 as typed. A window keeps its earliest day in `start_*` and its latest in `end_*`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhenFields {
    /// `exact`, `day`, `window` or `unknown`.
    pub precision: String,
    pub zone: String,
    pub start_day: String,
    pub start_month: String,
    pub start_year: String,
    pub start_time: String,
    /// `earlier` or `later`, once it was asked.
    pub start_fold: String,
    pub end_day: String,
    pub end_month: String,
    pub end_year: String,
    pub end_time: String,
    pub end_fold: String,
    pub status: String,
    pub status_note: String,
    pub past_reason: String,
}

/// One date in its three boxes.
#[derive(Debug, Clone, Copy)]
pub struct DateFields<'a> {
    pub day: &'a str,
    pub month: &'a str,
    pub year: &'a str,
}

impl DateFields<'_> {
    fn is_blank(&self) -> bool {
        is_blank(self.day) && is_blank(self.month) && is_blank(self.year)
    }

    fn read(&self) -> Result<NaiveDate, Problem> {
        read_date(self.day, self.month, self.year)
    }

    /// The first and last day of what was typed: a day, a month or a year.
    fn read_period(&self) -> Result<(NaiveDate, NaiveDate), Problem> {
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

pub(super) struct When {
    pub schedule: Schedule,
    pub status: Status,
    pub status_note: Option<Note>,
    pub past_reason: Option<Note>,
}

impl WhenFields {
    /// The start date, or a window's earliest.
    pub fn start(&self) -> DateFields<'_> {
        DateFields {
            day: &self.start_day,
            month: &self.start_month,
            year: &self.start_year,
        }
    }

    /// The end date, or a window's latest.
    pub fn end(&self) -> DateFields<'_> {
        DateFields {
            day: &self.end_day,
            month: &self.end_month,
            year: &self.end_year,
        }
    }

    /// The schedule alone, if it is valid: what the form echoes while it is filled in.
    pub fn schedule(&self) -> Option<Schedule> {
        self.parse_schedule(&mut Errors::default())
    }

    pub(super) fn parse(&self, context: &Context<'_>, errors: &mut Errors) -> Option<When> {
        let schedule = self.parse_schedule(errors);
        let status = errors.take("status", self.status());
        let status_note = errors.take("status_note", Note::optional(&self.status_note));
        let past_reason = errors.take("past_reason", Note::optional(&self.past_reason));
        let (schedule, past_reason) = (schedule?, past_reason?);
        if schedule.is_over(context.now) && past_reason.is_none() && !context.is_edit {
            errors.add("past_reason", Problem::PastNeedsReason);
            return None;
        }
        Some(When {
            schedule,
            status: status?,
            status_note: status_note?,
            past_reason,
        })
    }

    fn status(&self) -> Result<Status, Problem> {
        match self.status.as_str() {
            "" => Ok(Status::Confirmed),
            name => Status::from_name(name).ok_or(Problem::UnknownChoice),
        }
    }

    fn parse_schedule(&self, errors: &mut Errors) -> Option<Schedule> {
        match self.precision.as_str() {
            "exact" => self.exact(errors).map(Schedule::Exact),
            "day" => self.days(errors).map(Schedule::Day),
            "window" => self.window(errors).map(Schedule::Window),
            "unknown" => Some(Schedule::Unknown),
            "" => {
                errors.add("precision", Problem::Missing);
                None
            }
            _ => {
                errors.add("precision", Problem::UnknownChoice);
                None
            }
        }
    }

    fn exact(&self, errors: &mut Errors) -> Option<ExactTimes> {
        let zone = errors.take("zone", Zone::typed(&self.zone));
        let date = errors.take("start_date", self.start().read());
        let time = errors.take("start_time", read_time(&self.start_time));
        let (zone, date) = (zone?, date?);
        let fold = read_fold(&self.start_fold);
        let start = Moment::new(&zone, date.and_time(time?), fold);
        let start = match start {
            Err(problem @ Problem::DateOutOfRange) => errors.take("start_date", Err(problem)),
            other => errors.take("start_time", other),
        };
        let end = self.exact_end(&zone, date, errors);
        let (start, end) = (start?, end?);
        let field = if self.end().is_blank() {
            "end_time"
        } else {
            "end_date"
        };
        errors.take(field, ExactTimes::new(zone, start, end))
    }

    /// An end time without a date is on the start's day.
    fn exact_end(&self, zone: &Zone, start: NaiveDate, errors: &mut Errors) -> Option<End> {
        let date = match self.end() {
            end if end.is_blank() => None,
            end => Some(errors.take("end_date", end.read())?),
        };
        if is_blank(&self.end_time) {
            return Some(date.map_or(End::Open, End::On));
        }
        let time = errors.take("end_time", read_time(&self.end_time))?;
        let local = date.unwrap_or(start).and_time(time);
        let end = Moment::new(zone, local, read_fold(&self.end_fold));
        errors.take("end_time", end).map(End::At)
    }

    fn days(&self, errors: &mut Errors) -> Option<DaySpan> {
        let zone = self.optional_zone(errors);
        let first = errors.take("start_date", self.start().read());
        let last = match self.end() {
            end if end.is_blank() => first,
            end => errors.take("end_date", end.read()),
        };
        let (zone, first, last) = (zone?, first?, last?);
        match DaySpan::new(first, last, zone) {
            Err(problem @ Problem::DateOutOfRange) => errors.take("start_date", Err(problem)),
            other => errors.take("end_date", other),
        }
    }

    fn window(&self, errors: &mut Errors) -> Option<DayWindow> {
        let zone = self.optional_zone(errors);
        let earliest = errors.take("start_date", self.start().read_period());
        let latest = match self.end() {
            end if end.is_blank() => earliest,
            end => errors.take("end_date", end.read_period()),
        };
        let (zone, (earliest, _), (_, latest)) = (zone?, earliest?, latest?);
        match DayWindow::new(earliest, latest, zone) {
            Err(problem @ Problem::DateOutOfRange) => errors.take("start_date", Err(problem)),
            other => errors.take("end_date", other),
        }
    }

    /// Outer `None`: a problem. Inner `None`: no zone given, which whole days may leave open.
    fn optional_zone(&self, errors: &mut Errors) -> Option<Option<Zone>> {
        match Zone::typed(&self.zone) {
            Err(Problem::Missing) => Some(None),
            other => errors.take("zone", other).map(Some),
        }
    }
}

fn read_fold(typed: &str) -> Option<Fold> {
    match typed {
        "earlier" => Some(Fold::Earlier),
        "later" => Some(Fold::Later),
        _ => None,
    }
}
