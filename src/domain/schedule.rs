//! When a meeting is, as exactly as its group knows: to the minute, to the day, within a window,
//! or not at all yet. Local time and zone are the truth; instants are derived whenever they are
//! asked for, so a new zone database moves them and nothing else.

use super::problem::Problem;
use super::zone::{Fold, Resolved, Zone};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The longest meeting, in days; more is a typing mistake.
pub const MAX_DAYS: i64 = 31;

/// When a meeting takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "precision", rename_all = "lowercase")]
pub enum Schedule {
    /// To the minute.
    Exact(ExactTimes),
    /// One day or several, hours not given.
    Day(DaySpan),
    /// Some time within these days; the date is to be confirmed.
    Window(DayWindow),
    /// The date is to be confirmed and nothing is known of it.
    Unknown,
}

/// A start to the minute, and an end as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExactTimes {
    zone: Zone,
    start: Moment,
    end: End,
}

/// A local time that exists in its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    local: NaiveDateTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fold: Option<Fold>,
}

/// What is known of the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// To the minute.
    At(Moment),
    /// The last day, without an hour.
    On(NaiveDate),
    /// Not given.
    Open,
}

/// Whole local days, first and last included. The zone says whose days; without one they are
/// shown as dates and nothing is computed from them to the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySpan {
    first: NaiveDate,
    last: NaiveDate,
    zone: Option<Zone>,
}

/// The earliest and the latest day that it may be on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayWindow {
    earliest: NaiveDate,
    latest: NaiveDate,
    zone: Option<Zone>,
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
    /// Refuses an end that is not after the start, and more than [`MAX_DAYS`].
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

    /// The last local day.
    pub fn last_day(&self) -> NaiveDate {
        match self.end {
            End::At(end) => end.local.date(),
            End::On(day) => day,
            End::Open => self.start.local.date(),
        }
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

impl DaySpan {
    /// Refuses a last day before the first, and more than [`MAX_DAYS`].
    pub fn new(first: NaiveDate, last: NaiveDate, zone: Option<Zone>) -> Result<Self, Problem> {
        check_date(first)?;
        check_date(last)?;
        if last < first {
            return Err(Problem::EndNotAfterStart);
        }
        check_length(first, last)?;
        Ok(Self { first, last, zone })
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day, the first one where there is only one.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// Whose days, if it is known.
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }
}

impl DayWindow {
    /// Refuses a latest day before the earliest, and more than two years.
    pub fn new(
        earliest: NaiveDate,
        latest: NaiveDate,
        zone: Option<Zone>,
    ) -> Result<Self, Problem> {
        check_date(earliest)?;
        check_date(latest)?;
        if latest < earliest {
            return Err(Problem::EndNotAfterStart);
        }
        if (latest - earliest).num_days() > 731 {
            return Err(Problem::TooManyDays { limit: 731 });
        }
        Ok(Self {
            earliest,
            latest,
            zone,
        })
    }

    /// The earliest day.
    pub fn earliest(&self) -> NaiveDate {
        self.earliest
    }

    /// The latest day.
    pub fn latest(&self) -> NaiveDate {
        self.latest
    }

    /// Whose days, if it is known.
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// How many days it may be on.
    pub fn days(&self) -> i64 {
        (self.latest - self.earliest).num_days() + 1
    }

    /// The usual words for it, where there are any.
    pub fn shape(&self) -> WindowShape {
        let (first, last) = (self.earliest, self.latest);
        let month_end = last_of_month(first.year(), first.month());
        let same_month = first.year() == last.year() && first.month() == last.month();
        if first.ordinal() == 1 && last == last_of_month(first.year(), 12) {
            return WindowShape::Year;
        }
        if !same_month {
            return WindowShape::Between;
        }
        match (first.day(), last.day()) {
            (1, _) if last == month_end => WindowShape::Month,
            (1, 10) => WindowShape::Early,
            (11, 20) => WindowShape::Middle,
            (21, _) if last == month_end => WindowShape::Late,
            _ => WindowShape::Between,
        }
    }
}

/// How people would say a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowShape {
    /// The 1st to the 10th of a month.
    Early,
    /// The 11th to the 20th.
    Middle,
    /// The 21st to the end.
    Late,
    /// A whole month.
    Month,
    /// A whole year.
    Year,
    /// Any other two days.
    Between,
}

impl Schedule {
    /// The zone, if the schedule names one.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Exact(times) => Some(times.zone()),
            Self::Day(span) => span.zone(),
            Self::Window(window) => window.zone(),
            Self::Unknown => None,
        }
    }

    /// The first and last local day on which it may take place.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Exact(times) => Some((times.start.local.date(), times.last_day())),
            Self::Day(span) => Some((span.first, span.last)),
            Self::Window(window) => Some((window.earliest, window.latest)),
            Self::Unknown => None,
        }
    }

    /// The instants before which it cannot begin and after which it cannot go on. Days without a
    /// zone reach from the first hour of the day anywhere on Earth to its last; an open end is
    /// taken for an hour; `None` if nothing is known.
    pub fn extent(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let (first, last) = self.days()?;
        let days = |zone: Option<&Zone>| match zone {
            Some(zone) => (zone.start_of_day(first), zone.start_of_day(next_day(last))),
            None => (
                first.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(14),
                next_day(last).and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(12),
            ),
        };
        Some(match self {
            Self::Exact(times) => {
                let start = times.start_utc();
                let end = match times.end {
                    End::At(_) => times.end_utc().unwrap_or(start),
                    End::On(_) => days(Some(&times.zone)).1,
                    End::Open => start + TimeDelta::hours(1),
                };
                (start, end)
            }
            _ => days(self.zone()),
        })
    }

    /// Whether it is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.extent().is_some_and(|(_, end)| end <= now)
    }

    /// Whether a day, at least, is settled.
    pub fn has_date(&self) -> bool {
        matches!(self, Self::Exact(_) | Self::Day(_))
    }
}

