//! Whether a meeting stands, as its group says.

/// Whether a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It takes place as described.
    Confirmed,
    /// It is planned but may change.
    Tentative,
    /// It does not take place then; a new date follows.
    Postponed,
    /// It was to have a place and takes place on line.
    MovedOnline,
    /// It does not take place.
    Cancelled,
}

impl Status {
    /// Every status, in the order in which forms offer them.
    pub const ALL: [Self; 5] = [
        Self::Confirmed,
        Self::Tentative,
        Self::Postponed,
        Self::MovedOnline,
        Self::Cancelled,
    ];

    /// The stable name in forms and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Tentative => "tentative",
            Self::Postponed => "postponed",
            Self::MovedOnline => "moved-online",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// Whether people should come at the time given.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
    }
}
