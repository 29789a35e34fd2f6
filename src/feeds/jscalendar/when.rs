//! From a time to start, time zone and duration (RFC 8984, sections 4.7.1 and 5.1).

use super::Properties;
use crate::domain::series::Run;
use crate::domain::times::next_day;
use crate::domain::{End, ExactTimes, OccurrenceKey, Said, Times};
use crate::feeds::entry::is_by_days;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde_json::json;

/// When an event is.
pub(super) struct When {
    start: NaiveDateTime,
    /// `None` for days, which are the same wherever they are read.
    zone: Option<String>,
    duration: String,
}

impl When {
    /// What is held once is said in UTC, so that no reader needs zone data of its own for it; where it
    /// is held stands in its locations. `None` where no date is known well enough.
    pub(super) fn of(key: OccurrenceKey, said: &Said, times: &Times) -> Option<Self> {
        match times {
            Times::Exact(times) if is_by_days(key, said, times) => {
                Some(Self::days(times.start().local().date(), times.last_day()))
            }
            Times::Exact(times) => Some(Self::exact(times)),
            Times::Day(days) => Some(Self::days(days.first(), days.last())),
            Times::Window(window) if window.is_short() => {
                Some(Self::days(window.earliest(), window.latest()))
            }
            Times::Window(_) | Times::Unknown => None,
        }
    }

    /// The first time of a rule, on the clock of its zone.
    pub(super) fn of_rule(run: &Run, first: NaiveDate) -> Self {
        let usual = run.usual_times(first);
        Self {
            start: first.and_time(run.start()),
            zone: Some(run.zone().name().to_owned()),
            duration: duration(end_utc(&usual) - usual.start_utc()),
        }
    }

    pub(super) fn exact(times: &ExactTimes) -> Self {
        let start = times.start_utc();
        Self {
            start: start.naive_utc(),
            zone: Some("Etc/UTC".to_owned()),
            duration: duration(end_utc(times) - start),
        }
    }

    fn days(first: NaiveDate, last: NaiveDate) -> Self {
        let days = (next_day(last) - first).num_days();
        Self {
            start: first.and_time(NaiveTime::MIN),
            zone: None,
            duration: format!("P{days}D"),
        }
    }

    /// Whether it is days without hours.
    pub(super) fn is_days(&self) -> bool {
        self.zone.is_none()
    }

    pub(super) fn put(&self, event: &mut Properties) {
        event.insert("start".to_owned(), json!(local(self.start)));
        event.insert("timeZone".to_owned(), json!(self.zone));
        event.insert("duration".to_owned(), json!(self.duration));
        event.insert("showWithoutTime".to_owned(), json!(self.is_days()));
    }
}

/// LocalDateTime (section 1.4.5).
pub(super) fn local(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// An end that is not given is an hour after the start, or at the end of the last of several days.
fn end_utc(times: &ExactTimes) -> DateTime<Utc> {
    match times.end() {
        End::On(_) if !times.is_multi_day() => times.start_utc() + TimeDelta::hours(1),
        End::On(_) | End::At(_) | End::Open => times.extent().1,
    }
}

/// Duration (section 1.4.6), in hours that do not depend on any clock.
fn duration(length: TimeDelta) -> String {
    let minutes = length.num_minutes();
    match (minutes / 60, minutes % 60) {
        (0, 0) => "PT0S".to_owned(),
        (hours, 0) => format!("PT{hours}H"),
        (0, minutes) => format!("PT{minutes}M"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_in_hours_and_minutes() {
        let written = |minutes| duration(TimeDelta::minutes(minutes));
        assert_eq!(
            [0, 45, 60, 90, 1500].map(written),
            ["PT0S", "PT45M", "PT1H", "PT1H30M", "PT25H"]
        );
    }
}
