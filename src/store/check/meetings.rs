//! Heads and revisions: each head names revisions of its own meeting, numbers have no gaps, and
//! nobody shares a reference.

use super::fault::{Faults, RESTORE};
use super::ids::{Head, Ids, Link};
use crate::domain::{MeetingId, RevisionId};
use std::collections::{HashMap, HashSet};

pub(super) fn check(ids: &Ids, faults: &mut Faults) {
    let mut references: HashMap<&str, &str> = HashMap::new();
    for id in &ids.meetings_in_order {
        let head = &ids.meetings[id];
        if MeetingId::parse(id).is_none() {
            faults.add(named(id, head), "its id is none", RESTORE);
        }
        check_head(ids, id, head, faults);
        if let Some(other) = references.insert(&head.reference, id) {
            let problem = format!("meeting {other} has the same reference");
            faults.add(named(id, head), problem, RESTORE);
        }
    }
    check_revisions(ids, faults);
}

fn check_head(ids: &Ids, id: &str, head: &Head, faults: &mut Faults) {
    let parts = [
        ("public", head.published.as_deref()),
        ("waiting", head.pending.as_deref()),
    ];
    for (part, revision) in parts {
        if let Some(stranger) = revision.and_then(|revision| ids.stranger(id, revision)) {
            faults.add(
                named(id, head),
                format!("its {part} revision is {stranger}"),
                RESTORE,
            );
        }
    }
    if head.published.is_some() && head.published == head.pending {
        let problem = "the same revision is public and waits";
        faults.add(named(id, head), problem, RESTORE);
    }
}

fn check_revisions(ids: &Ids, faults: &mut Faults) {
    let mut last: Option<(&str, i32)> = None;
    for id in &ids.revisions_in_order {
        let link = &ids.revisions[id];
        let what = format!("revision {id}");
        if RevisionId::parse(id).is_none() {
            faults.add(&what, "its id is none", RESTORE);
        }
        if !ids.meetings.contains_key(&link.meeting) {
            let problem = format!("its meeting {} is missing", link.meeting);
            faults.add(&what, problem, RESTORE);
        }
        let before = last.filter(|(meeting, _)| *meeting == link.meeting);
        let expected = before.map_or(1, |(_, number)| number + 1);
        if link.number != expected {
            let problem = format!(
                "it is number {} of meeting {} where {expected} comes next",
                link.number, link.meeting
            );
            faults.add(&what, problem, RESTORE);
        }
        last = Some((&link.meeting, link.number));
        check_links(ids, &what, link, faults);
    }
    let said: HashSet<&str> = ids
        .revisions
        .values()
        .map(|link| link.meeting.as_str())
        .collect();
    for id in &ids.meetings_in_order {
        // A head is written together with its first revision.
        if !said.contains(id.as_str()) {
            faults.add(named(id, &ids.meetings[id]), "it has no revision", RESTORE);
        }
    }
}

fn check_links(ids: &Ids, what: &str, link: &Link, faults: &mut Faults) {
    if let Some(base) = &link.base {
        if let Some(stranger) = ids.stranger(&link.meeting, base) {
            faults.add(what, format!("it was put onto {stranger}"), RESTORE);
        } else if ids.revisions[base].number >= link.number {
            let problem = format!("it was put onto revision {base}, which is no earlier one");
            faults.add(what, problem, RESTORE);
        }
    }
    if let Some(person) = link.sent_by.as_ref().filter(|id| !ids.people.contains(*id)) {
        let problem = format!("person {person}, who sent it, is missing");
        faults.add(what, problem, RESTORE);
    }
}

fn named(id: &str, head: &Head) -> String {
    format!("meeting {id} ({})", head.reference)
}
