//! Two independent readers of iCalendar, which tell what a subscriber's
//! program makes of our feeds. Faults both of them forgive are `lint`'s.

use super::{in_repository, missing};
use serde::Deserialize;
use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// A calendar as a reader understood it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadCalendar {
    /// What the reader could not make sense of.
    pub errors: Vec<String>,
    /// What the calendar says of itself.
    pub calendar: ReadHead,
    /// The events, in the order of the file.
    pub events: Vec<ReadEvent>,
}

/// What the calendar says of itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadHead {
    /// `X-WR-CALNAME`, or else `NAME`.
    pub name: Option<String>,
    /// `PRODID`.
    pub prodid: Option<String>,
}

/// One `VEVENT`, with its times in UTC.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadEvent {
    pub uid: Option<String>,
    pub recurrence_id: Option<String>,
    pub summary: Option<String>,
    pub status: Option<String>,
    pub sequence: Option<i64>,
    pub all_day: bool,
    /// `2018-03-09T13:00:00Z`, or the date of an event of whole days; without
    /// the `Z` for a time that is bound to no place.
    pub start_utc: String,
    /// The same; of whole days, the first day that is free again.
    pub end_utc: String,
    /// The time zone the start was written in.
    pub tzid: Option<String>,
    pub location: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
    pub categories: Vec<String>,
    pub attachments: Vec<String>,
}

/// What the Python package `icalendar` reads.
pub fn read_with_python(ics: &str) -> ReadCalendar {
    let python = in_repository("target/test-tools/venv/bin/python");
    if !python.exists() {
        missing("the Python reader of calendars");
    }
    read(&python, &in_repository("tests/tools/read_ical.py"), ics)
}

/// What the npm package `ical.js` reads.
pub fn read_with_ical_js(ics: &str) -> ReadCalendar {
    if !in_repository("target/test-tools/node/node_modules/ical.js").exists() {
        missing("the JavaScript reader of calendars");
    }
    read(
        Path::new("node"),
        &in_repository("tests/tools/read_ical.mjs"),
        ics,
    )
}

fn read(interpreter: &Path, script: &Path, ics: &str) -> ReadCalendar {
    let mut child = Command::new(interpreter)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|_| missing(&format!("`{}`", interpreter.display())));
    // Both readers take all of it in before they say anything: no deadlock. A
    // reader that died early shows by its status.
    let _ = child
        .stdin
        .take()
        .expect("stdin is piped")
        .write_all(ics.as_bytes());
    let output = child.wait_with_output().expect("the reader ends");
    assert!(
        output.status.success(),
        "{} failed: {}",
        script.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("the reader prints the agreed JSON")
}
