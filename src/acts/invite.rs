//! Inviting somebody to the desk.

use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{Remit, Role};
use crate::store::{Deed, Done, Token};
use chrono::TimeDelta;

/// How long a one-time address opens the desk.
const OPEN: TimeDelta = TimeDelta::days(7);

/// Who is invited, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub email: EmailAddress,
    /// Without one, whoever is of the desk already stays what they are; the first one is an
    /// administrator, everybody else a reviewer.
    pub role: Option<Role>,
    /// Whose entries a reviewer decides on; without one, as it was, or all.
    pub remit: Option<Remit>,
}

impl Acts {
    /// Makes a one-time way into the desk at the first start, for whoever reads it. It is void once
    /// somebody has entered. For programs.
    pub fn invite_first(&self, actor: &Actor) -> Result<Token, ActError> {
        actor.program("invite")?;
        let token = Token::random()?;
        let until = self.now() + OPEN;
        self.store.transact(|transaction| {
            transaction.add_invitation(&token.hash(), None, until)?;
            self.record(transaction, actor, &Deed::new("invite", Done::Address))
        })?;
        tracing::info!(act = "invite", %actor, invitation = token.hash().short(), "done");
        Ok(token)
    }

    /// Lets somebody into the desk from now on, and makes a one-time way in for them; earlier ones of
    /// that address are void. Returns what they are now. For programs: whoever may run commands on the
    /// machine may let others in.
    pub fn invite(
        &self,
        actor: &Actor,
        invitation: &Invitation,
    ) -> Result<(Token, Role), ActError> {
        actor.program("invite")?;
        let token = Token::random()?;
        let now = self.now();
        let is_first = !self.store.has_people()?;
        let Invitation { email, role, remit } = invitation;
        let (person, role) = self.store.transact::<_, ActError>(|transaction| {
            let known = transaction.person_of_email(email)?;
            let usual = match &known {
                Some(person) if person.role.is_of_desk() => person.role,
                _ if is_first => Role::Administrator,
                _ => Role::Reviewer,
            };
            let known_role = known.as_ref().map(|person| person.role);
            let role = role.unwrap_or(usual);
            let former = known.as_ref().map(|person| person.remit.clone());
            let remit = remit.clone().or(former).unwrap_or_default();
            let person = match known {
                Some(person) => person.id,
                None => transaction.add_person(Some(email), email.as_str(), now)?,
            };
            transaction.set_role(person, role, &remit)?;
            transaction.void_invitations(Some(email))?;
            transaction.add_invitation(&token.hash(), Some(email), now + OPEN)?;
            let former = known_role.unwrap_or(Role::Poster);
            let deed = Deed::new("invite", Done::Person(person));
            self.record(transaction, actor, &deed.before(former).after(role))?;
            Ok((person, role))
        })?;
        let invitation = token.hash();
        let invitation = invitation.short();
        tracing::info!(act = "invite", %actor, %person, %role, invitation, "done");
        Ok((token, role))
    }
}
