//! One event (RFC 8984, section 5.1).

use super::when::When;
use super::{PRODUCT, Properties, link, rule, utc};
use crate::domain::{Said, Status, Times};
use crate::feeds::entry::{Certainty, FeedEntry, Repetition, Telling, WayIn};
use crate::feeds::words;
use crate::i18n::Words;
use serde_json::{Value, json};

/// An entry as an event; `None` where no date is known well enough.
pub(in crate::feeds) fn of_entry(w: Words, entry: &FeedEntry<'_>) -> Option<Value> {
    let telling = &entry.telling;
    let when = match &entry.repetition {
        Repetition::Rule(dates) => When::of_rule(dates.run, dates.first()),
        Repetition::Once | Repetition::Sitting(_) => {
            When::of(telling.key, &telling.said, telling.shown())?
        }
    };
    let lines = words::when(w, entry);
    let mut event = properties(w, entry, (telling, &lines), &when);
    if let Repetition::Rule(dates) = &entry.repetition {
        rule::put(w, entry, dates, &mut event);
    }
    Some(Value::Object(event))
}

/// What is said of an entry at one of its times.
pub(super) fn properties(
    w: Words,
    entry: &FeedEntry<'_>,
    (telling, lines): (&Telling, &[String]),
    when: &When,
) -> Properties {
    let said = &*telling.said;
    let mut event = Properties::new();
    let mut put = |name: &str, value: Value| event.insert(name.to_owned(), value);
    put("@type", json!("Event"));
    put("uid", json!(entry.uid));
    put("prodId", json!(PRODUCT));
    put("created", json!(utc(entry.created)));
    put("updated", json!(utc(entry.modified)));
    put("sequence", json!(entry.sequence));
    put("title", json!(words::title(w, telling)));
    put("description", json!(words::description(w, telling, lines)));
    put("descriptionContentType", json!("text/plain"));
    put("locale", json!(said.text_language.as_str()));
    put("status", json!(status(telling)));
    put("freeBusyStatus", json!(busy(telling, when)));
    put("keywords", keywords(telling));
    put("links", links(telling));
    if let Some(locations) = locations(said, telling.shown()) {
        put("locations", locations);
    }
    if let WayIn::Join(url) = telling.way_in() {
        put("virtualLocations", virtual_locations(w, telling, url));
    }
    if !entry.siblings.is_empty() {
        put("relatedTo", related(&entry.siblings));
    }
    when.put(&mut event);
    event
}

fn status(telling: &Telling) -> &'static str {
    match telling.standing().certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Tentative => "tentative",
        Certainty::Cancelled => "cancelled",
    }
}

/// Section 4.4.2: days without hours take nobody's time.
fn busy(telling: &Telling, when: &When) -> &'static str {
    match telling.is_held_then() && !when.is_days() {
        true => "busy",
        false => "free",
    }
}

/// Section 4.2.9.
fn keywords(telling: &Telling) -> Value {
    let named = telling.categories.iter();
    Value::Object(named.map(|name| (name.clone(), json!(true))).collect())
}

/// The place, and whose clock it goes by (section 4.2.5).
fn locations(said: &Said, times: &Times) -> Option<Value> {
    let is_there = said.mode.has_place() && said.status != Status::MovedOnline;
    let place = said.place.as_ref().filter(|_| is_there);
    let venue = place.and_then(|place| place.venue());
    let zone = times.zone();
    if venue.is_none() && zone.is_none() {
        return None;
    }
    let mut location = json!({"@type": "Location"});
    if let Some(venue) = venue {
        location["name"] = json!(venue.in_one_line());
    }
    if let Some(zone) = zone {
        location["timeZone"] = json!(zone.name());
    }
    Some(json!({"place": location}))
}

/// Section 4.2.6. No copy carries the conference's own link, because it may be stale.
fn virtual_locations(w: Words, telling: &Telling, url: &str) -> Value {
    let remote = telling.said.remote.as_ref();
    let own = remote
        .and_then(|remote| remote.points().first())
        .and_then(|point| point.label.as_ref());
    let label = own.map_or_else(|| words::join_label(w), ToString::to_string);
    json!({"join": {
        "@type": "VirtualLocation",
        "name": label,
        "uri": url,
        "features": {"audio": true, "video": true},
    }})
}

/// Its page first, then what the group links to (section 4.2.7).
fn links(telling: &Telling) -> Value {
    let said = &telling.said;
    let mut links = json!({"page": link(&telling.page, "alternate", "text/html")});
    if let Some(registration) = &said.registration {
        links["registration"] = json!({
            "@type": "Link", "href": registration.url.as_str(), "rel": "related",
            "title": "Registration",
        });
    }
    for (number, own) in (1..).zip(&said.links) {
        let label = own
            .label
            .as_ref()
            .map_or(own.kind.as_str(), |label| label.as_str());
        links[format!("{}-{number}", own.kind.as_str())] = json!({
            "@type": "Link", "href": own.url.as_str(), "rel": "related", "title": label,
        });
    }
    links
}

/// Section 4.1.3: parts, slots and runs of one meeting.
fn related(siblings: &[String]) -> Value {
    let siblings = siblings.iter();
    let relation = |uid: &String| (uid.clone(), json!({"@type": "Relation"}));
    Value::Object(siblings.map(relation).collect())
}
