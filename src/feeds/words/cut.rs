//! What a feed does not hold because it would be too large.

use super::dates::date;
use crate::feeds::size::Cut;
use crate::i18n::Words;

/// In a sentence: `There is too much for one feed: it holds meetings until 3 May 2027; choose fewer
/// groups for the rest.`
pub(in crate::feeds) fn cut(w: Words, cut: &Cut) -> String {
    let (since, until) = (cut.since, cut.until);
    let (since, until) = (since.map(|day| date(w, day)), until.map(|day| date(w, day)));
    match (since, until) {
        (Some(since), Some(until)) => w.t2("feed-cut-within", "since", since, "until", until),
        (Some(since), None) => w.t1("feed-cut-since", "since", since),
        (None, Some(until)) => w.t1("feed-cut-until", "until", until),
        (None, None) => w.t("feed-cut"),
    }
    .into_owned()
}
