//! A group or topic that goes on as a part of another, and one that is its own again. Why its meetings
//! count as the other's stands in docs/decisions/names-that-lead-on.md.

use super::{Moved, Step, done, entry_now};
use crate::acts::{ActError, Actor, Acts};
use crate::domain::{How, Onward, Slug};
use crate::store::InList;

impl Acts {
    /// Lets an entry go on as a part of another; `version` is that of the first when its page was made.
    /// Its names lead to the other from then on, and what named it counts as the other's. For the desk.
    pub fn merge_entry<T: InList>(
        &self,
        actor: &Actor,
        slug: &Slug,
        version: i32,
        into: &Slug,
    ) -> Result<Moved, ActError> {
        actor.steward(Step::Merge.on::<T>())?;
        let now = self.now();
        let moved = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let stands = entry_now::<T>(transaction, slug)?;
            let other = entry_now::<T>(transaction, into)?;
            let to = other.entry.slug().clone();
            if stands.version != version || to == *stands.entry.slug() {
                return Ok::<_, ActError>(Moved::Meanwhile);
            }
            let mut signpost = stands.entry;
            signpost.listing_mut().onward = Some(Onward {
                to: to.clone(),
                how: How::Merged,
                since: now.date_naive(),
            });
            let imported = stands.imported.as_ref();
            transaction.change_entry(&signpost, stands.version, imported, now)?;
            let deed = Step::Merge.deed::<T>(signpost.slug());
            self.record(transaction, actor, &deed.after(&to))?;
            Ok(Moved::Done(to))
        })?;
        if let Moved::Done(to) = &moved {
            done::<T>(Step::Merge, actor, slug, Some(to));
        }
        self.catch_up();
        Ok(moved)
    }

    /// Makes an entry its own again that went on as a part of another, with everything that named it
    /// before. What was posted since stays the other's. For the desk.
    pub fn separate_entry<T: InList>(&self, actor: &Actor, slug: &Slug) -> Result<Moved, ActError> {
        actor.steward(Step::Separate.on::<T>())?;
        let now = self.now();
        let moved = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let stands = transaction.entry::<T>(slug)?;
            let stands = stands.ok_or(ActError::Missing(T::NOUN))?;
            let onward = stands.entry.listing().onward.as_ref();
            if onward.is_none_or(|onward| onward.how != How::Merged) {
                return Ok::<_, ActError>(Moved::Meanwhile);
            }
            let mut own = stands.entry;
            let was = own.listing_mut().onward.take();
            let imported = stands.imported.as_ref();
            transaction.change_entry(&own, stands.version, imported, now)?;
            let mut deed = Step::Separate.deed::<T>(slug);
            deed.before = was.map(|onward| onward.to.to_string());
            self.record(transaction, actor, &deed)?;
            Ok(Moved::Done(slug.clone()))
        })?;
        if let Moved::Done(slug) = &moved {
            done::<T>(Step::Separate, actor, slug, None);
        }
        self.catch_up();
        Ok(moved)
    }
}
