//! The names that groups and topics go by and went by, as the database has them.

use super::connection::AnyConnection;
use super::error::StoreError;
use super::listed::{List, former_names, names};
use super::pool::Store;
use super::transaction::Transaction;
use crate::domain::{Known, Names};

impl Store {
    /// The names of groups and topics.
    pub fn known(&self) -> Result<Known, StoreError> {
        self.read(known)
    }
}

impl Transaction<'_> {
    /// The names of groups and topics.
    pub fn known(&mut self) -> Result<Known, StoreError> {
        known(self.connection)
    }
}

fn known(connection: &mut AnyConnection) -> Result<Known, StoreError> {
    Ok(Known {
        groups: Names::new(names(connection, List::Groups)?),
        topics: Names::new(names(connection, List::Topics)?),
    })
}

/// The former names alone, which are few: all that reading a revision needs.
pub(super) fn known_formerly(connection: &mut AnyConnection) -> Result<Known, StoreError> {
    Ok(Known {
        groups: Names::new(former_names(connection, List::Groups)?),
        topics: Names::new(former_names(connection, List::Topics)?),
    })
}
