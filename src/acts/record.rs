//! Writing down who did something: a line of the audit log, in the transaction of what was done.

use super::{Actor, Acts};
use crate::domain::Network;
use crate::store::{By, Deed, StoreError, Transaction};

impl Acts {
    /// These acts, as whoever asks from a network does them.
    pub fn from_network(&self, network: Option<Network>) -> Self {
        Self {
            network,
            ..self.clone()
        }
    }

    /// Writes what an actor did into the audit log.
    pub(super) fn record(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        deed: &Deed,
    ) -> Result<(), StoreError> {
        self.record_by(transaction, actor.by(), deed)
    }

    /// The same for whoever is known only by what they did, as by entering.
    pub(super) fn record_by(
        &self,
        transaction: &mut Transaction<'_>,
        by: By,
        deed: &Deed,
    ) -> Result<(), StoreError> {
        transaction.audit((by, self.network), deed, self.now())
    }
}

impl Actor {
    /// As the audit log has them.
    fn by(&self) -> By {
        match self {
            Self::Anyone => By::Anyone,
            Self::Poster(_) => By::Poster,
            Self::Member(person, _) | Self::Reviewer(person) => By::Person(person.id),
            Self::Importer => By::Importer,
            Self::System => By::System,
        }
    }
}
