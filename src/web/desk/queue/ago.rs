//! How long something is past, in words.

use crate::i18n::Words;
use chrono::{DateTime, Utc};

/// "2 hours ago".
pub fn ago(w: Words, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let past = now - at;
    let words = match (past.num_days(), past.num_hours(), past.num_minutes()) {
        (2.., _, _) => w.t1("queue-ago-days", "count", past.num_days()),
        (_, 1.., _) => w.t1("queue-ago-hours", "count", past.num_hours()),
        (_, _, 1..) => w.t1("queue-ago-minutes", "count", past.num_minutes()),
        _ => w.t("queue-ago-now"),
    };
    words.to_string()
}
