//! Programs that show our feeds, each with a parser and an unroller of its own: what a subscriber sees
//! there, wherever the machine is. They tell less than the readers of `calendars`.

use super::{in_repository, tool};
use serde::Deserialize;
use std::path::Path;

/// Once that something is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// `2018-03-09T13:00:00Z`, or the date of what takes whole days; without the `Z` for a time on a
    /// clock of which the program does not say which one it is.
    pub start_utc: String,
    /// The same; of whole days, the first day that is free again.
    pub end_utc: String,
    /// FullCalendar does not tell it.
    pub uid: Option<String>,
    /// FullCalendar does not tell it.
    pub status: Option<String>,
    pub summary: Option<String>,
    pub location: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
}

/// A program on a machine in some zone.
pub type Program = fn(&str, &str) -> Vec<Shown>;

/// What the npm package `node-ical` makes of a calendar.
pub fn show_with_node_ical(ics: &str, zone: &str) -> Vec<Shown> {
    show(
        Path::new("node"),
        "tests/tools/show_node_ical.mjs",
        ics,
        zone,
    )
}

/// What FullCalendar's plug-in for iCalendar does. It knows no zone but the machine's: what a rule
/// repeats in another one has the hours of that other one.
pub fn show_with_fullcalendar(ics: &str, zone: &str) -> Vec<Shown> {
    show(
        Path::new("node"),
        "tests/tools/show_fullcalendar.mjs",
        ics,
        zone,
    )
}

/// What Home Assistant does.
pub fn show_with_home_assistant(ics: &str, zone: &str) -> Vec<Shown> {
    let python = tool::python();
    show(&python, "tests/tools/show_home_assistant.py", ics, zone)
}

fn show(program: &Path, script: &str, ics: &str, zone: &str) -> Vec<Shown> {
    let answer = tool::ask_in(zone, program, &[in_repository(script)], ics);
    let mut shown: Vec<Shown> = serde_json::from_slice(&answer).expect("the agreed JSON");
    shown.sort();
    shown
}
