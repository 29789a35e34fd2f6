//! What formats beside iCalendar make of the same entries.

use super::*;
use serde_json::{Value, json};

fn id(number: u32) -> MeetingId {
    MeetingId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap()
}

fn in_json(details: MeetingDetails) -> Value {
    let feed = jscalendar::single(&info(), id(1), &stock(&snapshot(vec![details]))).unwrap();
    let group: Value = serde_json::from_str(feed.text()).unwrap();
    group["entries"][0].clone()
}

#[test]
fn what_icalendar_shows_as_days_is_days_in_jscalendar() {
    let consultations = exact("Europe/Zurich", "2027-12-08 09:00", "2027-12-10 17:00");
    let event = in_json(face_to_face("Open Consultations", consultations));
    for (name, value) in [
        ("start", json!("2027-12-08T00:00:00")),
        ("timeZone", Value::Null),
        ("duration", json!("P3D")),
        ("showWithoutTime", json!(true)),
        ("freeBusyStatus", json!("free")),
    ] {
        assert_eq!(event[name], value, "{name}");
    }
    let around_the_clock = exact("UTC", "2027-09-10 12:00", "2027-09-11 12:00");
    let event = in_json(virtual_meeting("24 hours", around_the_clock));
    assert_eq!(event["duration"], "PT24H");
    assert_eq!(event["freeBusyStatus"], "busy");
}

#[test]
fn free_busy_knows_what_goes_on_around_the_clock() {
    let around_the_clock = exact("UTC", "2027-09-10 12:00", "2027-09-11 12:00");
    let snapshot = snapshot(vec![
        virtual_meeting("24 hours", around_the_clock.clone()),
        face_to_face("Retreat", around_the_clock),
    ]);
    let span = (utc("2027-09-01T00:00:00Z"), utc("2027-10-01T00:00:00Z"));
    let report = free_busy(&snapshot, &Filter::default(), span, span.0);
    let busy: Vec<&str> = report
        .lines()
        .filter(|line| line.starts_with("FREEBUSY"))
        .collect();
    assert_eq!(
        busy,
        ["FREEBUSY;FBTYPE=BUSY:20270910T120000Z/20270911T120000Z"]
    );
}
