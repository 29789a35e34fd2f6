//! Messages: of something that there is, and readable as long as nobody has sent them.

use super::fault::{Faults, HARMLESS};
use super::ids::Ids;
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::outbox::unsent;
use crate::store::schema::outbox;
use diesel::prelude::*;

type Row = (String, Option<String>, Option<String>, Option<String>);

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
        // What the desk is told as a whole is about no meeting.
        if let Some(meeting) = meeting {
            if !ids.meetings.contains_key(&meeting) {
                faults.add(&what, format!("meeting {meeting} is missing"), HARMLESS);
            }
            let stranger = revision.and_then(|revision| ids.stranger(&meeting, &revision));
            if let Some(stranger) = stranger {
                faults.add(&what, format!("it tells of {stranger}"), HARMLESS);
            }
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
