//! Dates and weekdays of the text against the days of the schedule.

use super::cursor::Cursor;
use super::dates::DateMention;
use super::{Contradiction, Field, Text, names};
use crate::domain::timing::Timing;
use chrono::{Datelike, NaiveDate};

type DayRange = (NaiveDate, NaiveDate);

/// What the texts say against the days of the schedule.
pub fn judge(texts: &[Text<'_>], timing: &Timing) -> Vec<Contradiction> {
    let Some(own) = OwnDays::of(timing) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for text in texts {
        let before = found.len();
        found.extend(weekdays(text, &own));
        if text.field == Field::Title && found.len() == before {
            found.extend(date_in_title(text, &own).or_else(|| weekday_in_title(text, &own)));
        }
    }
    found
}

/// The days of a meeting on its own clock and, where that differs, in UTC: either may be meant.
pub struct OwnDays {
    local: DayRange,
    utc: DayRange,
}

impl OwnDays {
    pub fn of(timing: &Timing) -> Option<Self> {
        let local = timing.days()?;
        let utc = match timing.exact() {
            Some(times) => {
                let start = times.start_utc().date_naive();
                let end = times.end_utc().map(|end| end.date_naive());
                (start, end.unwrap_or(start))
            }
            None => local,
        };
        Some(Self { local, utc })
    }

    /// The days that a mention means: in its own year, else in that of the meeting.
    pub fn meant(&self, date: &DateMention) -> Option<DayRange> {
        let first = date.days(self.local.0.year());
        let last = date.days(self.local.1.year());
        last.filter(|days| self.include_some_of(*days)).or(first)
    }

    pub fn include_some_of(&self, (first, last): DayRange) -> bool {
        [self.local, self.utc]
            .iter()
            .any(|own| own.0 <= last && first <= own.1)
    }

    /// Whether one of the days is such a weekday.
    pub fn have(&self, weekday: chrono::Weekday) -> bool {
        [self.local, self.utc]
            .into_iter()
            .any(|days| falls_on(days, weekday))
    }
}

fn falls_on((first, last): DayRange, weekday: chrono::Weekday) -> bool {
    first
        .iter_days()
        .take(7)
        .take_while(|day| *day <= last)
        .any(|day| day.weekday() == weekday)
}

/// Weekdays beside the meeting's own date. Those of other dates are not the form's matter.
fn weekdays(text: &Text<'_>, own: &OwnDays) -> Vec<Contradiction> {
    text.dates
        .iter()
        .filter_map(|date| {
            let beside = date.weekday?;
            let days = own.meant(date).filter(|days| own.include_some_of(*days))?;
            (!falls_on(days, beside.weekday)).then(|| Contradiction::Weekday {
                field: text.field,
                written: text.written(date.from.min(beside.from), date.to.max(beside.to)),
                date: days.0,
                actual: days.0.weekday(),
            })
        })
        .collect()
}

/// A title's date, when none of its dates is the meeting's and the meeting is not between them.
fn date_in_title(text: &Text<'_>, own: &OwnDays) -> Option<Contradiction> {
    let meant: Vec<(&DateMention, DayRange)> = text
        .dates
        .iter()
        .filter_map(|date| Some((date, own.meant(date)?)))
        .collect();
    let first = meant.iter().map(|(_, days)| days.0).min()?;
    let last = meant.iter().map(|(_, days)| days.1).max()?;
    if own.include_some_of((first, last)) {
        return None;
    }
    let (date, _) = meant.first()?;
    Some(Contradiction::DateInTitle {
        written: text.written(date.from, date.to),
        date: own.local.0,
    })
}

/// The only weekday of a title, without a date beside it: "Friday call".
fn weekday_in_title(text: &Text<'_>, own: &OwnDays) -> Option<Contradiction> {
    let mut named = (0..text.tokens.len()).filter_map(|at| {
        names::weekday(Cursor::new(&text.tokens, at))
            .filter(|name| name.is_clear)
            .map(|name| (at, name))
    });
    let (at, name) = named.next()?;
    if named.next().is_some() || own.have(name.weekday) {
        return None;
    }
    // Beside a date that is the meeting's it has been judged, with another it says nothing.
    if text.dates.iter().any(|date| date.weekday.is_some()) {
        return None;
    }
    Some(Contradiction::Weekday {
        field: text.field,
        written: text.written(at, at + name.length),
        date: own.local.0,
        actual: own.local.0.weekday(),
    })
}
