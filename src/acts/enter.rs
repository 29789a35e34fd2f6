//! Entering the desk by a one-time address.

use super::{ActError, Acts};
use crate::domain::text::Line;
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Remit, Role, SessionKind};
use crate::store::{Browser, By, Deed, Done, Token, TokenHash, Transaction};

impl Acts {
    /// Uses an invitation up and begins a session under the name that is given; `None` if it was used,
    /// has expired, or is for somebody who is not of the desk any more. For whoever holds the
    /// invitation, which says all that there is to ask; the second factor is still to be given.
    pub fn enter(
        &self,
        invitation: &TokenHash,
        name: &Line,
        browser: &Browser,
    ) -> Result<Option<Token>, ActError> {
        let now = self.now();
        let entered = self.store.transact::<_, ActError>(|transaction| {
            let Some(email) = transaction.use_invitation(invitation, now)? else {
                return Ok(None);
            };
            let Some(person) = self.invited(transaction, email.as_ref(), name)? else {
                return Ok(None);
            };
            transaction.set_name(person, name)?;
            let kind = SessionKind::Desk;
            let token = self.begin_session(transaction, person, kind, false, browser.clone())?;
            let deed = Deed::new("enter", Done::Person(person));
            self.record_by(transaction, By::Person(person), &deed)?;
            Ok(Some((person, token)))
        })?;
        let invitation = invitation.short();
        match &entered {
            Some((person, _)) => tracing::info!(act = "enter", actor = %person, invitation, "done"),
            None => tracing::warn!(act = "enter", invitation, "used up or unknown"),
        }
        Ok(entered.map(|(_, token)| token))
    }

    /// Whom an invitation is for. That of the first start makes an administrator of whoever holds it.
    fn invited(
        &self,
        transaction: &mut Transaction<'_>,
        email: Option<&EmailAddress>,
        name: &Line,
    ) -> Result<Option<PersonId>, ActError> {
        let Some(email) = email else {
            let person = transaction.add_person(None, name.as_str(), self.now())?;
            transaction.set_role(person, Role::Administrator, &Remit::All)?;
            return Ok(Some(person));
        };
        let person = transaction.person_of_email(email)?;
        Ok(person
            .filter(|person| person.role.is_of_desk())
            .map(|person| person.id))
    }
}
