//! Adding a group or a topic.

use super::edit::Edited;
use super::{Step, done, in_context, is_reserved};
use crate::acts::{ActError, Actor, Acts};
use crate::domain::Listed;
use crate::domain::fields::EntryFields;
use crate::store::InList;

impl Acts {
    /// Adds what a form says under a name that nobody goes by or went by. For the desk.
    pub fn create_entry<F: EntryFields<Entry: InList>>(
        &self,
        actor: &Actor,
        typed: &F,
    ) -> Result<Edited<F>, ActError> {
        actor.steward(Step::Create.on::<F::Entry>())?;
        let now = self.now();
        let created = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let known = transaction.known()?;
            let entry = match in_context(&known, |context| typed.parse(None, context)) {
                Ok(entry) => entry,
                Err(errors) => return Ok::<_, ActError>(Edited::Problems(errors)),
            };
            if is_reserved(entry.slug()) || transaction.is_listed::<F::Entry>(entry.slug())? {
                return Ok(Edited::Problems(vec![F::taken()]));
            }
            transaction.add_entry(&entry, None, now)?;
            let deed = Step::Create.deed::<F::Entry>(entry.slug());
            self.record(transaction, actor, &deed.after(entry.called()))?;
            Ok(Edited::Done(entry.slug().clone()))
        })?;
        if let Edited::Done(slug) = &created {
            done::<F::Entry>(Step::Create, actor, slug, None);
        }
        self.catch_up();
        Ok(created)
    }
}
