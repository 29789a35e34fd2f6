//! Entering the desk by a one-time address.

use super::{ActError, Acts};
use crate::domain::text::Line;
use crate::store::{By, Deed, Done, Token, TokenHash};
use chrono::TimeDelta;

/// How long somebody stays in.
const SESSION: TimeDelta = TimeDelta::hours(12);

impl Acts {
    /// Uses an invitation up and begins a session under the name that is given; `None` if it was used
    /// or has expired. For whoever holds the invitation, which says all that there is to ask.
    pub fn enter(&self, invitation: &TokenHash, name: &Line) -> Result<Option<Token>, ActError> {
        let session = Token::random()?;
        let now = self.now();
        let entered = self.store.transact(|transaction| {
            let Some(email) = transaction.use_invitation(invitation, now)? else {
                return Ok::<_, ActError>(None);
            };
            let person = transaction.put_secretary(email.as_deref(), name, now)?;
            transaction.add_session(&session.hash(), person, now + SESSION)?;
            let deed = Deed::new("enter", Done::Person(person));
            self.record_by(transaction, By::Person(person), &deed)?;
            Ok(Some(person))
        })?;
        let invitation = invitation.short();
        match entered {
            Some(person) => tracing::info!(act = "enter", actor = %person, invitation, "done"),
            None => tracing::warn!(act = "enter", invitation, "used up or unknown"),
        }
        Ok(entered.map(|_| session))
    }
}
