//! What feeds say of a meeting: one event for each of its times, or one for all that come by a rule.
//! It depends on the revision, on the names of its groups and on the site alone, so it is made once
//! and kept with the revision.

use super::event::{Recurrence, Vevent};
use super::site::Site;
use super::span::Span;
use super::vevent::text_of;
use super::{series, sittings, words};
use crate::calendar::{FeedText, PublishedMeeting, Snapshot};
use crate::domain::{Times, Timing, Zone};
use std::collections::BTreeMap;

/// The text of a meeting's events; `None` where iCalendar has nothing to say (see [`Span::of`]).
pub(super) fn said_of<'a>(
    meeting: &'a PublishedMeeting,
    snapshot: &Snapshot,
    site: &Site,
) -> Option<&'a FeedText> {
    let said = meeting.rendered(|meeting| {
        let events = events(meeting, site);
        FeedText {
            text: events
                .iter()
                .map(|event| text_of(event, meeting, snapshot, site))
                .collect(),
            events: events.len(),
            zones: zones(&events),
        }
    });
    (said.events > 0).then_some(said)
}

fn events(meeting: &PublishedMeeting, site: &Site) -> Vec<Vevent> {
    match &meeting.details.timing {
        Timing::Parts(_) | Timing::Slots(_) => sittings::events(meeting, site),
        Timing::Series(series) => series::events(meeting, series, site),
        Timing::Once(times) => single(meeting, times, site).into_iter().collect(),
    }
}

fn single(meeting: &PublishedMeeting, times: &Times, site: &Site) -> Option<Vevent> {
    Some(Vevent {
        said: meeting.details.said.clone(),
        uid: meeting.id.to_string(),
        siblings: Vec::new(),
        span: Span::of(times)?,
        times: times.clone(),
        recurrence: Recurrence::Once,
        former: meeting.former_date().cloned(),
        suffix: String::new(),
        when: words::when(times),
        page: site.page(meeting.id),
    })
}

/// Each zone once, from the first to the last year.
fn zones(events: &[Vevent]) -> Vec<(Zone, i32, i32)> {
    let mut zones: BTreeMap<&str, (Zone, i32, i32)> = BTreeMap::new();
    for (zone, year) in events.iter().flat_map(Vevent::zones) {
        let (_, first, last) = zones
            .entry(zone.name())
            .or_insert_with(|| (zone.clone(), year, year));
        *first = year.min(*first);
        *last = year.max(*last);
    }
    zones.into_values().collect()
}
