//! A group or topic that has come to its end, and one that takes up its work again.

use super::{Moved, Step, done, entry_now};
use crate::acts::{ActError, Actor, Acts};
use crate::domain::Slug;
use crate::store::InList;

impl Acts {
    /// Closes an entry, or opens it again; `version` is that of the entry when its page was made. What
    /// named it goes on naming it; nothing new can be posted under it while it is closed. For the desk.
    pub fn close_entry<T: InList>(
        &self,
        actor: &Actor,
        slug: &Slug,
        version: i32,
        close: bool,
    ) -> Result<Moved, ActError> {
        let step = match close {
            true => Step::Close,
            false => Step::Reopen,
        };
        actor.steward(step.on::<T>())?;
        let now = self.now();
        let (is_new, moved) = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let stands = entry_now::<T>(transaction, slug)?;
            let mut entry = stands.entry;
            let name = entry.slug().clone();
            if entry.listing().closed.is_some() == close {
                return Ok::<_, ActError>((false, Moved::Done(name)));
            }
            if stands.version != version {
                return Ok((false, Moved::Meanwhile));
            }
            entry.listing_mut().closed = close.then(|| now.date_naive());
            let imported = stands.imported.as_ref();
            transaction.change_entry(&entry, stands.version, imported, now)?;
            self.record(transaction, actor, &step.deed::<T>(&name))?;
            Ok((true, Moved::Done(name)))
        })?;
        if let (true, Moved::Done(slug)) = (is_new, &moved) {
            done::<T>(step, actor, slug, None);
        }
        self.catch_up();
        Ok(moved)
    }
}
