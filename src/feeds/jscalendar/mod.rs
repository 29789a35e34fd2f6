//! JSCalendar (RFC 8984): entries as events, a feed as a group of them. Every event has the identity
//! that it has in iCalendar, so whoever reads both knows one event.

mod event;
mod rule;
mod when;

use super::entry::FeedEntry;
use super::feed::Feed;
use super::info::FeedInfo;
use super::past::Past;
use super::select::{Dates, chosen};
use super::shelf::Stock;
use crate::calendar::Filter;
use crate::domain::MeetingId;
use crate::i18n::Words;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

/// The properties of an object, in the order in which they are written.
type Properties = Map<String, Value>;

/// What a listing holds as a JSCalendar group: the same times as its iCalendar feed, but for what is too
/// much for that. Those of which no date is known well enough are left out.
pub fn listing(
    info: &FeedInfo,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    stock: &Stock,
) -> Feed {
    let mut group = GroupEvents::of(info);
    for chosen in chosen(stock.snapshot(), filter, past, now) {
        group.add(&stock.told(chosen.meeting, &chosen.dates));
    }
    let endings = stock.endings();
    group.add(endings.entries_met_by(filter, stock.snapshot(), stock.today()));
    group.feed(info, stock.snapshot().modified())
}

/// One meeting as a JSCalendar group; `None` if there is nothing to tell, or its date is not known well
/// enough.
pub fn single(info: &FeedInfo, id: MeetingId, stock: &Stock) -> Option<Feed> {
    let mut group = GroupEvents::of(info);
    if let Some(meeting) = stock.snapshot().meeting(id) {
        group.add(&stock.told(meeting, &Dates::All));
    }
    let endings = stock.endings();
    group.add(endings.entries_of_meeting(id, stock.today()));
    let is_any = !group.events.is_empty();
    is_any.then(|| group.feed(info, stock.snapshot().modified()))
}

/// The events of a group, and when the newest of them was changed.
struct GroupEvents {
    w: Words,
    events: Vec<Value>,
    modified: Option<DateTime<Utc>>,
}

impl GroupEvents {
    fn of(info: &FeedInfo) -> Self {
        Self {
            w: Words::of(info.language),
            events: Vec::new(),
            modified: None,
        }
    }

    fn add<'a, 'b: 'a>(&mut self, entries: impl IntoIterator<Item = &'a FeedEntry<'b>>) {
        for entry in entries {
            if let Some(event) = event::of_entry(self.w, entry) {
                self.events.push(event);
                self.modified = self.modified.max(Some(entry.modified));
            }
        }
    }

    fn feed(self, info: &FeedInfo, otherwise: DateTime<Utc>) -> Feed {
        let modified = self.modified.unwrap_or(otherwise);
        Feed::new(info, group(info, self.events, modified), modified)
    }
}

/// Section 5.3.
fn group(info: &FeedInfo, events: Vec<Value>, modified: DateTime<Utc>) -> String {
    let group = json!({
        "@type": "Group",
        "uid": info.feed_url,
        "prodId": PRODUCT,
        "updated": utc(modified),
        "locale": info.language.code(),
        "title": info.name,
        "description": info.description,
        "source": info.feed_url,
        "links": {
            "page": link(&info.page_url, "alternate", "text/html"),
        },
        "entries": events,
    });
    group.to_string()
}

const PRODUCT: &str = "igf-calendar";

/// Section 1.4.11.
fn link(href: &str, relation: &str, content_type: &str) -> Value {
    json!({"@type": "Link", "href": href, "rel": relation, "contentType": content_type})
}

/// UTCDateTime (section 1.4.4).
fn utc(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
