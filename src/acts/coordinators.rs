//! Who speaks for a group, and whether it is trusted. Both are granted at the desk and hold from the
//! next request on; so does taking them away.

use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Slug};
use crate::store::{Deed, Done, Transaction};

impl Acts {
    /// Lets whoever has an address speak for a group, once they have signed in. `false` if they did
    /// already. For whoever looks after groups.
    pub fn add_coordinator(
        &self,
        actor: &Actor,
        group: &Slug,
        email: &EmailAddress,
    ) -> Result<bool, ActError> {
        let by = actor.steward("add coordinator")?.id;
        let now = self.now();
        self.store.transact(|transaction| {
            let group = &group_now(transaction, group)?;
            let person = match transaction.person_of_email(email)? {
                Some(person) => person.id,
                None => transaction.add_person(Some(email), email.as_str(), now)?,
            };
            let is_new = transaction.add_coordinator((group, person), by, now)?;
            if is_new {
                let deed = Deed::new("add coordinator", Done::Group(group.clone()));
                self.record(transaction, actor, &deed.after(person))?;
            }
            Ok(is_new)
        })
    }

    /// Lets somebody speak for a group no more; `false` if they did not. For whoever looks after
    /// groups.
    pub fn remove_coordinator(
        &self,
        actor: &Actor,
        group: &Slug,
        person: PersonId,
    ) -> Result<bool, ActError> {
        actor.steward("remove coordinator")?;
        self.store.transact(|transaction| {
            let group = &group_now(transaction, group)?;
            let removed = transaction.remove_coordinator(group, person)?;
            if removed {
                let deed = Deed::new("remove coordinator", Done::Group(group.clone()));
                self.record(transaction, actor, &deed.before(person))?;
            }
            Ok(removed)
        })
    }

    /// Publishes at once what coordinators of a group send, or no more; `false` if that was so already.
    /// For whoever looks after groups.
    pub fn trust(&self, actor: &Actor, group: &Slug, is_trusted: bool) -> Result<bool, ActError> {
        let by = actor.steward("trust")?.id;
        let now = self.now();
        self.store.transact(|transaction| {
            let group = &group_now(transaction, group)?;
            let changed = match is_trusted {
                true => transaction.add_trust(group, by, now)?,
                false => transaction.remove_trust(group.as_str())?,
            };
            let to = Done::Group(group.clone());
            if changed {
                let deed = match is_trusted {
                    true => Deed::new("trust", to).after("trusted"),
                    false => Deed::new("trust no more", to).before("trusted"),
                };
                self.record(transaction, actor, &deed)?;
            }
            Ok(changed)
        })
    }
}

/// The name of today of a group that an address names.
fn group_now(transaction: &mut Transaction<'_>, group: &Slug) -> Result<Slug, ActError> {
    let bearer = transaction.known()?.group(group);
    Ok(bearer.ok_or(ActError::Missing("group"))?.slug)
}
