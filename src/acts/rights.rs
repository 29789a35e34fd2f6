//! Who may what. Every act asks here before it does anything, and nothing else says no: neither a
//! handler nor the store. `tests/it/roles.rs` tries every role on every address.
//!
//! | who | may |
//! |---|---|
//! | anyone | post; ask for what was mailed to them |
//! | poster, by a private address | change and take back that meeting |
//! | poster, signed in | the same for every entry sent from their address |
//! | coordinator, signed in | the same for every meeting of their groups; calling one off and mending a link take effect at once |
//! | coordinator of a trusted group | all of it at once |
//! | reviewer | read everything, decide on entries of the kinds of group in their remit |
//! | administrator | decide on everything; groups, topics, people, personal data |
//! | programs | import, invite, sweep |

use super::error::ActError;
use super::{Actor, Acts};
use crate::domain::{MeetingId, Remit, Role};
use crate::store::{Head, Person, StoreError, TokenHash, Transaction};

impl Actor {
    /// Somebody of the desk, whatever their remit.
    pub(super) fn reviewer(&self, act: &'static str) -> Result<&Person, ActError> {
        match self {
            Self::Reviewer(person) if person.role.is_of_desk() => Ok(person),
            _ => Err(self.refused(act)),
        }
    }

    /// Somebody of the desk who decides on this meeting: on that of every group that holds it, by what
    /// is public and by what waits.
    pub(super) fn reviewer_of(
        &self,
        transaction: &mut Transaction<'_>,
        head: &Head,
        act: &'static str,
    ) -> Result<&Person, ActError> {
        let person = self.reviewer(act)?;
        if reviews_all(person) {
            return Ok(person);
        }
        let kinds = transaction.kinds_of(head)?;
        let covers = |kind: &Option<_>| kind.is_some_and(|kind| person.remit.covers(kind));
        match kinds.iter().all(covers) {
            true => Ok(person),
            false => Err(self.refused(act)),
        }
    }

    /// Somebody of the desk who looks after groups and topics: whoever decides on those of every kind.
    pub(super) fn steward(&self, act: &'static str) -> Result<&Person, ActError> {
        let person = self.reviewer(act)?;
        match reviews_all(person) {
            true => Ok(person),
            false => Err(self.refused(act)),
        }
    }

    /// Somebody who looks after people and what is kept of them.
    pub(super) fn administrator(&self, act: &'static str) -> Result<&Person, ActError> {
        let person = self.reviewer(act)?;
        match person.role == Role::Administrator {
            true => Ok(person),
            false => Err(self.refused(act)),
        }
    }

    /// Lets only those go on who hand out or erase what is kept about people: administrators, and
    /// whoever runs commands on the machine.
    pub(super) fn keeper_of_people(&self, act: &'static str) -> Result<(), ActError> {
        match self {
            Self::System => Ok(()),
            other => other.administrator(act).map(drop),
        }
    }

    /// Lets only those go on who may change this meeting: whose it is, and those of the desk who decide
    /// on it.
    pub(super) fn changer_of(
        &self,
        transaction: &mut Transaction<'_>,
        head: &Head,
        act: &'static str,
    ) -> Result<(), ActError> {
        match self {
            Self::Reviewer(_) => self.reviewer_of(transaction, head, act).map(drop),
            _ => self.poster_of(transaction, head.id(), act),
        }
    }

    /// Lets only programs go on.
    pub(super) fn program(&self, act: &'static str) -> Result<(), ActError> {
        match self.is_program() {
            true => Ok(()),
            false => Err(self.refused(act)),
        }
    }

    /// Lets only those go on who hold the secret of a draft, or are of the desk.
    pub(super) fn holder(&self, draft: &TokenHash, act: &'static str) -> Result<(), ActError> {
        match self {
            Self::Poster(held) | Self::Member(_, Some(held)) if held == draft => Ok(()),
            Self::Reviewer(_) => Ok(()),
            _ => Err(self.refused(act)),
        }
    }

    /// Lets only those go on whose meeting it is: who hold a private address of it, posted it, or speak
    /// for its group.
    pub(super) fn poster_of(
        &self,
        transaction: &mut Transaction<'_>,
        meeting: MeetingId,
        act: &'static str,
    ) -> Result<(), ActError> {
        let is_theirs = match self {
            Self::Poster(key) => transaction.meeting_of_edit_key(key)? == Some(meeting),
            Self::Member(person, None) => transaction.is_theirs(person, meeting)?,
            Self::Member(person, Some(key)) => {
                transaction.meeting_of_edit_key(key)? == Some(meeting)
                    || transaction.is_theirs(person, meeting)?
            }
            Self::Anyone | Self::Reviewer(_) | Self::Importer | Self::System => false,
        };
        match is_theirs {
            true => Ok(()),
            false => Err(self.refused(act)),
        }
    }

    /// Whoever is signed in and speaks for all of these groups.
    pub(super) fn coordinator_of(
        &self,
        transaction: &mut Transaction<'_>,
        groups: &[&str],
    ) -> Result<Option<&Person>, StoreError> {
        let Self::Member(person, _) = self else {
            return Ok(None);
        };
        let theirs = transaction.groups_of(person.id)?;
        let speaks_for = |group: &&str| theirs.iter().any(|one| one == group);
        Ok(groups.iter().all(speaks_for).then_some(person))
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

impl Acts {
    /// Whether a meeting is somebody's to see and change: they posted it, or speak for its group.
    pub fn may_see(&self, person: &Person, meeting: MeetingId) -> Result<bool, ActError> {
        Ok(self.store.is_theirs(person, meeting)?)
    }
}

fn reviews_all(person: &Person) -> bool {
    person.role == Role::Administrator || person.remit == Remit::All
}
