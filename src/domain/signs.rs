//! What a form notices of how it is filled in, for whoever reads what was sent. It refuses nobody: a
//! screen reader or a password manager may fill what others do not see, and who pastes is quick.

use chrono::{DateTime, TimeDelta, Utc};

/// What the first page of a form noticed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    /// When it was opened, as it says itself, UTC; `None` if it does not say, as of programs.
    pub opened: Option<DateTime<Utc>>,
    /// Whether a field was filled that people do not see.
    pub hidden_filled: bool,
}

/// How what was sent was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilledIn {
    /// From opening the form to sending it.
    pub took: TimeDelta,
    /// Whether a field was filled that people do not see.
    pub hidden_filled: bool,
}

/// Within how long nobody reads a form, let alone fills it in.
const QUICK: TimeDelta = TimeDelta::seconds(10);

impl Signs {
    /// What a page says of when it was opened, in seconds since 1970, as far as that can be.
    pub fn opened_at(seconds: i64, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let opened = DateTime::from_timestamp(seconds, 0)?;
        let is_possible = opened <= now && now - opened <= TimeDelta::days(2);
        is_possible.then_some(opened)
    }
}

impl FilledIn {
    /// Whether it took less time than people need.
    pub fn is_quick(&self) -> bool {
        self.took < QUICK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_is_believed() {
        let now = DateTime::from_timestamp(1_000_000, 0).unwrap();
        assert!(Signs::opened_at(1_000_000, now).is_some());
        assert!(Signs::opened_at(999_000, now).is_some());
        for seconds in [1_000_001, 0, -1, i64::MAX, i64::MIN] {
            assert_eq!(Signs::opened_at(seconds, now), None, "{seconds}");
        }
    }
}
