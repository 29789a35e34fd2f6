//! What a passkey has to sign.

use crate::acts::{ActError, Acts};
use crate::store::SignedIn;

impl Acts {
    /// Asks for a passkey in somebody's session, in the place of what was asked before.
    pub fn ask_for_passkey(&self, who: &SignedIn) -> Result<(), ActError> {
        let session = who.session.id;
        self.store
            .transact(|transaction| Ok(self.challenge(transaction, session)?))
    }
}
