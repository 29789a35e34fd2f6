//! The times of an imported meeting: as exact as the file says, and never more exact.
//! Local time and zone are kept as they are written; instants get the zone of the entry.

use super::reader::EntryReader;
use super::report::shortened;
use crate::domain::problem::Problem;
use crate::domain::times::last_of_month;
use crate::domain::times::{DaySpan, DayWindow, End, ExactTimes, Moment, Times};
use crate::domain::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike, Utc};

/// How exactly the file knows the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    Minute,
    Day,
    Month,
    Year,
    Unknown,
}

/// The fields of a schedule as they are written.
struct WrittenTimes {
    precision: Precision,
    zone: Option<Zone>,
    start: WrittenSide,
    end: WrittenSide,
}

/// The start or the end.
struct WrittenSide {
    local_field: &'static str,
    utc_field: &'static str,
    local: Option<String>,
    utc: Option<String>,
}

/// A field, and why the schedule cannot be.
type Wrong = (&'static str, String);

/// Reads the schedule of an entry.
pub(super) fn times(reader: &mut EntryReader) -> Option<Times> {
    let written = WrittenTimes::take(reader)?;
    match written.times() {
        Ok(schedule) => {
            written.remark_on_unused(reader);
            Some(schedule)
        }
        Err((field, reason)) => {
            reader.refuse(field, reason);
            None
        }
    }
}

impl Precision {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "minute" => Self::Minute,
            "day" => Self::Day,
            "month" => Self::Month,
            "year" => Self::Year,
            "unknown" => Self::Unknown,
            _ => return None,
        })
    }
}

impl WrittenTimes {
    /// `None` if one of the fields could not even be read, so that nothing is said twice.
    fn take(reader: &mut EntryReader) -> Option<Self> {
        let refused = reader.refused();
        let precision = reader.choice("date_precision", Precision::from_name);
        let all_day = reader.flag("all_day");
        let zone = reader.optional("tz", Zone::named);
        let start = WrittenSide::take(reader, "start_local", "start_utc");
        let end = WrittenSide::take(reader, "end_local", "end_utc");
        if reader.refused() > refused {
            return None;
        }
        let precision = precision?;
        if all_day.is_some_and(|all_day| all_day == (precision == Precision::Minute)) {
            reader.remark("all_day", "contradicts date_precision, which was believed");
        }
        Some(Self {
            precision,
            zone,
            start,
            end,
        })
    }

    fn times(&self) -> Result<Times, Wrong> {
        match self.precision {
            Precision::Minute => self.exact().map(Times::Exact),
            Precision::Day => self.days().map(Times::Day),
            Precision::Month => self.window(month).map(Times::Window),
            Precision::Year => self.window(year).map(Times::Window),
            Precision::Unknown => Ok(Times::Unknown),
        }
    }

    fn exact(&self) -> Result<ExactTimes, Wrong> {
        let zone = self.clock()?;
        let start = self
            .start
            .moment(&zone)?
            .ok_or_else(|| wrong("start_local", Problem::Missing))?;
        let end = self.end.end(&zone)?;
        ExactTimes::new(zone, start, end).map_err(|problem| wrong(self.end.given_field(), problem))
    }

    /// Instants alone are told in UTC; a local time without its zone is not a time.
    fn clock(&self) -> Result<Zone, Wrong> {
        let has_local_time = self.start.local.is_some() || self.end.has_local_time();
        match &self.zone {
            Some(zone) => Ok(zone.clone()),
            None if has_local_time => Err(wrong("tz", Problem::Missing)),
            None => Ok(Zone::utc()),
        }
    }

    fn days(&self) -> Result<DaySpan, Wrong> {
        let first = self.start.required_date()?;
        check_date(self.start.local_field, first)?;
        let last = match &self.end.local {
            Some(text) => date(self.end.local_field, text)?,
            None => first,
        };
        DaySpan::new(first, last, self.zone.clone())
            .map_err(|problem| wrong(self.end.given_field(), problem))
    }

    fn window(
        &self,
        period: impl Fn(&str) -> Option<(NaiveDate, NaiveDate)>,
    ) -> Result<DayWindow, Wrong> {
        let read = |side: &WrittenSide, text: &str| {
            period(text).ok_or_else(|| wrong(side.local_field, Problem::NotADate))
        };
        let (earliest, first_end) = read(&self.start, self.start.required_local()?)?;
        check_date(self.start.local_field, earliest)?;
        let latest = match &self.end.local {
            Some(text) => read(&self.end, text)?.1,
            None => first_end,
        };
        DayWindow::new(earliest, latest, self.zone.clone())
            .map_err(|problem| wrong(self.end.given_field(), problem))
    }

