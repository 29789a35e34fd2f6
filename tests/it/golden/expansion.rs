//! What a meeting says, in plain lines that name no type of ours. This file alone knows the domain
//! in this test: when types change, it follows them and the texts stay.

use chrono::{DateTime, SecondsFormat, Utc};
use igf_calendar::domain::series::{Ends, Run, Step};
use igf_calendar::domain::{
    AccessPoint, End, ExactTimes, Fold, MeetingDetails, Moment, Occurrence, OccurrenceKey, Place,
    Remote, Said, Times, Timing, Venue, Zone,
};
use std::fmt::Display;

/// What is said of the meeting as a whole, then each occurrence: its key, when it is (UTC, or days),
/// zone, status and title in a line, and all else that is said of it in the lines after that.
pub fn expanded(details: &MeetingDetails) -> String {
    let mut lines = Lines::default();
    whole(details, &mut lines);
    let mut before = Lines::default();
    for occurrence in details.occurrences() {
        lines.0.push(headline(&occurrence));
        when(&occurrence, &mut lines);
        let mut parts = Lines::default();
        said(&occurrence.said, &mut parts);
        match parts == before {
            true => lines.add("all else", Some("as before")),
            false => lines.0.extend_from_slice(&parts.0),
        }
        before = parts;
    }
    lines.0.join("\n") + "\n"
}

/// Lines of the form `name: value`, indented under the line that they belong to.
#[derive(Default, PartialEq)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            // Line breaks, quotes and what shows nothing are written out.
            let value = value.to_string().escape_debug().to_string();
            self.0.push(format!(
                "  {name}: {}",
                value.replace("\\'", "'").replace("\\\"", "\"")
            ));
        }
    }

    fn add_each<T: Display>(&mut self, name: &str, values: impl IntoIterator<Item = T>) {
        values
            .into_iter()
            .for_each(|value| self.add(name, Some(value)));
    }
}

fn whole(details: &MeetingDetails, lines: &mut Lines) {
    lines.0.push(match &details.timing {
        Timing::Parts(_) => "a meeting in parts".to_owned(),
        Timing::Slots(_) => "a meeting in slots".to_owned(),
        Timing::Series(_) => "a series".to_owned(),
        Timing::Once(_) => "a meeting".to_owned(),
    });
    if let Some(series) = details.timing.series() {
        lines.add_each("pattern", series.runs().iter().map(pattern));
        lines.add_each("left out", series.runs().iter().flat_map(Run::skipped));
        lines.add("to be confirmed from", series.confirm_from());
    }
    lines.add("posted late because", details.said.past_reason.as_ref());
    lines.add("category", details.said.category.as_ref());
    if let Some(origin) = &details.said.provenance {
        lines.add("origin", Some(&origin.id));
        lines.add("origin address", origin.url.as_ref());
        lines.add("origin notes", origin.notes.as_ref());
        lines.add("origin series", origin.series.as_ref());
        lines.add_each("origin tag", &origin.tags);
    }
}

/// The usual hours and the days that they fall on, whatever is unlike them.
fn pattern(run: &Run) -> String {
    let end = run.end().map_or("open".to_owned(), |end| end.to_string());
    let hours = format!("{} to {end} {}", run.start(), run.zone());
    let Some(rule) = run.recurrence().rule() else {
        let days: Vec<String> = run
            .recurrence()
            .dates()
            .iter()
            .map(ToString::to_string)
            .collect();
        return format!("{hours} on {}", days.join(", "));
    };
    let step = match rule.step() {
        Step::Week => "week",
        Step::MonthDay => "month by day",
        Step::MonthWeekday => "month by weekday",
        Step::MonthLastWeekday => "month by last weekday",
    };
    let ends = match rule.ends() {
        Ends::Count(count) => format!("{count} times"),
        Ends::Until(day) => format!("until {day}"),
    };
    format!(
        "{hours} from {} every {} {step} {ends}",
        rule.first(),
        rule.every()
    )
}

fn headline(occurrence: &Occurrence) -> String {
    let key = match occurrence.key {
        OccurrenceKey::Whole => "once".to_owned(),
        OccurrenceKey::Part { number, of } => format!("part {number} of {of}"),
        OccurrenceKey::Slot { number, of } => format!("slot {number} of {of}"),
        OccurrenceKey::On(date) => date.to_string(),
    };
    let (when, zone) = span(&occurrence.times);
    let zone = zone.map_or("no zone", Zone::name);
    let status = occurrence.said.status.as_str();
    format!(
        "{key} | {when} | {zone} | {status} | {}",
        occurrence.said.title
    )
}

