//! The properties of one VEVENT (RFC 5545, section 3.6.1). Which ones a meeting has is said in
//! `events`.

use super::description::{description, is_joinable};
use super::event::{Recurrence, Vevent};
use super::site::Site;
use super::span::{Clock, Span};
use super::standing::Standing;
use super::text::{escaped, parameter, refolded, text, uri};
use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{Said, Status};
use chrono::{DateTime, Utc};
use icalendar::{Component, Event, Property};

/// The lines of an event, CRLF at each end.
pub(super) fn text_of(
    vevent: &Vevent,
    meeting: &PublishedMeeting,
    snapshot: &Snapshot,
    site: &Site,
) -> String {
    refolded(render(vevent, meeting, snapshot, site))
}

/// `20180309T130000Z`.
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// No ORGANIZER and no ATTENDEE, which turn a subscription into invitations; no VALARM, which is
/// the reader's to set. The writer sorts the properties by name, so equal meetings give equal bytes.
fn render(vevent: &Vevent, meeting: &PublishedMeeting, snapshot: &Snapshot, site: &Site) -> String {
    let (said, span) = (&*vevent.said, &vevent.span);
    let standing = Standing::of(said.status, &vevent.times, vevent.former.as_ref());
    let title = format!("{}{}{}", standing.prefix, said.title, vevent.suffix);
    let description = description(vevent, meeting, snapshot, site);
    let mut event = Event::new();
    event
        .add_property("UID", &vevent.uid)
        .add_property("SEQUENCE", meeting.sequence.to_string())
        .add_property("DTSTAMP", utc(meeting.modified))
        .add_property("LAST-MODIFIED", utc(meeting.modified))
        .add_property("CREATED", utc(meeting.created))
        .add_property("SUMMARY", text(&title))
        .add_property("DESCRIPTION", text(&description))
        .add_property("URL", uri(&vevent.page))
        .add_property("CATEGORIES", categories(said, snapshot))
        .add_property("STATUS", standing.status)
        .add_property("TRANSP", transparency(said, span))
        .add_property("CLASS", "PUBLIC");
    add_times(&mut event, span);
    add_recurrence(&mut event, &vevent.recurrence);
    for sibling in &vevent.siblings {
        let mut property = Property::new("RELATED-TO", sibling);
        event.append_multi_property(property.add_parameter("RELTYPE", "SIBLING").done());
    }
    let join = site.join(meeting.id);
    if let Some(location) = location(said, &join) {
        event.add_property("LOCATION", text(&location));
    }
    if is_joinable(said) {
        event.append_property(conference(said, &join));
    }
    for outcome in said.outcomes() {
        event.append_multi_property(Property::new("ATTACH", uri(outcome.url.as_str())));
    }
    event.to_string()
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

fn add_recurrence(event: &mut Event, recurrence: &Recurrence) {
    match recurrence {
        Recurrence::Once => {}
        Recurrence::By {
            rrule, left_out, ..
        } => {
            event.add_property("RRULE", rrule);
            for clock in left_out {
                event.append_multi_property(date_time("EXDATE", clock));
            }
        }
        Recurrence::InPlaceOf(clock) => {
            event.append_property(date_time("RECURRENCE-ID", clock));
        }
    }
}

fn date_time(name: &str, clock: &Clock) -> Property {
    match clock {
        Clock::Utc(at) => Property::new(name, utc(*at)),
        Clock::Local { zone, time } => {
            Property::new(name, time.format("%Y%m%dT%H%M%S").to_string())
                .add_parameter("TZID", &parameter(zone.name()))
                .done()
        }
    }
}

/// Only what takes place at known hours makes its readers busy.
fn transparency(said: &Said, span: &Span) -> &'static str {
    match span {
        Span::Hours { .. } if said.status.takes_place() => "OPAQUE",
        _ => "TRANSPARENT",
    }
}

/// The venue, or the join address where there is none: screens in meeting rooms and on phones make
/// a button of an address here.
fn location(said: &Said, join: &str) -> Option<String> {
    if said.mode.has_place() && said.status != Status::MovedOnline {
        let venue = said.place.as_ref()?.venue()?;
        return Some(venue.in_one_line());
    }
    is_joinable(said).then(|| join.to_owned())
}

/// RFC 7986, section 5.11. The feature list stands in the name because the writer would quote it,
/// and a quoted comma makes one unknown feature out of two.
fn conference(said: &Said, join: &str) -> Property {
    let points = said.remote.as_ref().map(|remote| remote.points());
    let label = points
        .and_then(|points| points.first())
        .and_then(|point| point.label.as_ref())
        .map_or("Join the meeting", |label| label.as_str());
    Property::new("CONFERENCE;FEATURE=AUDIO,VIDEO", uri(join))
        .add_parameter("LABEL", &parameter(label))
        .add_parameter("VALUE", "URI")
        .done()
}

/// The kind of the group and its short name, in one line, for programs that colour by category.
fn categories(said: &Said, snapshot: &Snapshot) -> String {
    let Some(group) = snapshot.group(&said.group) else {
        return escaped(said.group.as_str());
    };
    let mut names = vec![group.kind.english(), group.short_name()];
    names.dedup();
    names.into_iter().map(escaped).collect::<Vec<_>>().join(",")
}
