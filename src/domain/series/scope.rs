//! Which occurrences of a series an edit is about.

use chrono::NaiveDate;
use std::fmt;

/// Which occurrences an edit is about. Days are those of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All that are to come; of a meeting that is no series, all of it.
    All,
    /// This one alone.
    One(NaiveDate),
    /// This one and all after it.
    From(NaiveDate),
}

impl Scope {
    /// Reads what [`fmt::Display`] writes: `all`, `one:2018-04-10`, `from:2018-04-10`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None => (text == "all").then_some(Self::All),
            Some(("one", day)) => day.parse().ok().map(Self::One),
            Some(("from", day)) => day.parse().ok().map(Self::From),
            Some(_) => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::One(day) => write!(f, "one:{day}"),
            Self::From(day) => write!(f, "from:{day}"),
        }
    }
}
