//! Whether something could be written now, asked without writing anything.

use super::address::DatabaseAddress;
use super::connection::AnyConnection;
use super::error::StoreError;
use super::file;
use super::pool::Store;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::time::Duration;

impl Store {
    /// Fails if nothing can be written now: the database is away or read-only, its disk is full, or no
    /// connection becomes free in time. A server that stands still may hold it up for longer.
    pub fn probe(&self, patience: Duration) -> Result<(), StoreError> {
        if let DatabaseAddress::Sqlite(path) = self.address() {
            file::has_room(path)?;
        }
        self.write(Some(patience), |connection| {
            let is_read_only = match connection {
                AnyConnection::Sqlite(_) => false,
                AnyConnection::Postgres(server) => diesel::select(sql::<Bool>(
                    "pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean",
                ))
                .get_result(server)?,
            };
            if is_read_only {
                return Err(StoreError::Unwritable("its server takes no writes"));
            }
            // Takes the lock that a write would take, and gives it back.
            connection.begin()?;
            Ok(connection.roll_back()?)
        })?;
        self.was_not_refused()
    }
}
