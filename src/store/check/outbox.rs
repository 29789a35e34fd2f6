//! Messages: of something that there is, and readable as long as nobody has sent them.

use super::fault::{Faults, HARMLESS};
use super::ids::Ids;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::outbox::unsent;
use crate::store::schema::outbox;
use diesel::prelude::*;

type Row = (String, String, String, Option<String>);

pub(super) fn check(
    connection: &mut AnyConnection,
    ids: &Ids,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let rows: Vec<Row> = outbox::table
        .order(outbox::id)
        .select((
            outbox::id,
            outbox::meeting_id,
            outbox::revision_id,
            outbox::review_id,
        ))
        .load(connection)?;
    for (id, meeting, revision, review) in rows {
        let what = format!("message {id}");
        if !ids.meetings.contains_key(&meeting) {
            faults.add(&what, format!("meeting {meeting} is missing"), HARMLESS);
        }
        if let Some(stranger) = ids.stranger(&meeting, &revision) {
            faults.add(&what, format!("it tells of {stranger}"), HARMLESS);
        }
        if let Some(review) = review.filter(|id| !ids.reviews.contains(id)) {
            let problem = format!("it tells of review {review}, which is missing");
            faults.add(&what, problem, HARMLESS);
        }
    }
    for (id, outcome) in unsent(connection)? {
        if let Err(error) = outcome {
            let remedy = "Nobody is told by it; write to them yourself.";
            faults.add_unreadable(format_args!("message {id}"), &error, remedy);
        }
    }
    Ok(())
}
