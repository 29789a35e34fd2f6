//! Page 2: when, and how sure that is.

use super::boxes::DateFields;
use super::held::Held;
use super::page_fields;
use super::reading::{read_end_time, read_time};
use super::{Errors, is_blank};
use crate::domain::problem::Problem;
use crate::domain::said::State;
use crate::domain::status::Status;
use crate::domain::text::Note;
use crate::domain::times::{DaySpan, DayWindow, End, ExactTimes, Moment, Times, next_day};
use crate::domain::zone::{Fold, Zone};
use chrono::{NaiveDate, TimeDelta};

page_fields! {
    /// Page 2 as typed. A window keeps its earliest day in `start_*` and its latest in `end_*`.
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
        /// A name of [`Held`]; nothing is once.
        pub held: String,
        pub status: String,
        pub status_note: String,
        pub past_reason: String,
    }
    together { start_date, end_date }
}

/// What page 2 says.
pub(super) struct WhenPage {
    /// The only time, or the first of several.
    pub times: Times,
    pub held: Held,
    pub state: State,
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

    pub(super) fn parse(&self, errors: &mut Errors) -> Option<WhenPage> {
        let times = self.parse_times(errors);
        let held = errors.take(names::held, self.held());
        let status = errors.take(names::status, self.status());
        let status_note = errors.take(names::status_note, Note::optional(&self.status_note));
        let past_reason = errors.take(names::past_reason, Note::optional(&self.past_reason));
        let (times, held) = (times?, held?);
        Some(WhenPage {
            times: match (times, held.is_plural()) {
                (Times::Exact(times), true) => Times::Exact(one_of_several(times, held, errors)?),
                (times, _) => times,
            },
            held,
            state: State {
                status: status?,
                status_note: status_note?,
                past_reason: past_reason?,
            },
        })
    }

    /// Only hours can be held several times.
    fn held(&self) -> Result<Held, Problem> {
        let held = Held::from_name(&self.held).ok_or(Problem::UnknownChoice)?;
        match self.precision.as_str() {
            "day" | "window" | "unknown" if held.is_plural() => Err(Problem::OneNeedsTimes),
            _ => Ok(held),
        }
    }

    fn status(&self) -> Result<Status, Problem> {
        match self.status.as_str() {
            "" => Ok(Status::Confirmed),
            name => Status::from_name(name).ok_or(Problem::UnknownChoice),
        }
    }

    fn parse_times(&self, errors: &mut Errors) -> Option<Times> {
        match self.precision.as_str() {
            "exact" => self.exact(errors).map(Times::Exact),
            "day" => self.days(errors).map(Times::Day),
            "window" => self.window(errors).map(Times::Window),
            "unknown" => Some(Times::Unknown),
            "" => {
                errors.add(names::precision, Problem::Missing);
                None
            }
            _ => {
                errors.add(names::precision, Problem::UnknownChoice);
                None
            }
        }
    }

    fn exact(&self, errors: &mut Errors) -> Option<ExactTimes> {
        let zone = errors.take(names::zone, Zone::typed(&self.zone));
        let date = errors.take(names::start_date, self.start().read());
        let time = errors.take(names::start_time, read_time(&self.start_time));
        let (zone, date) = (zone?, date?);
        let start = Moment::new(&zone, date.and_time(time?), self.fold(&self.start_fold));
        let start = match start {
            Err(problem @ Problem::DateOutOfRange) => errors.take(names::start_date, Err(problem)),
            other => errors.take(names::start_time, other),
        };
        let end = self.exact_end(&zone, date, errors);
        let (start, end) = (start?, end?);
        let field = if self.end().is_blank() {
            names::end_time
        } else {
            names::end_date
        };
        errors.take(field, ExactTimes::new(zone, start, end))
    }

    /// An end time without a date is on the start's day; `24:00` is the midnight that ends it.
    fn exact_end(&self, zone: &Zone, start: NaiveDate, errors: &mut Errors) -> Option<End> {
        let date = match self.end() {
            end if end.is_blank() => None,
            end => Some(errors.take(names::end_date, end.read())?),
        };
        if is_blank(&self.end_time) {
            return Some(date.map_or(End::Open, End::On));
        }
        let (time, ends_the_day) = errors.take(names::end_time, read_end_time(&self.end_time))?;
        let last = date.unwrap_or(start);
        let day = if ends_the_day { next_day(last) } else { last };
        let local = day.and_time(time);
        let end = Moment::ending(zone, local, self.fold(&self.end_fold));
        errors.take(names::end_time, end).map(End::At)
    }

    /// Of hours that the clocks show twice on one day of a series, the first are meant: nobody is
    /// asked about a single day there.
    fn fold(&self, typed: &str) -> Option<Fold> {
        match self.held == Held::Series.as_str() {
            true => Some(Fold::Earlier),
            false => read_fold(typed),
        }
    }

    fn days(&self, errors: &mut Errors) -> Option<DaySpan> {
        let zone = self.optional_zone(errors);
        let first = errors.take(names::start_date, self.start().read());
        let last = match self.end() {
            end if end.is_blank() => first,
            end => errors.take(names::end_date, end.read()),
        };
        let (zone, first, last) = (zone?, first?, last?);
        match DaySpan::new(first, last, zone) {
            Err(problem @ Problem::DateOutOfRange) => errors.take(names::start_date, Err(problem)),
            other => errors.take(names::end_date, other),
        }
    }

    fn window(&self, errors: &mut Errors) -> Option<DayWindow> {
        let zone = self.optional_zone(errors);
        let earliest = errors.take(names::start_date, self.start().read_period());
        let latest = match self.end() {
            end if end.is_blank() => earliest,
            end => errors.take(names::end_date, end.read_period()),
        };
        let (zone, (earliest, _), (_, latest)) = (zone?, earliest?, latest?);
        match DayWindow::new(earliest, latest, zone) {
            Err(problem @ Problem::DateOutOfRange) => errors.take(names::start_date, Err(problem)),
            other => errors.take(names::end_date, other),
        }
    }

    /// Outer `None`: a problem. Inner `None`: no zone given, which whole days may leave open.
    fn optional_zone(&self, errors: &mut Errors) -> Option<Option<Zone>> {
        match Zone::typed(&self.zone) {
            Err(Problem::Missing) => Some(None),
            other => errors.take(names::zone, other).map(Some),
        }
    }
}

/// One part, slot or date of a series: over on the same day or in the night after it, so that rows
/// without a last day can say the others. A last day without an hour that is the first says nothing.
fn one_of_several(times: ExactTimes, held: Held, errors: &mut Errors) -> Option<ExactTimes> {
    let is_long = match held {
        Held::Series => local_length(&times) >= TimeDelta::days(1),
        _ => times.is_multi_day(),
    };
    match times.end() {
        End::On(day) if day == times.start().local().date() => {
            let (zone, start) = (times.zone().clone(), times.start());
            errors.take(names::end_date, ExactTimes::new(zone, start, End::Open))
        }
        End::On(_) => errors.take(names::end_time, Err(Problem::Missing)),
        _ if is_long => errors.take(names::end_date, Err(Problem::OverADay)),
        _ => Some(times),
    }
}

/// On the clock on the wall, which is what a series repeats.
fn local_length(times: &ExactTimes) -> TimeDelta {
    match times.end() {
        End::At(end) => end.local() - times.start().local(),
        End::On(_) | End::Open => TimeDelta::zero(),
    }
}

pub(super) fn read_fold(typed: &str) -> Option<Fold> {
    match typed {
        "earlier" => Some(Fold::Earlier),
        "later" => Some(Fold::Later),
        _ => None,
    }
}
