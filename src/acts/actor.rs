//! Who does something.

use crate::store::{Person, TokenHash};
use std::fmt;

/// Who does something, as far as it matters to what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody of whom nothing is known and who holds no secret.
    Anyone,
    /// Whoever holds a secret: that of a draft, or the private address of a meeting.
    Poster(TokenHash),
    /// Somebody who is signed in, and the secret that they hold besides, if any: that of a draft, or a
    /// private address.
    Member(Person, Option<TokenHash>),
    /// Somebody of the secretariat with a session at the desk.
    Reviewer(Person),
    /// Whatever reads files.
    Importer,
    /// The calendar itself, or whoever runs its commands on the machine.
    System,
}

/// As the log names it: people who signed in by their id, other posters not at all.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::Poster(_) => f.write_str("poster"),
            Self::Member(person, _) | Self::Reviewer(person) => person.id.fmt(f),
            Self::Importer => f.write_str("importer"),
            Self::System => f.write_str("system"),
        }
    }
}
