//! Parts and slots: an event for each, which says what it is among the others.

use super::event::{Recurrence, Vevent};
use super::site::Site;
use super::span::Span;
use super::words;
use crate::calendar::PublishedMeeting;
use crate::domain::{Occurrence, OccurrenceKey};

/// One event for each part or slot. The first has the meeting's own UID, so that a copy of a meeting
/// that was to be held once becomes it.
pub(super) fn events(meeting: &PublishedMeeting, site: &Site) -> Vec<Vevent> {
    let all: Vec<&Occurrence> = meeting.occurrences().collect();
    let uids: Vec<String> = (1..=all.len())
        .map(|number| match number {
            1 => meeting.id.to_string(),
            _ => format!("{}-{number}", meeting.id),
        })
        .collect();
    let event = |(index, uid): (usize, &String)| {
        let occurrence = all[index];
        let siblings = if index == 0 { &uids[1..] } else { &uids[..1] };
        Some(Vevent {
            said: occurrence.said.clone(),
            times: occurrence.times.clone(),
            uid: uid.clone(),
            siblings: siblings.to_vec(),
            span: Span::alone(occurrence.times.exact()?),
            recurrence: Recurrence::Once,
            former: None,
            suffix: suffix(occurrence.key),
            when: when(occurrence, &all),
            page: site.page(meeting.id),
        })
    };
    uids.iter().enumerate().filter_map(event).collect()
}

fn suffix(key: OccurrenceKey) -> String {
    match key {
        OccurrenceKey::Part { number, of } => format!(" (part {number} of {of})"),
        OccurrenceKey::Slot { number, of } => format!(" (slot {number} of {of}, {})", choose(of)),
        OccurrenceKey::Whole | OccurrenceKey::On(_) => String::new(),
    }
}

/// Its own hours first; then the other slots, for whoever can choose, or all parts in order.
fn when(occurrence: &Occurrence, all: &[&Occurrence]) -> Vec<String> {
    let mut lines = words::when(&occurrence.times);
    match occurrence.key {
        OccurrenceKey::Part { number, of } => {
            lines.push(format!("This is part {number} of {of}."));
            lines.extend(all.iter().filter_map(|part| line(part)));
        }
        OccurrenceKey::Slot { of, .. } => {
            let times = if of == 2 {
                "twice"
            } else {
                &format!("{of} times")
            };
            let choose = choose(of);
            lines.push(format!(
                "It is held {times} with the same agenda: {choose}."
            ));
            let others = all.iter().filter(|slot| slot.key != occurrence.key);
            lines.extend(others.filter_map(|slot| line(slot)));
        }
        OccurrenceKey::Whole | OccurrenceKey::On(_) => {}
    }
    lines
}

fn line(occurrence: &Occurrence) -> Option<String> {
    let name = match occurrence.key {
        OccurrenceKey::Part { number, .. } => format!("Part {number}"),
        OccurrenceKey::Slot { of: 2, .. } => "The other slot".to_owned(),
        OccurrenceKey::Slot { number, .. } => format!("Slot {number}"),
        OccurrenceKey::Whole | OccurrenceKey::On(_) => return None,
    };
    Some(format!(
        "{name}: {}",
        words::in_one_line(occurrence.times.exact()?)
    ))
}

fn choose(of: usize) -> &'static str {
    if of == 2 {
        "choose either"
    } else {
        "choose one"
    }
}
