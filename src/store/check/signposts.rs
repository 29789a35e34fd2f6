//! Former names of groups and topics: each leads to what is there, and what stands beside a document
//! says the same as the document.

use super::fault::{Faults, RESTORE};
use crate::domain::{Group, Names, Slug, Topic};
use crate::store::connection::AnyConnection;
use crate::store::error::StoreError;
use crate::store::listed::{InList, each, names};

pub(super) fn check(connection: &mut AnyConnection, faults: &mut Faults) -> Result<(), StoreError> {
    check_list::<Group>(connection, faults)?;
    check_list::<Topic>(connection, faults)
}

fn check_list<T: InList>(
    connection: &mut AnyConnection,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let entries = names(connection, T::LIST)?;
    let all = Names::new(entries.iter().cloned());
    for (slug, onward, _) in &entries {
        let leads_nowhere = onward.is_some() && all.now(slug) == slug;
        if leads_nowhere {
            let problem = "it leads to nothing that is there";
            faults.add(format_args!("{} {slug}", T::NOUN), problem, RESTORE);
        }
    }
    for (slug, outcome) in each::<T>(connection)? {
        let Ok(entry) = outcome else { continue };
        let listing = entry.listing();
        let said: Option<&Slug> = listing.onward.as_ref().map(|onward| &onward.to);
        let beside = entries.iter().find(|(name, ..)| name.as_str() == slug);
        let is_same = beside.is_some_and(|(_, onward, is_closed)| {
            onward.as_ref() == said && *is_closed == listing.closed.is_some()
        });
        if !is_same {
            let problem = "its columns and its document say different things of where it leads or \
                           whether it is closed";
            faults.add(format_args!("{} {slug}", T::NOUN), problem, RESTORE);
        }
    }
    Ok(())
}
