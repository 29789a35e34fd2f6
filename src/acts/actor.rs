//! Who does something.

use super::error::ActError;
use crate::domain::MeetingId;
use crate::store::{Person, TokenHash, Transaction};

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
            _ => Err(ActError::NotAllowed(act)),
        }
    }

    /// Lets only programs go on.
    pub(super) fn program(&self, act: &'static str) -> Result<(), ActError> {
        match self {
            Self::Importer | Self::System => Ok(()),
            _ => Err(ActError::NotAllowed(act)),
        }
    }

    /// Lets only those go on who hold the secret of a draft, or are of the secretariat.
    pub(super) fn holder(&self, draft: &TokenHash, act: &'static str) -> Result<(), ActError> {
        match self {
            Self::Poster(held) if held == draft => Ok(()),
            Self::Reviewer(_) => Ok(()),
            _ => Err(ActError::NotAllowed(act)),
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
            false => Err(ActError::NotAllowed(act)),
        }
    }
}
