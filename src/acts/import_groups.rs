//! Importing groups: each is found again by its slug, so that importing twice changes nothing.

use super::{ActError, Actor, Acts, Outcome};
use crate::import::ReadGroups;
use crate::store::{Deed, Done, StoreError, Upsert};

impl Acts {
    /// Writes the groups of a file, all of them or none. For programs.
    pub fn import_groups(&self, actor: &Actor, read: ReadGroups) -> Result<Outcome, ActError> {
        actor.program("import groups")?;
        let now = self.now();
        let mut outcome = Outcome::of(read.report);
        self.store.transact(|transaction| {
            transaction.import_alone()?;
            for group in &read.groups {
                let upsert = transaction.put_group(group, now)?;
                outcome.count(upsert);
                if upsert != Upsert::Unchanged {
                    let deed = Deed::new("import group", Done::Group(group.slug.clone()));
                    self.record(transaction, actor, &deed.after(&group.name))?;
                }
            }
            Ok::<_, StoreError>(())
        })?;
        outcome.log("import groups", actor);
        self.catch_up();
        Ok(outcome)
    }
}
