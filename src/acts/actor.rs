//! Who does something.

use super::error::ActError;
use crate::domain::MeetingId;
use crate::store::{Person, TokenHash, Transaction};
use std::fmt;

/// Who does something, as far as it matters to what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody of whom nothing is known and who holds no secret.
    Anyone,
    /// Whoever holds a secret: that of a draft, or the private address of a meeting.
    Poster(TokenHash),
    /// Somebody of the secretariat with a session at the desk.
    Reviewer(Person),
    /// Whatever reads files.
    Importer,
    /// The calendar itself, or whoever runs its commands on the machine.
    System,
}

impl Actor {
    /// The secretary who acts; an act of the desk is for nobody else.
    pub(super) fn reviewer(&self, act: &'static str) -> Result<&Person, ActError> {
        match self {
            Self::Reviewer(person) => Ok(person),
            _ => Err(self.refused(act)),
        }
    }

    /// Lets only programs go on.
    pub(super) fn program(&self, act: &'static str) -> Result<(), ActError> {
        match self.is_program() {
            true => Ok(()),
            false => Err(self.refused(act)),
        }
    }

    /// Lets only those go on who hold the secret of a draft, or are of the secretariat.
    pub(super) fn holder(&self, draft: &TokenHash, act: &'static str) -> Result<(), ActError> {
        match self {
            Self::Poster(held) if held == draft => Ok(()),
            Self::Reviewer(_) => Ok(()),
            _ => Err(self.refused(act)),
        }
    }

    /// Lets only those go on who hold a private address of the meeting.
    pub(super) fn poster_of(
        &self,
        transaction: &mut Transaction<'_>,
        meeting: MeetingId,
        act: &'static str,
    ) -> Result<(), ActError> {
        let opened = match self {
            Self::Poster(key) => transaction.meeting_of_edit_key(key)?,
            _ => None,
        };
        match opened == Some(meeting) {
            true => Ok(()),
            false => Err(self.refused(act)),
        }
    }

    /// Whether it is no person.
    pub(super) fn is_program(&self) -> bool {
        matches!(self, Self::Importer | Self::System)
    }

    /// That it may not do something, which stands in the log: nobody is shown a button for that.
    pub(super) fn refused(&self, act: &'static str) -> ActError {
        tracing::warn!(act, actor = %self, "not allowed");
        ActError::NotAllowed(act)
    }
}

/// As the log names it: people of the desk by their id, posters not at all.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::Poster(_) => f.write_str("poster"),
            Self::Reviewer(person) => person.id.fmt(f),
            Self::Importer => f.write_str("importer"),
            Self::System => f.write_str("system"),
        }
    }
}