/// The last day of a month.
pub fn last_of_month(year: i32, month: u32) -> NaiveDate {
    let (year, month) = if month >= 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| first.pred_opt())
        .unwrap_or(NaiveDate::MAX)
}

/// The day after.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}

fn check_date(date: NaiveDate) -> Result<(), Problem> {
    if (1990..=2100).contains(&date.year()) {
        Ok(())
    } else {
        Err(Problem::DateOutOfRange)
    }
}

fn check_length(first: NaiveDate, last: NaiveDate) -> Result<(), Problem> {
    if (last - first).num_days() >= MAX_DAYS {
        Err(Problem::TooManyDays { limit: MAX_DAYS })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn moment(zone: &Zone, text: &str) -> Result<Moment, Problem> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment::new(zone, local, None)
    }

    #[test]
    fn what_cannot_be_cannot_be_built() {
        let zurich = Zone::named("Europe/Zurich").unwrap();
        let start = moment(&zurich, "2018-03-09 14:00").unwrap();
        assert_eq!(
            ExactTimes::new(zurich.clone(), start, End::At(start)),
            Err(Problem::EndNotAfterStart)
        );
        assert!(matches!(
            moment(&zurich, "2018-03-25 02:30"),
            Err(Problem::InGap { .. })
        ));
        assert!(matches!(
            moment(&zurich, "2018-10-28 02:30"),
            Err(Problem::InFold { .. })
        ));
        assert_eq!(
            moment(&zurich, "1889-01-01 10:00"),
            Err(Problem::DateOutOfRange)
        );
        assert_eq!(
            DaySpan::new(day("2018-03-22"), day("2018-03-20"), None),
            Err(Problem::EndNotAfterStart)
        );
        assert_eq!(
            DaySpan::new(day("2018-03-01"), day("2018-05-01"), None),
            Err(Problem::TooManyDays { limit: MAX_DAYS })
        );
    }

    #[test]
    fn across_a_clock_change_the_end_is_compared_as_an_instant() {
        let zurich = Zone::named("Europe/Zurich").unwrap();
        let local = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let start = Moment::new(&zurich, local("2018-10-28 02:45"), Some(Fold::Earlier)).unwrap();
        let end = Moment::new(&zurich, local("2018-10-28 02:15"), Some(Fold::Later)).unwrap();
        let times = ExactTimes::new(zurich, start, End::At(end)).unwrap();
        assert_eq!(
            times.end_utc().unwrap() - times.start_utc(),
            TimeDelta::minutes(30)
        );
    }

    #[test]
    fn a_day_in_vanuatu_begins_on_the_day_before_in_utc() {
        let efate = Zone::named("Pacific/Efate").unwrap();
        let span = DaySpan::new(day("2017-05-17"), day("2017-05-18"), Some(efate)).unwrap();
        let (start, end) = Schedule::Day(span).extent().unwrap();
        assert_eq!(start.to_rfc3339(), "2017-05-16T13:00:00+00:00");
        assert_eq!(end.to_rfc3339(), "2017-05-18T13:00:00+00:00");
    }

    #[test]
    fn windows_have_the_words_that_people_use() {
        let shape =
            |from: &str, to: &str| DayWindow::new(day(from), day(to), None).unwrap().shape();
        assert_eq!(shape("2018-04-01", "2018-04-10"), WindowShape::Early);
        assert_eq!(shape("2016-05-11", "2016-05-20"), WindowShape::Middle);
        assert_eq!(shape("2024-02-21", "2024-02-29"), WindowShape::Late);
        assert_eq!(shape("2021-09-01", "2021-09-30"), WindowShape::Month);
        assert_eq!(shape("2016-01-01", "2016-12-31"), WindowShape::Year);
        assert_eq!(shape("2016-06-15", "2016-08-31"), WindowShape::Between);
    }

    #[test]
    fn an_evening_past_midnight_is_one_sitting_and_a_forum_is_several_days() {
        let new_york = Zone::named("America/New_York").unwrap();
        let start = moment(&new_york, "2024-05-01 22:00").unwrap();
        let late = moment(&new_york, "2024-05-02 00:30").unwrap();
        let forum = moment(&new_york, "2024-05-03 17:00").unwrap();
        let times = |end| ExactTimes::new(new_york.clone(), start, End::At(end)).unwrap();
        assert!(!times(late).is_multi_day());
        assert!(times(forum).is_multi_day());
    }
}
