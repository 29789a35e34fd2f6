//! Times in words: always with place and numeric offset, UTC with its own date, and the reader's
//! clock; never an abbreviation such as CET.

use super::View;
use crate::domain::{End, ExactTimes, Times, Zone};
use crate::i18n::Words;
use crate::i18n::times::{ClockLine, clock_line, days_words, headline, on_clock, span};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// A time in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhenView {
    /// The date, or what is known of it.
    pub headline: String,
    /// Date and hours on each clock that matters: the meeting's own first, then UTC, then the reader's.
    pub clocks: Vec<ClockLine>,
    /// What the reader should know besides.
    pub remark: Option<String>,
    /// The start for machines: RFC 3339, or a date.
    pub datetime: Option<String>,
    /// The end for machines, if it is known to the minute.
    pub datetime_end: Option<String>,
}

impl WhenView {
    /// Says a time, be it known to the minute or not at all.
    pub fn of(v: &View, times: &Times) -> Self {
        let w = v.w;
        let (remark, datetime) = match times {
            Times::Exact(times) => return Self::of_times(v, times),
            Times::Day(span) => {
                let remark = match span.zone() {
                    Some(zone) => w.t1("when-hours-not-given-in", "place", zone.place()),
                    None => w.t("when-hours-not-given"),
                };
                (Some(remark), Some(span.first().to_string()))
            }
            Times::Window(_) => (Some(w.t("when-date-to-be-confirmed")), None),
            Times::Unknown => (None, None),
        };
        Self {
            headline: headline(w, times),
            clocks: Vec::new(),
            remark: remark.map(|remark| remark.to_string()),
            datetime,
            datetime_end: None,
        }
    }

    /// Says times to the minute.
    pub fn of_times(v: &View, times: &ExactTimes) -> Self {
        let w = v.w;
        let mut zones = vec![times.zone().clone()];
        for zone in [Zone::utc(), v.zone.clone()] {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        Self {
            headline: days_words(w, times),
            clocks: zones
                .iter()
                .map(|zone| clock_line(w, times, zone))
                .collect(),
            remark: match times.end() {
                End::At(_) => None,
                End::On(_) => Some(w.t("when-last-hour-not-given").to_string()),
                End::Open => Some(w.t("when-end-not-given").to_string()),
            },
            datetime: Some(machine_start(times)),
            datetime_end: times.end_utc().map(machine),
        }
    }
}

/// The start for machines, in UTC (RFC 3339).
pub fn machine_start(times: &ExactTimes) -> String {
    machine(times.start_utc())
}

fn machine(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The times of an entry in a list that is in the reader's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowTimes {
    /// What stands first: "14:00 – 15:00" on the reader's clock, or "All day".
    pub lead: String,
    /// Whose clock that is; empty for whole days.
    pub lead_zone: String,
    /// Its hours on other clocks: at the place, and in UTC.
    pub others: Vec<String>,
}

/// The times of an entry, listed under `day` of the reader's clock.
pub fn row_times(v: &View, listed: &Times, day: NaiveDate) -> RowTimes {
    let (w, reader) = (v.w, &v.zone);
    let Times::Exact(times) = listed else {
        return RowTimes {
            lead: match listed.days() {
                Some((first, last)) if first != last => w.date_range(first, last),
                _ => w.t("when-all-day").to_string(),
            },
            lead_zone: String::new(),
            others: listed
                .zone()
                .map(|zone| w.t1("when-local-days", "place", zone.place()).to_string())
                .into_iter()
                .collect(),
        };
    };
    let mut zones = vec![times.zone().clone(), Zone::utc()];
    zones.dedup();
    if times.is_multi_day() {
        let first = times.start().local().date();
        return RowTimes {
            lead: w.date_range(first, times.last_day()),
            lead_zone: String::new(),
            others: zones
                .iter()
                .map(|zone| on_clock(w, times, zone, None))
                .collect(),
        };
    }
    RowTimes {
        lead: span(w, times, reader),
        lead_zone: match reader.is_utc() {
            true => "UTC".to_owned(),
            false => reader.place(),
        },
        others: zones
            .iter()
            .filter(|zone| *zone != reader)
            .map(|zone| on_clock(w, times, zone, Some(day)))
            .collect(),
    }
}

/// The clocks of the community, on which a poster sees the time once more before it is sent.
pub fn echoes(w: Words, times: &ExactTimes) -> Vec<ClockLine> {
    const CITIES: [(&str, &str); 6] = [
        ("America/New_York", "city-new-york"),
        ("America/Sao_Paulo", "city-sao-paulo"),
        ("Europe/Zurich", "city-geneva"),
        ("Africa/Nairobi", "city-nairobi"),
        ("Asia/Kolkata", "city-new-delhi"),
        ("Asia/Shanghai", "city-beijing"),
    ];
    CITIES
        .iter()
        .filter_map(|(name, key)| {
            let zone = Zone::named(name).ok()?;
            Some(ClockLine {
                place: w.t(key).to_string(),
                ..clock_line(w, times, &zone)
            })
        })
        .collect()
}
