//! What a feed does not hold because it would be too large.

use crate::feeds::size::Cut;
use chrono::NaiveDate;

/// In a sentence: `There is too much for one feed: it holds meetings until 3 May 2027; choose fewer
/// groups for the rest.`
pub(in crate::feeds) fn cut(cut: &Cut) -> String {
    let since = cut.since.map(|day| format!(" from {}", date(day)));
    let until = cut.until.map(|day| format!(" until {}", date(day)));
    format!(
        "There is too much for one feed: it holds meetings{}{}; choose fewer groups for the rest.",
        since.unwrap_or_default(),
        until.unwrap_or_default()
    )
}

fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
