//! What the page of one entry reads, all of it in one go off the event loop.

use super::kept::kept;
use crate::domain::{FilledIn, MeetingId, Verdict};
use crate::store::{
    Claim, HistoryEntry, KeptForm, MeetingState, ReviewNote, Revision, StoreError, Token,
};
use crate::web::app::App;
use chrono::{DateTime, Utc};

/// Where a meeting stands, and what the desk knows of it besides.
pub struct Found {
    pub state: MeetingState,
    /// Since when the address of whoever posted it takes no mail (UTC), and what its server said.
    pub refusal: Option<(DateTime<Utc>, String)>,
    /// How the form was filled in that waits.
    pub filled_in: Option<FilledIn>,
    /// What reviewers told each other, oldest first.
    pub notes: Vec<ReviewNote>,
    /// Who is on it.
    pub claim: Option<Claim>,
    /// The revision that was decided on last, and that decision, if changes were asked for and what waits
    /// was sent after that.
    pub last_read: Option<(Revision, HistoryEntry)>,
    /// What this reader wrote about it before their session ended.
    pub kept: Option<KeptForm>,
}

impl Found {
    /// Reads it; `None` if there is no such meeting. `secret` is that of what the reader's browser keeps.
    pub fn read(
        app: &App,
        id: MeetingId,
        secret: Option<&Token>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(state) = app.store.meeting(id)? else {
            return Ok(None);
        };
        let now = app.clock.now();
        let refusal = match state.pending.as_ref().or(state.newest.as_ref()) {
            Some(shown) => app.store.refusal(&shown.poster.email)?,
            None => None,
        };
        Ok(Some(Self {
            refusal,
            filled_in: match &state.pending {
                Some(pending) => app.store.filled_in(pending.id)?,
                None => None,
            },
            notes: app.store.review_notes(id)?,
            claim: app.store.claim(id, now)?,
            last_read: last_read(app, &state)?,
            kept: kept(app, secret, now)?.filter(|kept| kept.meeting == id),
            state,
        }))
    }
}

/// What was sent again is compared with what a reviewer asked to change. What was approved is public, and
/// compared with anyhow; what was rejected is not what the poster went on with.
fn last_read(
    app: &App,
    state: &MeetingState,
) -> Result<Option<(Revision, HistoryEntry)>, StoreError> {
    let mut history = state.history.iter();
    let decided = history.find(|entry| entry.standing_review().is_some());
    let asked = |entry: &&HistoryEntry| entry.verdict() == Some(Verdict::ChangesRequested);
    let against = decided.filter(asked);
    let Some(entry) = against.filter(|_| state.pending.is_some()) else {
        return Ok(None);
    };
    match app.store.revision(entry.revision) {
        Err(error) if error.is_damage() => Ok(None),
        found => Ok(found?.map(|revision| (revision, entry.clone()))),
    }
}
