//! The one way of writing: a transaction, all of it or nothing. Reads that a rule goes by are made
//! in it as well, after what they are about was locked.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::pool::Store;

/// A transaction that is open. It is handed out by [`Store::transact`] alone, and only the floor of
/// acts asks for one. Everything that changes a meeting takes its [`Head`](super::Head), which
/// [`Transaction::lock_meeting`] gives; locks are taken in the order draft, message, meeting, change log.
pub struct Transaction<'a> {
    pub(super) connection: &'a mut AnyConnection,
}

impl Store {
    /// Runs a transaction: all of it if `work` succeeds, nothing of it if it fails.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write(None, |connection| {
            connection.begin().map_err(StoreError::from)?;
            let outcome = work(&mut Transaction { connection });
            match outcome {
                Ok(value) => {
                    connection.commit().map_err(StoreError::from)?;
                    self.note_success();
                    Ok(value)
                }
                Err(error) => {
                    // Whoever asked has to hear what came first; a connection that cannot roll back
                    // is thrown away with whatever was open on it.
                    if let Err(error) = connection.roll_back() {
                        tracing::warn!(%error, "a transaction could not be rolled back");
                    }
                    Err(error)
                }
            }
        })
    }
}
