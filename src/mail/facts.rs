//! The facts by which the reader of a letter knows a meeting again.

use super::letter::Block;
use super::telling::Telling;
use crate::calendar::Snapshot;
use crate::domain::{ExactTimes, MeetingDetails, Times, Zone};
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::{headline, on_clock};

/// Title, group, when, and reference.
pub(super) fn facts(w: Words, telling: &Telling<'_>, snapshot: &Snapshot) -> Block {
    let payload = &telling.message.payload;
    let fact = |key: &str, value: String| (w.t(key).to_string(), value);
    let mut facts = vec![fact("mail-title", payload.title.clone())];
    if let Some(details) = telling.details {
        facts.push(fact("mail-group", groups(details, snapshot)));
        facts.push(fact("mail-when", when(w, details)));
    }
    if let Some(reference) = &payload.reference {
        facts.push(fact("mail-reference", reference.to_string()));
    }
    Block::Facts(facts)
}

fn groups(details: &MeetingDetails, snapshot: &Snapshot) -> String {
    let said = &details.said;
    let names = std::iter::once(&said.group).chain(&said.cohosts);
    names
        .map(|slug| {
            let group = snapshot.group(slug);
            group.map_or(slug.as_str(), |group| group.short_name())
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// The first time, and how many more there are.
fn when(w: Words, details: &MeetingDetails) -> String {
    let occurrences = details.occurrences();
    let Some(first) = occurrences.first() else {
        return w.t("when-date-unknown").to_string();
    };
    let day = headline(w, &first.times);
    let first = match &first.times {
        Times::Exact(times) => w
            .t2("mail-when-exact", "date", day, "clocks", clocks(w, times))
            .to_string(),
        _ => day,
    };
    match occurrences.len() - 1 {
        0 => first,
        more => w
            .t2("mail-when-more", "first", first, "count", more)
            .to_string(),
    }
}

/// Its hours at the place and in UTC, each apart from the other: in a right-to-left line they would
/// exchange their hours.
fn clocks(w: Words, times: &ExactTimes) -> String {
    let mut zones = vec![times.zone().clone(), Zone::utc()];
    zones.dedup();
    zones
        .iter()
        .map(|zone| isolated(&on_clock(w, times, zone, None)))
        .collect::<Vec<_>>()
        .join(" · ")
}
