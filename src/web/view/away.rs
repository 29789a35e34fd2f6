//! What is said on every page while the database is away.

use crate::calendar::{Origin, Snapshot};
use crate::i18n::Words;
use crate::i18n::times::stamp;
use chrono::{DateTime, Utc};

/// Until when the calendar is known, and that nothing can be posted; `None` while all is well. A
/// calendar of which nothing is known has no page to say it on.
pub fn banner(w: Words, snapshot: &Snapshot, away_since: Option<DateTime<Utc>>) -> Option<String> {
    let until = match snapshot.origin() {
        Origin::Kept(until) => until,
        Origin::Database => away_since?,
        Origin::Nowhere => return None,
    };
    Some(w.t1("away-banner", "when", stamp(w, until)).into_owned())
}
