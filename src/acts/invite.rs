//! Inviting somebody to the desk.

use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::store::{Deed, Done, Token};
use chrono::TimeDelta;

/// How long a one-time address opens the desk.
const OPEN: TimeDelta = TimeDelta::days(7);

impl Acts {
    /// Makes a one-time way into the desk, for an address or, at the first start, for whoever reads
    /// it. For programs: whoever may run commands on the machine may let others in.
    pub fn invite(&self, actor: &Actor, email: Option<&EmailAddress>) -> Result<Token, ActError> {
        actor.program("invite")?;
        let token = Token::random()?;
        let now = self.now();
        let invitation = token.hash();
        self.store.transact(|transaction| {
            transaction.add_invitation(&invitation, email, now + OPEN)?;
            self.record(transaction, actor, &Deed::new("invite", Done::Address))
        })?;
        tracing::info!(act = "invite", %actor, invitation = invitation.short(), "done");
        Ok(token)
    }
}