fn span(times: &Times) -> (String, Option<&Zone>) {
    let when = match times {
        Times::Exact(times) => exact_span(times),
        Times::Day(days) => format!("days {} to {}", days.first(), days.last()),
        Times::Window(window) => {
            format!("some day from {} to {}", window.earliest(), window.latest())
        }
        Times::Unknown => "no date".to_owned(),
    };
    (when, times.zone())
}

fn exact_span(times: &ExactTimes) -> String {
    let start = utc(times.start_utc());
    match (times.end_utc(), times.end()) {
        (Some(end), _) => format!("{start} to {}", utc(end)),
        (None, End::On(day)) => format!("{start} to some hour of {day}"),
        (None, _) => format!("{start}, end open"),
    }
}

fn utc(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Local times as they were given, and when a moved one was to be.
fn when(occurrence: &Occurrence, lines: &mut Lines) {
    if let Times::Exact(times) = &occurrence.times {
        lines.add("local start", Some(local(times.start())));
        match times.end() {
            End::At(end) => lines.add("local end", Some(local(end))),
            End::On(_) | End::Open => {}
        }
    }
    let usual = occurrence.moved_from.as_ref();
    lines.add("moved from", usual.map(|usual| span(usual).0));
}

fn local(moment: Moment) -> String {
    let fold = match moment.fold() {
        Some(Fold::Earlier) => ", the first of two",
        Some(Fold::Later) => ", the second of two",
        None => "",
    };
    format!("{}{fold}", moment.local())
}

/// What is said of an occurrence beside when it is, its status and its title.
fn said(said: &Said, lines: &mut Lines) {
    lines.add("written in", Some(&said.text_language));
    lines.add("group", Some(&said.group));
    lines.add_each("with group", &said.cohosts);
    lines.add_each("topic", &said.topics);
    lines.add("description", said.description.as_ref());
    lines.add_each("agenda", &said.agenda);
    lines.add("note", said.status_note.as_ref());
    lines.add("mode", Some(said.mode.as_str()));
    match &said.remote {
        Some(Remote::Points(points)) => points.iter().for_each(|point| way_in(point, lines)),
        Some(Remote::AtRegistration) => lines.add("way in", Some("(told to those who register)")),
        Some(Remote::ToFollow) => lines.add("way in", Some("(to follow)")),
        Some(Remote::NotRecorded) => lines.add("way in", Some("(not recorded)")),
        None => {}
    }
    match &said.place {
        Some(Place::At(venue)) => place(venue, lines),
        Some(Place::ToFollow) => lines.add("place", Some("(to follow)")),
        None => {}
    }
    if let Some(registration) = &said.registration {
        let need = if registration.required {
            "required"
        } else {
            "optional"
        };
        lines.add(
            "registration",
            Some(format!("{need}, {}", registration.url)),
        );
    }
    lines.add_each("spoken", &said.languages);
    lines.add_each("interpreted", &said.interpretation);
    lines.add("captioned", said.captioning.then_some("yes"));
    for link in &said.links {
        lines.add(
            "link",
            Some(format!("{}, {}", link.kind.as_str(), link.url)),
        );
        lines.add("link label", link.label.as_ref());
    }
    lines.add("took part", said.participants);
    if let Some(contact) = &said.contact {
        lines.add("contact", contact.name.as_ref());
        lines.add("contact address", contact.email.as_ref());
    }
}

fn way_in(point: &AccessPoint, lines: &mut Lines) {
    lines.add(
        "way in",
        Some(point.url.as_ref().map_or("(no link)", |url| url.as_str())),
    );
    lines.add("way in label", point.label.as_ref());
    lines.add("way in passcode", point.passcode.as_ref());
    lines.add("way in by telephone", point.dial_in.as_ref());
}

fn place(venue: &Venue, lines: &mut Lines) {
    lines.add("place", venue.name.as_ref());
    lines.add("place address", venue.address.as_ref());
    lines.add("place city", venue.city.as_ref());
    lines.add("place country", venue.country.as_ref());
}
