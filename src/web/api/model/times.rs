//! When something is held, as exactly as it is known.

use super::names::precisions;
use crate::domain::{End, ExactTimes, Times as Known};
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// The names of the precisions.
pub const PRECISIONS: [&str; 4] = ["minute", "day", "window", "unknown"];

/// When something is held, as exactly as its group knows it. `start` and `end` are instants in UTC and
/// always right; `local_start` and `local_end` are the same instants on the clock of `time_zone`, with
/// its offset then. Go by the instants: zone data elsewhere may be older than ours.
#[derive(Debug, Serialize, ToSchema)]
pub struct Times {
    #[schema(schema_with = precisions)]
    pub precision: &'static str,
    /// When it begins. Only with the precision `minute`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<DateTime<Utc>>,
    /// When it ends, if that is given to the minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<DateTime<Utc>>,
    /// The IANA name of the time zone, if one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// `start` on the clock of `time_zone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_start: Option<DateTime<FixedOffset>>,
    /// `end` on the clock of `time_zone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_end: Option<DateTime<FixedOffset>>,
    /// The first local day on which it is, or may be with the precision `window`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<NaiveDate>,
    /// The last local day on which it is, or may be; the first one if there is but one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<NaiveDate>,
}

impl Times {
    pub fn of(times: &Known) -> Self {
        let precision = match times {
            Known::Exact(_) => 0,
            Known::Day(_) => 1,
            Known::Window(_) => 2,
            Known::Unknown => 3,
        };
        let exact = times.exact();
        let (start, end) = (exact.map(ExactTimes::start_utc), exact.and_then(end_of));
        let zone = times.zone();
        let local = |at: Option<DateTime<Utc>>| Some(zone?.local(at?));
        let days = times.days();
        Self {
            precision: PRECISIONS[precision],
            start,
            end,
            time_zone: zone.map(|zone| zone.name().to_owned()),
            local_start: local(start),
            local_end: local(end),
            first_day: days.map(|(first, _)| first),
            last_day: days.map(|(_, last)| last),
        }
    }
}

fn end_of(times: &ExactTimes) -> Option<DateTime<Utc>> {
    match times.end() {
        End::At(_) => times.end_utc(),
        End::On(_) | End::Open => None,
    }
}
