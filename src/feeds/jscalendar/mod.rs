//! JSCalendar (RFC 8984): entries as events, a feed as a group of them. Every event has the identity
//! that it has in iCalendar, so whoever reads both knows one event.

mod event;
mod rule;
mod when;

use super::entry::{entries, only};
use super::feed::Feed;
use super::info::FeedInfo;
use super::past::Past;
use super::select::{Chosen, chosen};
use super::shelf::Stock;
use crate::calendar::{Filter, PublishedMeeting};
use crate::domain::OccurrenceKey;
use crate::i18n::Words;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::sync::Arc;

/// The properties of an object, in the order in which they are written.
type Properties = Map<String, Value>;

/// What a listing holds as a JSCalendar group: the same times as its iCalendar feed. Those of which no
/// date is known well enough are left out.
pub fn listing(
    info: &FeedInfo,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    stock: &Stock,
) -> Feed {
    let chosen = chosen(stock.snapshot(), filter, past, now);
    let events: Vec<Value> = chosen
        .iter()
        .flat_map(|chosen| events(info, chosen, stock))
        .collect();
    let modified = chosen.iter().map(|chosen| chosen.meeting.stamp().at).max();
    let modified = modified.unwrap_or(stock.snapshot().modified());
    Feed::new(info, group(info, events, modified), modified)
}

/// One meeting as a JSCalendar group; `None` if its date is not known well enough.
pub fn single(info: &FeedInfo, meeting: &Arc<PublishedMeeting>, stock: &Stock) -> Option<Feed> {
    let entries = entries(meeting, stock.snapshot(), stock.site());
    let events: Vec<Value> = entries
        .iter()
        .filter_map(|entry| event::of_entry(words(info), entry))
        .collect();
    let modified = meeting.stamp().at;
    (!events.is_empty()).then(|| Feed::new(info, group(info, events, modified), modified))
}

fn events(info: &FeedInfo, chosen: &Chosen<'_>, stock: &Stock) -> Vec<Value> {
    let keys: HashSet<OccurrenceKey> = chosen.occurrences().map(|one| one.key()).collect();
    let all = entries(chosen.meeting, stock.snapshot(), stock.site());
    let wanted = only(all, |key| keys.contains(&key));
    wanted
        .iter()
        .filter_map(|entry| event::of_entry(words(info), entry))
        .collect()
}

fn words(info: &FeedInfo) -> Words {
    Words::of(info.language)
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
