//! The properties of one VEVENT (RFC 5545, section 3.6.1).

use super::span::{DateTimeValue, Span};
use super::text::{escaped, parameter, refolded, text, uri, utc};
use super::vevent::{RuleRelation, Vevent};
use crate::domain::{Place, Said, Status};
use crate::feeds::entry::{Certainty, Telling, WayIn};
use crate::feeds::words;
use crate::i18n::Words;
use icalendar::{Component, Event, Property};

/// The lines of an event, CRLF at each end.
pub(super) fn text_of(w: Words, vevent: &Vevent<'_>) -> String {
    refolded(render(w, vevent))
}

/// No ORGANIZER and no ATTENDEE, which turn a subscription into invitations; no VALARM, which is
/// the reader's to set. The writer sorts the properties by name, so equal meetings give equal bytes.
fn render(w: Words, vevent: &Vevent<'_>) -> String {
    let (entry, telling, span) = (vevent.entry, &*vevent.telling, &vevent.span);
    let said = &*telling.said;
    let title = words::title(w, telling);
    let description = words::description(w, telling, &when(w, vevent));
    let mut event = Event::new();
    event
        .add_property("UID", &entry.uid)
        .add_property("SEQUENCE", entry.sequence.to_string())
        .add_property("DTSTAMP", utc(entry.modified))
        .add_property("LAST-MODIFIED", utc(entry.modified))
        .add_property("CREATED", utc(entry.created))
        .add_property("SUMMARY", text(&title))
        .add_property("DESCRIPTION", text(&description))
        .add_property("URL", uri(&telling.page))
        .add_property("CATEGORIES", categories(telling))
        .add_property("STATUS", status(telling.standing().certainty))
        .add_property("TRANSP", transparency(telling, span))
        .add_property("CLASS", "PUBLIC");
    add_times(&mut event, span);
    add_relation(&mut event, &vevent.relation);
    for sibling in &entry.siblings {
        let mut property = Property::new("RELATED-TO", sibling);
        event.append_multi_property(property.add_parameter("RELTYPE", "SIBLING").done());
    }
    if let Some(location) = location(telling) {
        event.add_property("LOCATION", text(&location));
    }
    if let WayIn::Join(url) = telling.way_in() {
        event.append_property(conference(w, said, url));
    }
    for outcome in said.outcomes() {
        event.append_multi_property(Property::new("ATTACH", uri(outcome.url.as_str())));
    }
    event.to_string()
}

/// The lines of the description that say when it is.
fn when(w: Words, vevent: &Vevent<'_>) -> Vec<String> {
    match vevent.relation {
        RuleRelation::InPlaceOf(_) => words::when_once(w, &vevent.telling),
        RuleRelation::None | RuleRelation::By { .. } => words::when(w, vevent.entry),
    }
}

/// STATUS (section 3.8.1.11).
fn status(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Confirmed => "CONFIRMED",
        Certainty::Tentative => "TENTATIVE",
        Certainty::Cancelled => "CANCELLED",
    }
}

fn add_times(event: &mut Event, span: &Span) {
    match span {
        Span::Days { first, after } => {
            for (name, day) in [("DTSTART", first), ("DTEND", after)] {
                let mut property = Property::new(name, day.format("%Y%m%d").to_string());
                event.append_property(property.add_parameter("VALUE", "DATE").done());
            }
        }
        Span::Hours { start, end } => {
            event.append_property(date_time("DTSTART", start));
            event.append_property(date_time("DTEND", end));
        }
    }
}

fn add_relation(event: &mut Event, relation: &RuleRelation) {
    match relation {
        RuleRelation::None => {}
        RuleRelation::By {
            rrule, left_out, ..
        } => {
            event.add_property("RRULE", rrule);
            for value in left_out {
                event.append_multi_property(date_time("EXDATE", value));
            }
        }
        RuleRelation::InPlaceOf(value) => {
            event.append_property(date_time("RECURRENCE-ID", value));
        }
    }
}

fn date_time(name: &str, value: &DateTimeValue) -> Property {
    match value {
        DateTimeValue::Utc(at) => Property::new(name, utc(*at)),
        DateTimeValue::Local { zone, time } => {
            Property::new(name, time.format("%Y%m%dT%H%M%S").to_string())
                .add_parameter("TZID", &parameter(zone.name()))
                .done()
        }
    }
}

/// Only what takes place at known hours makes its readers busy.
fn transparency(telling: &Telling, span: &Span) -> &'static str {
    match span {
        Span::Hours { .. } if telling.is_held_then() => "OPAQUE",
        _ => "TRANSPARENT",
    }
}

/// The venue, or the address of the way in as long as there is none: screens in meeting rooms and on
/// phones make a button of an address here.
fn location(telling: &Telling) -> Option<String> {
    let said = &telling.said;
    let is_held_there = said.mode.has_place() && said.status != Status::MovedOnline;
    let place = said.place.as_ref().filter(|_| is_held_there);
    if let Some(venue) = place.and_then(Place::venue) {
        return Some(venue.in_one_line());
    }
    match telling.way_in() {
        WayIn::Join(url) | WayIn::Register(url) => Some(url.to_owned()),
        WayIn::None => None,
    }
}

/// RFC 7986, section 5.11. The feature list stands in the name because the writer would quote it,
/// and a quoted comma makes one unknown feature out of two.
fn conference(w: Words, said: &Said, url: &str) -> Property {
    let remote = said.remote.as_ref();
    let label = remote
        .and_then(|remote| remote.points().first())
        .and_then(|point| point.label.as_ref())
        .map_or_else(|| words::join_label(w), ToString::to_string);
    Property::new("CONFERENCE;FEATURE=AUDIO,VIDEO", uri(url))
        .add_parameter("LABEL", &parameter(&label))
        .add_parameter("VALUE", "URI")
        .done()
}

/// In one line, for programs that colour by category.
fn categories(telling: &Telling) -> String {
    let names: Vec<String> = telling
        .categories
        .iter()
        .map(|name| escaped(name))
        .collect();
    names.join(",")
}
