//! Rows and documents: what every revision, group and topic says can be read by this version.

use super::fault::{Faults, HARMLESS};
use super::ids::Ids;
use crate::domain::{Group, Topic};
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::listed::each;
use crate::store::revisions;

/// How many documents are in memory at once.
const AT_ONCE: i64 = 500;

pub(super) fn check(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    check_revisions(connection, ids, faults)?;
    for (slug, outcome) in each::<Group>(connection)? {
        if let Err(error) = outcome {
            let remedy = "Import it again: igf-calendar import groups FILE.";
            faults.add_unreadable(format_args!("group {slug}"), &error, remedy);
        }
    }
    for (slug, outcome) in each::<Topic>(connection)? {
        if let Err(error) = outcome {
            let remedy = "Import it again: igf-calendar import topics FILE.";
            faults.add_unreadable(format_args!("topic {slug}"), &error, remedy);
        }
    }
    Ok(())
}

fn check_revisions(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let mut last = String::new();
    loop {
        let rows = revisions::some_after(connection, &last, AT_ONCE)?;
        let Some((id, _)) = rows.last() else {
            return Ok(());
        };
        last.clone_from(id);
        for (id, outcome) in rows {
            if let Err(error) = outcome {
                faults.add_unreadable(name(&id, ids), &error, remedy(&id, ids));
            }
        }
    }
}

fn name(revision: &str, ids: &Ids) -> String {
    let head = ids.revisions.get(revision).map(|link| &link.meeting);
    let reference = head
        .and_then(|meeting| ids.meetings.get(meeting))
        .map_or("no meeting", |head| head.reference.as_str());
    format!("revision {revision} of {reference}")
}

/// What the calendar shows, or waits for a decision on, somebody has to look after.
fn remedy(revision: &str, ids: &Ids) -> String {
    let Some(link) = ids.revisions.get(revision) else {
        return HARMLESS.to_owned();
    };
    let head = ids.meetings.get(&link.meeting);
    let is = |part: Option<&String>| part.is_some_and(|id| id == revision);
    match head {
        Some(head) if is(head.published.as_ref()) => format!(
            "Its meeting is left out of the calendar; withdraw it at /desk/meetings/{}, or restore \
             the newest backup that passes this check.",
            link.meeting
        ),
        Some(head) if is(head.pending.as_ref()) => format!(
            "It waits; reject it at /desk/meetings/{}, or restore the newest backup that passes \
             this check.",
            link.meeting
        ),
        _ => HARMLESS.to_owned(),
    }
}
