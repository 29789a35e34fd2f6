//! How often a meeting is held, as the form asks it.

/// How often a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Once,
    /// In parts, each with its own hours.
    Parts,
    /// More than once; people choose one.
    Slots,
    /// Again and again.
    Series,
}

impl Held {
    /// Every choice, in the order in which the form offers them.
    pub const ALL: [Self; 4] = [Self::Once, Self::Parts, Self::Slots, Self::Series];

    /// The stable name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Parts => "parts",
            Self::Slots => "slots",
            Self::Series => "series",
        }
    }

    /// Reads a stable name; nothing is once.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "" => Some(Self::Once),
            name => Self::ALL.into_iter().find(|held| held.as_str() == name),
        }
    }

    /// Whether there are several times.
    pub fn is_plural(self) -> bool {
        self != Self::Once
    }
}
