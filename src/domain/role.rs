//! What somebody is to the calendar, and which groups' entries a reviewer decides on.

use super::group::GroupKind;
use std::fmt;

/// What somebody is to the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Posts meetings, and sees their own.
    Poster,
    /// Decides at the desk.
    Reviewer,
    /// Decides at the desk, and looks after the calendar itself.
    Administrator,
}

impl Role {
    /// Every role, from the one that may least.
    pub const ALL: [Self; 3] = [Self::Poster, Self::Reviewer, Self::Administrator];

    /// The stable name, as stored and as typed on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Reviewer => "reviewer",
            Self::Administrator => "administrator",
        }
    }

    /// Reads a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Whether it lets into the desk.
    pub fn is_of_desk(self) -> bool {
        self >= Self::Reviewer
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which groups' entries a reviewer decides on: those of every kind, or of some.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Remit {
    /// Those of every kind.
    #[default]
    All,
    /// Those of these kinds alone.
    Kinds(Vec<GroupKind>),
}

impl Remit {
    /// Reads stable names of kinds with commas between them; nothing is every kind. The error is the
    /// name that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let names = text.split(',').map(str::trim);
        let kinds = names
            .filter(|name| !name.is_empty())
            .map(|name| GroupKind::from_name(name).ok_or_else(|| name.to_owned()))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(match kinds.is_empty() {
            true => Self::All,
            false => Self::Kinds(kinds),
        })
    }

    /// Whether entries of groups of a kind are among them.
    pub fn covers(&self, kind: GroupKind) -> bool {
        match self {
            Self::All => true,
            Self::Kinds(kinds) => kinds.contains(&kind),
        }
    }
}

/// As [`Remit::parse`] reads it.
impl fmt::Display for Remit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Kinds(kinds) => {
                let names: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
                f.write_str(&names.join(","))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remit_is_read_as_it_is_written() {
        for text in ["", "dynamic-coalition", "nri-national,nri-youth"] {
            assert_eq!(Remit::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Remit::parse("nri-youth, dc"), Err("dc".to_owned()));
        let some = Remit::parse("nri-youth").unwrap();
        assert!(some.covers(GroupKind::NriYouth) && !some.covers(GroupKind::Mag));
        assert!(Remit::All.covers(GroupKind::Mag));
    }
}
