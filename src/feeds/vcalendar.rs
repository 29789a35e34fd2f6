//! A whole VCALENDAR (RFC 5545, section 3.4; RFC 7986): its head, the time zones that its events
//! name, and the events' own texts one after the other.

use super::events::said_of;
use super::site::Site;
use super::text::{escaped, refolded, text, uri};
use super::vevent::utc;
use super::vtimezone;
use crate::calendar::{FeedText, PublishedMeeting, Snapshot};
use crate::domain::Zone;
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Property};
use std::collections::BTreeMap;
use std::sync::Arc;

const END: &str = "END:VCALENDAR\r\n";

/// What a feed says of itself; anything may stand in it, it is made harmless here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedInfo {
    /// The name under which it appears among the subscriber's calendars.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Its own address, with its query: SOURCE (RFC 7986, section 5.8).
    pub feed_url: String,
    /// The page that shows the same: URL (RFC 7986, section 5.5).
    pub page_url: String,
}

/// The text of a feed, in the order in which the meetings come.
///
/// Left out are meetings without any date and those whose window is longer than 31 days: RFC 5545
/// (section 3.6.1) has no event without DTSTART, and a band over months of a calendar says nothing.
/// An empty feed holds the definition of UTC, which nothing refers to, because a calendar without
/// any component is not one (section 3.4) and strict programs refuse to subscribe to it.
pub fn calendar<'a>(
    info: &FeedInfo,
    meetings: impl Iterator<Item = &'a PublishedMeeting>,
    snapshot: &Snapshot,
    site: &Site,
) -> String {
    let mut zones = Zones::default();
    let mut events = Vec::new();
    let mut newest = None;
    for meeting in meetings {
        let Some(said) = said_of(meeting, snapshot, site) else {
            continue;
        };
        zones.add(said);
        newest = newest.max(Some(meeting.modified));
        events.push(&said.text);
    }
    let head = head(info, newest.unwrap_or(snapshot.modified()));
    let zones = zones.definitions();
    let length: usize = zones.iter().map(|zone| zone.len()).sum::<usize>()
        + events.iter().map(|event| event.len()).sum::<usize>();
    let mut out = String::with_capacity(head.len() + length + vtimezone::UTC.len() + END.len());
    out.push_str(&head);
    zones.iter().for_each(|zone| out.push_str(zone));
    if events.is_empty() {
        out.push_str(vtimezone::UTC);
    }
    events.iter().for_each(|event| out.push_str(event));
    out.push_str(END);
    out
}

/// Everything before the first component. No METHOD: with PUBLISH some readers demand an ORGANIZER.
fn head(info: &FeedInfo, modified: DateTime<Utc>) -> String {
    let (name, description) = (text(&info.name), text(&info.description));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        (
            "PRODID",
            "-//Internet Governance Forum community//Common IGF calendar//EN",
        ),
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
    let mut written = refolded(calendar.to_string());
    written.truncate(written.len() - END.len());
    written
}

const REFRESH: &str = "PT2H";

/// The zones of a feed by name, with the first and last local year that events name.
#[derive(Default)]
struct Zones<'a>(BTreeMap<&'a str, (&'a Zone, i32, i32)>);

impl<'a> Zones<'a> {
    fn add(&mut self, said: &'a FeedText) {
        for (zone, from, to) in &said.zones {
            let (_, first, last) = self.0.entry(zone.name()).or_insert((zone, *from, *to));
            *first = *from.min(first);
            *last = *to.max(last);
        }
    }

    fn definitions(&self) -> Vec<Arc<str>> {
        self.0
            .values()
            .map(|(zone, first, last)| vtimezone::definition(zone, *first, *last))
            .collect()
    }
}
