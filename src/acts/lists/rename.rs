//! Other names for a group or a topic. The former name in addresses becomes a signpost, so that
//! whatever names it goes on leading there.

use super::{Step, done, entry_now, is_reserved, now_of};
use crate::acts::{ActError, Actor, Acts};
use crate::domain::fields::{NewNames, RenameFields};
use crate::domain::{FieldError, How, Onward, Slug};
use crate::store::{Entry, InList, List, Transaction};
use chrono::{DateTime, Utc};

/// What came of renaming, putting together, closing or opening again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// It stands; the name that the entry goes by now.
    Done(Slug),
    /// Something is wrong with what was typed; nothing was changed.
    Problems(Vec<FieldError>),
    /// The entry was changed since the page was made; nothing was changed.
    Meanwhile,
}

impl Acts {
    /// Gives an entry other names. `version` is that of the entry when its page was made. Its meetings
    /// stay its own, under the same UIDs, and all of its former names lead to it. For the desk.
    pub fn rename_entry<T: InList>(
        &self,
        actor: &Actor,
        slug: &Slug,
        version: i32,
        typed: &RenameFields,
    ) -> Result<Moved, ActError> {
        actor.steward(Step::Rename.on::<T>())?;
        let names = match typed.parse(T::LIST == List::Groups) {
            Ok(names) => names,
            Err(errors) => return Ok(Moved::Problems(errors)),
        };
        let now = self.now();
        let moved = self.store.transact(|transaction| {
            transaction.import_alone()?;
            let stands = entry_now::<T>(transaction, slug)?;
            if stands.version != version {
                return Ok::<_, ActError>(Moved::Meanwhile);
            }
            let deed = Step::Rename.deed::<T>(stands.entry.slug());
            let deed = deed.before(told(&stands.entry));
            let renamed = called(&stands.entry, &names, now);
            let moved = rename(transaction, stands, &renamed, now)?;
            if matches!(moved, Moved::Done(_)) {
                self.record(transaction, actor, &deed.after(told(&renamed)))?;
            }
            Ok(moved)
        })?;
        if let Moved::Done(new) = &moved {
            done::<T>(Step::Rename, actor, slug, Some(new));
        }
        self.catch_up();
        Ok(moved)
    }
}

fn rename<T: InList>(
    transaction: &mut Transaction<'_>,
    stands: Entry<T>,
    renamed: &T,
    now: DateTime<Utc>,
) -> Result<Moved, ActError> {
    let (imported, version) = (stands.imported.as_ref(), stands.version);
    let to = renamed.slug().clone();
    if to == *stands.entry.slug() {
        transaction.change_entry(renamed, version, imported, now)?;
        return Ok(Moved::Done(to));
    }
    match transaction.entry::<T>(&to)? {
        None if !is_reserved(&to) => transaction.add_entry(renamed, imported, now)?,
        // Back to a name that it had.
        Some(signpost) if is_its_own(transaction, &signpost.entry, stands.entry.slug())? => {
            transaction.change_entry(renamed, signpost.version, imported, now)?;
        }
        _ => return Ok(Moved::Problems(vec![RenameFields::taken()])),
    }
    let mut signpost = stands.entry;
    let listing = signpost.listing_mut();
    listing.closed = None;
    listing.onward = Some(Onward {
        to: to.clone(),
        how: How::Renamed,
        since: now.date_naive(),
    });
    transaction.change_entry(&signpost, version, None, now)?;
    if T::LIST == List::Groups {
        transaction.rename_in_grants(signpost.slug(), &to)?;
    }
    Ok(Moved::Done(to))
}

/// An entry in the audit log.
fn told<T: InList>(entry: &T) -> String {
    format!("{}: {}", entry.slug(), entry.called())
}

/// Whether a name is one that the entry itself had, and none of another that goes on as a part of it.
fn is_its_own<T: InList>(
    transaction: &mut Transaction<'_>,
    signpost: &T,
    slug: &Slug,
) -> Result<bool, ActError> {
    let known = transaction.known()?;
    let onward = signpost.listing().onward.as_ref();
    let is_renamed = onward.is_some_and(|onward| onward.how == How::Renamed);
    Ok(is_renamed && now_of::<T>(&known, signpost.slug()) == slug)
}

/// The entry by its new names; of a group its former one is remembered, as readers know it.
fn called<T: InList>(entry: &T, names: &NewNames, now: DateTime<Utc>) -> T {
    let mut renamed = entry.clone();
    *renamed.slug_mut() = names.slug.clone();
    if let (Some(group), Some(name)) = (renamed.as_group_mut(), &names.name) {
        if group.name != *name {
            let former = group.as_former(now.date_naive());
            group.formerly.push(former);
        }
        name.clone_into(&mut group.name);
        group.acronym.clone_from(&names.acronym);
    }
    renamed
}
