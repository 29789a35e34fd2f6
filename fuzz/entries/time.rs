//! Dates, hours and zones as people type them.

use super::texts;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use igf_calendar::domain::fields::{read_date, read_time, read_written_date};
use igf_calendar::domain::{End, ExactTimes, Fold, Moment, Zone};

/// The texts are day, month and year, then an hour, a date in one box, and a zone.
pub fn enter(bytes: &[u8]) {
    let mut texts = texts(bytes);
    let mut text = || texts.next().unwrap_or_default();
    let boxes = read_date(&text(), &text(), &text());
    let time = read_time(&text());
    let written = read_written_date(&text());
    let zone = Zone::typed(&text());
    for date in [&boxes, &written].into_iter().flatten() {
        assert_eq!(read_written_date(&date.to_string()).as_ref(), Ok(date));
    }
    if let Ok(time) = &time {
        assert_eq!(
            read_time(&time.format("%H:%M").to_string()).as_ref(),
            Ok(time)
        );
    }
    if let Ok(zone) = &zone {
        let again = Zone::typed(zone.name()).expect("a zone");
        assert_eq!(again.name(), zone.name());
    }
    if let (Ok(zone), Ok(date)) = (zone, boxes.or(written)) {
        on_a_clock(&zone, date, time.unwrap_or(NaiveTime::MIN));
    }
}

/// A local time becomes a moment, which shows the same local time; or it is asked about or refused.
fn on_a_clock(zone: &Zone, date: NaiveDate, time: NaiveTime) {
    let local = date.and_time(time);
    let _ = zone.resolve(local);
    let _ = zone.start_of_day(date);
    for fold in [None, Some(Fold::Earlier), Some(Fold::Later)] {
        let Ok(start) = Moment::new(zone, local, fold) else {
            continue;
        };
        assert_eq!(start.local(), local);
        let times = ExactTimes::new(zone.clone(), start, End::Open).expect("times");
        let at = times.start_utc();
        assert_eq!(zone.local(at).naive_local(), local);
        assert_eq!(zone.offset_at(at), *zone.local(at).offset());
        let _ = zone.abbreviation_at(at);
        let _ = zone
            .transitions_from(at - TimeDelta::days(400))
            .take(4)
            .count();
        let (begin, end) = times.extent();
        assert!(begin <= end);
    }
}
