//! What is kept about one person: handed out as one document, and taken away on their wish.

use super::{ActError, Actor, Acts};
use crate::domain::web_url::EmailAddress;
use crate::store::{Deed, Done, Erased, NamedIn, PersonalData};

impl Acts {
    /// All that is kept about whoever has an address. That it was asked for is written down, whose it
    /// was is not. For administrators, and for whoever runs commands on the machine.
    pub fn export_person(
        &self,
        actor: &Actor,
        address: &EmailAddress,
    ) -> Result<PersonalData, ActError> {
        actor.keeper_of_people("hand out what is kept about somebody")?;
        let data = self.store.personal_data(address, self.now())?;
        self.store.transact(|transaction| {
            self.record(transaction, actor, &Deed::new("export", Done::Address))
        })?;
        tracing::info!(act = "export", %actor, "done");
        Ok(data)
    }

    /// Takes away the name and the address of whoever has an address, wherever they are kept, and ends
    /// their sessions. What was published stays as it was written, and so does who decided what, by
    /// their id. Returns what was taken away, and where the address still stands as what was written for
    /// readers. For administrators, and for whoever runs commands on the machine.
    pub fn erase_person(
        &self,
        actor: &Actor,
        address: &EmailAddress,
    ) -> Result<(Erased, Vec<NamedIn>), ActError> {
        actor.keeper_of_people("erase somebody")?;
        let now = self.now();
        let erased = self.store.transact(|transaction| {
            let erased = transaction.erase_person(address, now)?;
            let to = erased.person.map_or(Done::Address, Done::Person);
            let deed = Deed::new("erase", to).after(erased);
            self.record(transaction, actor, &deed)?;
            Ok::<_, ActError>(erased)
        })?;
        tracing::info!(act = "erase", %actor, %erased, "done");
        let left = self.store.personal_data(address, now)?;
        Ok((erased, left.named_in))
    }
}