    fn remark_on_unused(&self, reader: &mut EntryReader) {
        if self.precision == Precision::Unknown && self.zone.is_some() {
            reader.remark("tz", "was left out: the date is unknown");
        }
        for side in [&self.start, &self.end] {
            let unused_instant = self.precision != Precision::Minute && side.utc.is_some();
            let unused_date = self.precision == Precision::Unknown && side.local.is_some();
            for (field, unused) in [
                (side.utc_field, unused_instant),
                (side.local_field, unused_date),
            ] {
                if unused {
                    reader.remark(field, "is more exact than date_precision; it was left out");
                }
            }
        }
    }
}

impl WrittenSide {
    fn take(reader: &mut EntryReader, local_field: &'static str, utc_field: &'static str) -> Self {
        let mut trimmed = |field| reader.text(field).map(|text| text.trim().to_owned());
        Self {
            local_field,
            utc_field,
            local: trimmed(local_field),
            utc: trimmed(utc_field),
        }
    }

    /// The field that a problem of this side belongs to.
    fn given_field(&self) -> &'static str {
        match (&self.local, &self.utc) {
            (None, Some(_)) => self.utc_field,
            _ => self.local_field,
        }
    }

    fn required_local(&self) -> Result<&str, Wrong> {
        self.local
            .as_deref()
            .ok_or_else(|| wrong(self.local_field, Problem::Missing))
    }

    fn required_date(&self) -> Result<NaiveDate, Wrong> {
        date(self.local_field, self.required_local()?)
    }

    fn has_local_time(&self) -> bool {
        self.local.as_deref().is_some_and(|text| !is_date(text))
    }

    /// An instant beside a local time must be the same; it then also settles a time that the
    /// clocks show twice.
    fn moment(&self, zone: &Zone) -> Result<Option<Moment>, Wrong> {
        let from_instant = |text: &str| {
            Moment::from_instant(zone, instant(self.utc_field, text)?)
                .map_err(|problem| wrong(self.utc_field, problem))
        };
        match (&self.local, &self.utc) {
            (None, None) => Ok(None),
            (None, Some(utc)) => from_instant(utc).map(Some),
            (Some(local), None) => Moment::new(zone, local_time(self.local_field, local)?, None)
                .map(Some)
                .map_err(|problem| wrong(self.local_field, problem)),
            (Some(local), Some(utc)) => {
                let moment = from_instant(utc)?;
                if moment.local() == local_time(self.local_field, local)? {
                    return Ok(Some(moment));
                }
                let reason = format!("is {} in {zone}, not {}", moment.local(), self.local_field);
                Err((self.utc_field, reason))
            }
        }
    }

    fn end(&self, zone: &Zone) -> Result<End, Wrong> {
        match (&self.local, &self.utc) {
            (Some(day), None) if is_date(day) => {
                let day = date(self.local_field, day)?;
                check_date(self.local_field, day)?;
                Ok(End::On(day))
            }
            _ => Ok(self.moment(zone)?.map_or(End::Open, End::At)),
        }
    }
}

fn wrong(field: &'static str, reason: impl ToString) -> Wrong {
    (field, reason.to_string())
}

fn is_date(text: &str) -> bool {
    text.len() == "2020-05-06".len()
}

fn date(field: &'static str, text: &str) -> Result<NaiveDate, Wrong> {
    let parsed = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    parsed
        .ok()
        .filter(|_| is_date(text))
        .ok_or_else(|| not_read(field, text, Problem::NotADate))
}

/// The domain does not say which end of a span is out of range; the file's reader should.
fn check_date(field: &'static str, day: NaiveDate) -> Result<(), Wrong> {
    DaySpan::new(day, day, None)
        .map(drop)
        .map_err(|problem| wrong(field, problem))
}

fn local_time(field: &'static str, text: &str) -> Result<NaiveDateTime, Wrong> {
    let local = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .ok_or_else(|| not_read(field, text, Problem::NotATime))?;
    whole_minute(field, &local)?;
    Ok(local)
}

fn instant(field: &'static str, text: &str) -> Result<DateTime<Utc>, Wrong> {
    let at = DateTime::parse_from_rfc3339(text)
        .map_err(|_| not_read(field, text, Problem::NotATime))?
        .to_utc();
    whole_minute(field, &at)?;
    Ok(at)
}

/// To drop seconds would be a guess, and no meeting has them.
fn whole_minute(field: &'static str, time: &impl Timelike) -> Result<(), Wrong> {
    match (time.second(), time.nanosecond()) {
        (0, 0) => Ok(()),
        _ => Err(wrong(field, "is not a whole minute")),
    }
}

fn not_read(field: &'static str, text: &str, problem: Problem) -> Wrong {
    (field, format!("{:?} {problem}", shortened(text)))
}

fn month(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (digits(year, 4)?, digits(month, 2)?);
    let first = NaiveDate::from_ymd_opt(year as i32, month, 1)?;
    Some((first, last_of_month(year as i32, month)))
}

fn year(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let year = digits(text, 4)? as i32;
    Some((
        NaiveDate::from_ymd_opt(year, 1, 1)?,
        last_of_month(year, 12),
    ))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let all_digits = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| text.parse().ok())?
}
