//! Whether a database is whole: the log, heads, revisions, decisions, documents and messages against
//! each other, and what the database itself keeps watch with. Nothing is changed, and nothing is
//! mended.

mod decisions;
mod documents;
mod fault;
mod ids;
mod log;
mod meetings;
mod outbox;
mod signposts;
mod watch;

pub use fault::Fault;

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;
use fault::Faults;
use ids::Ids;

impl Store {
    /// Every fault that is found, in the order of the tables; none if the database is whole. All of it
    /// is read at one moment, so others may write meanwhile. Fails only if the database cannot be
    /// asked.
    pub fn check(&self) -> Result<Vec<Fault>, StoreError> {
        self.read_at_once(check)
    }
}

/// The same of a connection, within a transaction that sees one moment.
pub(super) fn check(connection: &mut AnyConnection) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Faults::default();
    match check_all(connection, &mut faults) {
        Ok(()) => {}
        Err(error) if error.is_passing() => return Err(error),
        // A file whose pages are torn answers no question about what stands on them.
        Err(error) => faults.add("database", format_args!("{error}"), fault::RESTORE),
    }
    Ok(faults.found)
}

fn check_all(connection: &mut AnyConnection, faults: &mut Faults) -> Result<(), StoreError> {
    watch::check(connection, faults)?;
    let ids = Ids::read(connection)?;
    meetings::check(&ids, faults);
    log::check(connection, &ids, faults)?;
    decisions::check(connection, &ids, faults)?;
    documents::check(connection, &ids, faults)?;
    signposts::check(connection, faults)?;
    outbox::check(connection, &ids, faults)
}
