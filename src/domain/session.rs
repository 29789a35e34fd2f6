//! How long somebody stays signed in.

use chrono::{DateTime, TimeDelta, Utc};

/// What a session lets do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionKind {
    /// What somebody of the desk may do.
    Desk,
    /// What somebody may do who posts.
    Poster,
}

impl SessionKind {
    const ALL: [Self; 2] = [Self::Desk, Self::Poster];

    /// How long whoever has entered the desk has for the second factor.
    const UNPROVED: TimeDelta = TimeDelta::minutes(15);

    /// The stable name, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Poster => "poster",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// How long it lasts without being used.
    pub fn idle(self) -> TimeDelta {
        match self {
            Self::Desk => TimeDelta::hours(12),
            Self::Poster => TimeDelta::days(14),
        }
    }

    /// How long it lasts at most, however it is used.
    pub fn longest(self) -> TimeDelta {
        match self {
            Self::Desk => TimeDelta::days(7),
            Self::Poster => TimeDelta::days(90),
        }
    }

    /// When one ends (UTC) that began then and was used last just now.
    pub fn end(self, began: DateTime<Utc>, used: DateTime<Utc>) -> DateTime<Utc> {
        (used + self.idle()).min(began + self.longest())
    }

    /// When one ends (UTC) for which the second factor is still to be given.
    pub fn end_unproved(began: DateTime<Utc>) -> DateTime<Utc> {
        began + Self::UNPROVED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_idle_or_in_the_end() {
        let began = DateTime::UNIX_EPOCH;
        let used = began + TimeDelta::days(6) + TimeDelta::hours(20);
        let desk = SessionKind::Desk;
        assert_eq!(desk.end(began, began), began + TimeDelta::hours(12));
        assert_eq!(desk.end(began, used), began + TimeDelta::days(7));
        let poster = SessionKind::Poster;
        assert_eq!(poster.end(began, used), used + TimeDelta::days(14));
    }
}
