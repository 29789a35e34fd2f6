//! Those who may sign in: what whoever runs the calendar's commands does with them.

use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Remit, Role};
use crate::store::{Deed, Done, Person, Transaction};

impl Acts {
    /// Lets somebody into the desk no more, from their next request on: they post like anybody else, and
    /// what they proved themselves with is forgotten. They are named by address or id. For programs.
    pub fn revoke(&self, actor: &Actor, who: &str) -> Result<Person, ActError> {
        actor.program("revoke")?;
        self.store.transact(|transaction| {
            let person = find(transaction, who)?;
            transaction.set_role(person.id, Role::Poster, &Remit::All)?;
            transaction.end_sessions_of(person.id, None)?;
            forget_factors(transaction, person.id)?;
            if let Some(email) = &person.email {
                transaction.void_invitations(Some(email))?;
            }
            let deed = Deed::new("revoke", Done::Person(person.id));
            self.record(
                transaction,
                actor,
                &deed.before(person.role).after(Role::Poster),
            )?;
            tracing::info!(act = "revoke", %actor, person = %person.id, "done");
            Ok(person)
        })
    }

    /// Ends all sessions of somebody, named by address or id; tells how many. For programs.
    pub fn sign_out(&self, actor: &Actor, who: &str) -> Result<usize, ActError> {
        actor.program("sign out")?;
        self.store.transact(|transaction| {
            let person = find(transaction, who)?;
            let ended = transaction.end_sessions_of(person.id, None)?;
            self.record(
                transaction,
                actor,
                &Deed::new("sign-out", Done::Person(person.id)),
            )?;
            tracing::info!(act = "sign-out", %actor, person = %person.id, ended, "done");
            Ok(ended)
        })
    }

    /// Ends everybody's sessions; tells how many. For programs.
    pub fn sign_out_all(&self, actor: &Actor) -> Result<usize, ActError> {
        actor.program("sign out")?;
        self.store.transact(|transaction| {
            let ended = transaction.end_all_sessions()?;
            self.record(transaction, actor, &Deed::new("sign-out", Done::Calendar))?;
            tracing::info!(act = "sign-out", %actor, ended, "done");
            Ok(ended)
        })
    }

    /// Forgets what somebody proved themselves with, who lost it, and ends their sessions: they set it up
    /// anew when they sign in next. They are named by address or id. For programs.
    pub fn reset_factor(&self, actor: &Actor, who: &str) -> Result<Person, ActError> {
        actor.program("reset a second factor")?;
        self.store.transact(|transaction| {
            let person = find(transaction, who)?;
            forget_factors(transaction, person.id)?;
            transaction.end_sessions_of(person.id, None)?;
            self.record(
                transaction,
                actor,
                &Deed::new("reset-factor", Done::Person(person.id)),
            )?;
            tracing::info!(act = "reset-factor", %actor, person = %person.id, "done");
            Ok(person)
        })
    }
}

fn find(transaction: &mut Transaction<'_>, who: &str) -> Result<Person, ActError> {
    let found = match (EmailAddress::parse(who), PersonId::parse(who.trim())) {
        (Ok(email), _) => transaction.person_of_email(&email)?,
        (_, Some(id)) => transaction.person(id)?,
        _ => None,
    };
    found.ok_or(ActError::Missing("person"))
}

fn forget_factors(transaction: &mut Transaction<'_>, person: PersonId) -> Result<(), ActError> {
    for passkey in transaction.passkeys(person)? {
        transaction.remove_passkey(person, passkey.id)?;
    }
    transaction.remove_authenticator(person)?;
    transaction.remove_recovery_codes(person)?;
    transaction.lock_until(person, None)?;
    Ok(())
}
