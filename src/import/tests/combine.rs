//! One meeting told in two entries, and parts told in a note.

use super::*;
use crate::domain::{ExactTimes, Times, Timing};
use crate::import::combine::combined;

/// The meetings of a file after combining, and what was said about it.
fn combine(entries: &[Value]) -> (Vec<ImportedMeeting>, Vec<String>) {
    let file = Value::Array(entries.iter().map(meeting_with).collect()).to_string();
    let (meetings, remarks) = combined(read_meetings(&file).expect("an array").meetings);
    (meetings, remarks.iter().map(ToString::to_string).collect())
}

fn starts(meeting: &ImportedMeeting) -> Vec<String> {
    let utc = |times: &ExactTimes| times.start_utc().format("%d %H:%M").to_string();
    match &meeting.details.timing {
        Timing::Slots(sittings) | Timing::Parts(sittings) => sittings.iter().map(utc).collect(),
        Timing::Once(Times::Exact(times)) => vec![utc(times)],
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_real_slots_are_one_meeting() {
    let read = real_meetings().meetings;
    let before = read.len();
    let (meetings, remarks) = combined(read);
    assert_eq!(meetings.len(), before - 1);
    assert_eq!(remarks.len(), 1);
    assert_eq!(
        remarks[0].to_string(),
        "m026: series_key is a slot of m025, which stands for both"
    );
    let found = meetings
        .iter()
        .find(|meeting| meeting.id == "m025")
        .unwrap();
    assert_eq!(
        found.details.said.title.as_str(),
        "NRIs Virtual Meeting VIIab"
    );
    assert!(matches!(found.details.timing, Timing::Slots(_)));
    assert_eq!(starts(found), ["22 13:00", "23 08:00"]);
}

#[test]
fn the_real_meeting_with_a_break_is_in_two_parts() {
    let (meetings, _) = combined(real_meetings().meetings);
    let parts: Vec<_> = meetings
        .iter()
        .filter(|meeting| matches!(meeting.details.timing, Timing::Parts(_)))
        .collect();
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].id, "m080");
    assert_eq!(starts(parts[0]), ["02 09:00", "02 14:00"]);
}

#[test]
fn only_what_the_collector_calls_slots_of_one_series_is_joined() {
    let first = json!({"id": "a", "series_key": "s", "awkward": ["two-slots"]});
    let second = json!({"id": "b", "series_key": "s", "awkward": ["two-slots"],
        "start_local": "2024-05-07T08:00:00", "end_local": "2024-05-07T09:00:00"});
    assert_eq!(combine(&[first.clone(), second.clone()]).0.len(), 1);
    for change in [
        json!({"awkward": []}),
        json!({"series_key": "another"}),
        json!({"series_key": ""}),
        json!({"status": "postponed"}),
        json!({"group_slug": "igf-mag"}),
        json!({"date_precision": "day", "all_day": true, "start_local": "2024-05-07", "end_local": null}),
        json!({"start_local": "2024-05-06T10:30:00", "end_local": "2024-05-06T11:00:00"}),
    ] {
        let other = with(second.clone(), &change);
        let (meetings, remarks) = combine(&[first.clone(), other]);
        assert_eq!((meetings.len(), remarks.len()), (2, 0), "{change}");
    }
}

#[test]
fn a_note_that_does_not_fit_the_hours_makes_no_parts() {
    let entry = |notes: &str, tags: Value| {
        let (meetings, _) = combine(&[json!({"awkward": tags, "notes": notes,
            "start_local": "2024-05-06T10:00:00", "end_local": "2024-05-06T18:00:00"})]);
        starts(&meetings[0]).len()
    };
    let tag = || json!(["several-parts"]);
    assert_eq!(
        entry("Two parts: 10:00-13:00 and 15:00\u{2013}18:00 CET.", tag()),
        2
    );
    assert_eq!(
        entry("Two parts: 10:00-13:00 and 15:00-18:00 CET.", json!([])),
        1
    );
    for notes in [
        "10:00-13:00 and 15:00-17:00",
        "09:00-13:00 and 15:00-18:00",
        "10:00-18:00",
        "10:00-13:00, 12:00-18:00",
        "10:00-13:00 and 25:00-18:00",
        "13:00-10:00 and 15:00-18:00",
        "no hours at all: -",
    ] {
        assert_eq!(entry(notes, tag()), 1, "{notes}");
    }
}
