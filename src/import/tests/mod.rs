//! What an import must hold to: the real files whole, bad entries named, hostile files survived.

mod combine;
mod hostile;
mod planted;
mod real_files;
mod samples;

use super::{ImportedMeeting, MEETINGS_FILE, ReadMeetings, Report, read_groups, read_meetings};
use serde_json::{Value, json};

fn real_meetings() -> ReadMeetings {
    read_meetings(MEETINGS_FILE).expect("the demo's file is a JSON array")
}

/// An entry that is taken whole, for tests to spoil.
fn good_meeting() -> Value {
    json!({
        "id": "m1", "title": "A call", "title_lang": "en", "group_slug": "dccg",
        "status": "planned", "date_precision": "minute", "all_day": false,
        "tz": "Europe/Zurich", "start_local": "2024-05-06T10:00:00", "start_utc": null,
        "end_local": "2024-05-06T11:00:00", "end_utc": null,
        "mode": "virtual", "venue": "", "city": "", "country": "",
        "access_url": "", "registration_url": "", "agenda_items": [],
        "documents": [{"label": "Notes", "url": "https://example.org/notes"}],
        "category": "Call", "series_key": "", "awkward": [], "notes": "",
        "source_url": "https://example.org/"
    })
}

fn good_group() -> Value {
    json!({"slug": "dc-test", "name": "A coalition", "kind": "dynamic-coalition"})
}

/// The good meeting with some fields put in place of its own.
fn meeting_with(changes: &Value) -> Value {
    with(good_meeting(), changes)
}

fn with(mut entry: Value, changes: &Value) -> Value {
    for (field, value) in changes.as_object().expect("an object of changes") {
        entry[field] = value.clone();
    }
    entry
}

fn read_one(changes: &Value) -> (Option<ImportedMeeting>, Report) {
    let file = Value::Array(vec![meeting_with(changes)]).to_string();
    let mut read = read_meetings(&file).expect("an array");
    (read.meetings.pop(), read.report)
}

/// Field and reason of each refusal.
fn refusals(report: &Report) -> Vec<(&str, &str)> {
    let lines = report.refusals.iter();
    lines
        .map(|refusal| (refusal.field.as_str(), refusal.reason.as_str()))
        .collect()
}

/// Field and reason of each remark.
fn remarks(report: &Report) -> Vec<(&str, &str)> {
    let lines = report.remarks.iter();
    lines
        .map(|remark| (remark.field.as_str(), remark.reason.as_str()))
        .collect()
}
