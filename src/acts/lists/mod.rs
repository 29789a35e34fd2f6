//! Groups and topics at the desk and in files: made, changed, renamed, put together, closed. Whoever
//! writes a list is alone with it, and comes before any lock of a meeting.

mod close;
mod create;
mod edit;
mod import;
mod merge;
mod rename;

pub use edit::{Edited, Editing, Meanwhile as ListMeanwhile};
pub use rename::Moved;

use super::{ActError, Actor};
use crate::domain::fields::ListContext;
use crate::domain::{Known, Slug};
use crate::store::{Deed, Entry, InList, List, Transaction};

/// Something that is done with a list.
#[derive(Debug, Clone, Copy)]
enum Step {
    Create,
    Edit,
    Rename,
    Merge,
    Separate,
    Close,
    Reopen,
    Import,
}

impl Step {
    /// What both logs call it.
    fn on<T: InList>(self) -> &'static str {
        let is_group = T::LIST == List::Groups;
        match (self, is_group) {
            (Self::Create, true) => "create group",
            (Self::Create, false) => "create topic",
            (Self::Edit, true) => "edit group",
            (Self::Edit, false) => "edit topic",
            (Self::Rename, true) => "rename group",
            (Self::Rename, false) => "rename topic",
            (Self::Merge, true) => "merge group",
            (Self::Merge, false) => "merge topic",
            (Self::Separate, true) => "separate group",
            (Self::Separate, false) => "separate topic",
            (Self::Close, true) => "close group",
            (Self::Close, false) => "close topic",
            (Self::Reopen, true) => "reopen group",
            (Self::Reopen, false) => "reopen topic",
            (Self::Import, true) => "import group",
            (Self::Import, false) => "import topic",
        }
    }

    /// A line of the audit log, of an entry by the name that it had before.
    fn deed<T: InList>(self, slug: &Slug) -> Deed {
        Deed::new(self.on::<T>(), T::done(slug.clone()))
    }
}

/// Says in the server's log what was done.
fn done<T: InList>(step: Step, actor: &Actor, slug: &Slug, to: Option<&Slug>) {
    let act = step.on::<T>();
    let to = to.map(Slug::as_str);
    tracing::info!(act, %actor, slug = slug.as_str(), to, "done");
}

/// Whether a name in addresses is none for an entry: the desk has another page there.
fn is_reserved(slug: &Slug) -> bool {
    slug.as_str() == "new"
}

/// The entry that goes by a name, or went by it.
fn entry_now<T: InList>(
    transaction: &mut Transaction<'_>,
    slug: &Slug,
) -> Result<Entry<T>, ActError> {
    let known = transaction.known()?;
    let entry = transaction.entry(now_of::<T>(&known, slug))?;
    entry.ok_or(ActError::Missing(T::NOUN))
}

/// The name of today for a name of the list that an entry is of.
fn now_of<'a, T: InList>(known: &'a Known, slug: &'a Slug) -> &'a Slug {
    match T::LIST {
        List::Groups => known.groups.now(slug),
        List::Topics => known.topics.now(slug),
    }
}

/// Reads a form in sight of the topics that there are.
fn in_context<R>(known: &Known, work: impl FnOnce(&ListContext<'_>) -> R) -> R {
    work(&ListContext {
        find_topic: &|slug| known.topic(slug),
    })
}
