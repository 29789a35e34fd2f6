//! A change of a series of which dates were held since it was sent: what would be published of it now.

use crate::domain::{MeetingId, Occurrence, RevisionId};
use crate::i18n::Words;
use crate::i18n::times::in_one_line;
use crate::store::MeetingState;
use crate::web::error::WebError;
use crate::web::visit::Visit;
use chrono::{DateTime, Utc};

/// The dates that were held since the change that waits was sent, and that it would rewrite.
pub fn held_meanwhile(state: &MeetingState, now: DateTime<Utc>) -> Vec<Occurrence> {
    match (&state.published, &state.pending) {
        (Some(published), Some(pending)) => pending.details.held_meanwhile(&published.details, now),
        _ => Vec::new(),
    }
}

/// The names of dates, as the form sends them back.
pub fn named(held: &[Occurrence]) -> String {
    let names = held.iter().map(|one| one.key.to_string());
    names.collect::<Vec<_>>().join(" ")
}

/// What is decided about: a change as it would be published if it was approved now, and in which way
/// it is not what was sent.
pub fn as_approved_now(
    w: Words,
    mut state: MeetingState,
    held: &[Occurrence],
    now: DateTime<Utc>,
) -> (MeetingState, Option<String>) {
    let (Some(published), Some(pending), false) =
        (&state.published, &mut state.pending, held.is_empty())
    else {
        return (state, None);
    };
    let kept = pending
        .details
        .clone()
        .keeping_held(&published.details, now);
    let Ok(details) = kept else {
        return (state, Some(w.t("desk-held-meanwhile").to_string()));
    };
    pending.details = details;
    let dates: Vec<String> = held.iter().map(|one| in_one_line(w, &one.times)).collect();
    let words = w.t2(
        "desk-adapted",
        "count",
        held.len(),
        "dates",
        dates.join("; "),
    );
    (state, Some(words.to_string()))
}

/// The meeting, if it would be published otherwise than the page said when its form was sent: another
/// date was held since that was read. `read` are the dates that the page named; scripts need not send it.
pub async fn held_while_reading(
    visit: &Visit,
    revision: RevisionId,
    read: Option<String>,
) -> Result<Option<MeetingId>, WebError> {
    let Some(read) = read else {
        return Ok(None);
    };
    let state = visit
        .blocking(move |app| match app.store.meeting_of_revision(revision)? {
            Some(meeting) => app.store.meeting(meeting),
            None => Ok(None),
        })
        .await?;
    let is_about_it = |state: &MeetingState| {
        let pending = state.pending.as_ref();
        pending.is_some_and(|pending| pending.id == revision)
    };
    Ok(state
        .filter(is_about_it)
        .filter(|state| named(&held_meanwhile(state, visit.now())) != read)
        .and_then(|state| state.pending.map(|pending| pending.meeting)))
}
