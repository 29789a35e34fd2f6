//! Reviews, withdrawals and retractions: of something that there is, by somebody who is there, and at
//! most one decision each.

use super::fault::{Faults, HARMLESS, RESTORE};
use super::ids::Ids;
use crate::domain::Verdict;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::schema::{changes, retractions, reviews, withdrawals};
use diesel::prelude::*;
use std::collections::HashSet;

type ReviewRow = (String, String, String, String);
type WithdrawalRow = (String, String, String, String);

pub(super) fn check(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let mut decided = check_reviews(connection, ids, faults)?;
    check_retractions(connection, ids, &mut decided, faults)?;
    check_withdrawals(connection, ids, faults)?;
    for id in &ids.meetings_in_order {
        let head = &ids.meetings[id];
        if let Some(revision) = head.pending.as_ref().filter(|id| decided.contains(*id)) {
            let what = format!("meeting {id} ({})", head.reference);
            let problem = format!("revision {revision} waits although it was decided");
            faults.add(what, problem, RESTORE);
        }
    }
    Ok(())
}

/// Returns the revisions that were decided on.
fn check_reviews(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<HashSet<String>, StoreError> {
    let rows: Vec<ReviewRow> = reviews::table
        .order(reviews::id)
        .select((
            reviews::id,
            reviews::revision_id,
            reviews::verdict,
            reviews::decided_by,
        ))
        .load(connection)?;
    let logged: Vec<Option<String>> = changes::table
        .filter(changes::revision_id.is_not_null())
        .select(changes::revision_id)
        .load(connection)?;
    let logged: HashSet<String> = logged.into_iter().flatten().collect();
    let (mut decided, mut approved) = (HashSet::new(), HashSet::new());
    for (id, revision, verdict, person) in rows {
        let what = format!("review {id}");
        check_person(&what, &person, ids, faults);
        if !ids.revisions.contains_key(&revision) {
            let problem = format!("it is of revision {revision}, which is missing");
            faults.add(&what, problem, RESTORE);
        }
        match Verdict::from_name(&verdict) {
            Some(Verdict::Approved) if !logged.contains(&revision) => {
                let problem = format!("it approved revision {revision}, which is not in the log");
                faults.add(&what, problem, RESTORE);
            }
            Some(_) => {}
            None => faults.add(&what, format!("{verdict:?} is no verdict"), HARMLESS),
        }
        if verdict == Verdict::Approved.as_str() {
            approved.insert(revision.clone());
        }
        if !decided.insert(revision.clone()) {
            let problem = format!("revision {revision} was decided on twice");
            faults.add(&what, problem, RESTORE);
        }
    }
    let mut unapproved: Vec<&String> = logged.difference(&approved).collect();
    unapproved.sort();
    for revision in unapproved {
        let problem = "it was published and nobody approved it";
        faults.add(format_args!("revision {revision}"), problem, RESTORE);
    }
    Ok(decided)
}

fn check_retractions(
    connection: &mut AnyConnection,
    ids: &Ids,
    decided: &mut HashSet<String>,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let rows: Vec<String> = retractions::table
        .order(retractions::revision_id)
        .select(retractions::revision_id)
        .load(connection)?;
    for revision in rows {
        let what = format!("retraction of revision {revision}");
        if !ids.revisions.contains_key(&revision) {
            faults.add(&what, "the revision is missing", RESTORE);
        }
        if !decided.insert(revision) {
            faults.add(&what, "the revision was decided on as well", RESTORE);
        }
    }
    Ok(())
}

fn check_withdrawals(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let rows: Vec<WithdrawalRow> = withdrawals::table
        .order(withdrawals::id)
        .select((
            withdrawals::id,
            withdrawals::meeting_id,
            withdrawals::revision_id,
            withdrawals::decided_by,
        ))
        .load(connection)?;
    let mut withdrawn = HashSet::new();
    for (id, meeting, revision, person) in rows {
        let what = format!("withdrawal {id}");
        check_person(&what, &person, ids, faults);
        if !ids.meetings.contains_key(&meeting) {
            faults.add(&what, format!("meeting {meeting} is missing"), RESTORE);
        }
        if let Some(stranger) = ids.stranger(&meeting, &revision) {
            faults.add(&what, format!("it took off {stranger}"), RESTORE);
        }
        let is_undone = ids.undone.withdrawals.contains(&id);
        if !is_undone && !withdrawn.insert(revision.clone()) {
            let problem = format!("revision {revision} was taken off twice");
            faults.add(&what, problem, RESTORE);
        }
    }
    Ok(())
}

fn check_person(what: &str, person: &str, ids: &Ids, faults: &mut Faults) {
    if !ids.people.contains(person) {
        let problem = format!("person {person}, who decided, is missing");
        faults.add(what, problem, RESTORE);
    }
}
