//! A whole VCALENDAR (RFC 5545, section 3.4; RFC 7986): its head, the time zones that its events
//! name, and the events' own texts one after the other.

use super::object::{CalendarObject, MeetingObjects};
use super::text::{escaped, refolded, text, uri, utc};
use super::vtimezone;
use super::zones::merged;
use crate::feeds::info::FeedInfo;
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Property};

const END: &str = "END:VCALENDAR\r\n";
pub(super) const PRODUCT: &str = "-//Internet Governance Forum community//Common IGF calendar//EN";
const REFRESH: &str = "PT2H";

/// The text of a feed, in the order in which the meetings come. `otherwise` is when a feed without any
/// meeting changed last, UTC.
///
/// Left out are meetings without any date and those whose window is longer than 31 days: RFC 5545
/// (section 3.6.1) has no event without DTSTART, and a band over months of a calendar says nothing.
/// An empty feed holds the definition of UTC, which nothing refers to, because a calendar without
/// any component is not one (section 3.4) and strict programs refuse to subscribe to it.
pub fn calendar<'a>(
    info: &FeedInfo,
    meetings: impl IntoIterator<Item = &'a MeetingObjects>,
    otherwise: DateTime<Utc>,
) -> String {
    let meetings: Vec<_> = meetings.into_iter().filter(|one| !one.is_empty()).collect();
    let newest = meetings
        .iter()
        .filter_map(|meeting| meeting.modified())
        .max();
    let objects: Vec<_> = meetings.iter().flat_map(|meeting| meeting.iter()).collect();
    put_together(&head(info, newest.unwrap_or(otherwise)), &objects)
}

/// A VCALENDAR that holds one object and says nothing of itself.
pub(super) fn of_object(object: &CalendarObject) -> String {
    let head = opened(
        Calendar::empty()
            .append_property(("VERSION", "2.0"))
            .append_property(("PRODID", PRODUCT))
            .append_property(("CALSCALE", "GREGORIAN"))
            .done(),
    );
    put_together(&head, &[object])
}

fn put_together(head: &str, objects: &[&CalendarObject]) -> String {
    let named = objects.iter().flat_map(|object| object.zones());
    let zones: Vec<_> = merged(named.map(|one| (&one.zone, one.first_year, one.last_year)))
        .iter()
        .map(|zone| zone.definition())
        .collect();
    let length = zones.iter().map(|zone| zone.len()).sum::<usize>()
        + objects.iter().map(|one| one.text().len()).sum::<usize>();
    let mut out = String::with_capacity(head.len() + length + vtimezone::UTC.len() + END.len());
    out.push_str(head);
    zones.iter().for_each(|zone| out.push_str(zone));
    if objects.is_empty() {
        out.push_str(vtimezone::UTC);
    }
    objects
        .iter()
        .for_each(|object| out.push_str(object.text()));
    out.push_str(END);
    out
}

/// Everything before the first component. No METHOD: with PUBLISH some readers demand an ORGANIZER.
fn head(info: &FeedInfo, modified: DateTime<Utc>) -> String {
    let (name, description) = (text(&info.name), text(&info.description));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", &escaped(&info.name)),
        ("X-WR-CALNAME", &name),
        ("DESCRIPTION", &description),
        ("X-WR-CALDESC", &description),
        ("COLOR", "steelblue"),
        ("X-APPLE-CALENDAR-COLOR", "#4682B4"),
        ("X-PUBLISHED-TTL", REFRESH),
        ("URL", &uri(&info.page_url)),
        ("LAST-MODIFIED", &utc(modified)),
    ] {
        calendar.append_property((key, value));
    }
    for (key, kind, value) in [
        ("REFRESH-INTERVAL", "DURATION", REFRESH),
        ("SOURCE", "URI", &uri(&info.feed_url)),
    ] {
        calendar.append_property(
            Property::new(key, value)
                .add_parameter("VALUE", kind)
                .done(),
        );
    }
    opened(calendar)
}

/// A calendar without its last line.
fn opened(calendar: Calendar) -> String {
    let mut written = refolded(calendar.to_string());
    written.truncate(written.len() - END.len());
    written
}
