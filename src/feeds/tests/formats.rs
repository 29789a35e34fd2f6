//! What formats beside iCalendar make of the same entries.

use super::series::{changing, listed, run};
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

fn in_atom(details: MeetingDetails) -> String {
    let stock = stock(&snapshot(vec![details]));
    atom(&info(), &Filter::default(), &stock).text().to_owned()
}

#[track_caller]
fn assert_says(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
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

#[test]
fn atom_tells_all_of_a_series_that_is_listed() {
    let days = listed(&["2027-05-05", "2027-05-12", "2027-05-19"]);
    let run = run("Africa/Casablanca", ("15:00", "16:00"), days);
    let details = virtual_meeting("Call", Timing::Series(Series::new(run, None)));
    let details = changing(details, "2027-05-05", |one| {
        one.said_mut().status = Status::Cancelled;
    });
    let feed = in_atom(details);
    assert_says(
        &feed,
        &[
            "<title>Call</title>",
            &format!(
                "Join: https://calendar.example.org/meetings/{}/join\n",
                id(1)
            ),
            "When: [Cancelled] Wednesday 5 May 2027, 15:00 to 16:00",
            "When: Wednesday 12 May 2027, 15:00 to 16:00",
            "When: Wednesday 19 May 2027, 15:00 to 16:00",
        ],
    );
    assert!(!feed.contains("it does not take place"), "{feed}");
    assert!(!feed.contains("?on="), "{feed}");
}

#[test]
fn atom_links_to_calendars_that_there_are() {
    let vague = in_atom(virtual_meeting("Call", Timing::Once(Times::Unknown)));
    assert!(!vague.contains("text/calendar"), "{vague}");
    let long = in_atom(virtual_meeting("Call", window("2027-01-01", "2027-12-31")));
    assert!(!long.contains("text/calendar"), "{long}");
    let known = in_atom(virtual_meeting("Call", open("UTC", "2018-03-09 10:00")));
    assert_says(&known, &[&format!("{}.ics\"", id(1))]);
}
