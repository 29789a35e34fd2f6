//! The database that the settings name, and what a command does with it.

use super::Failure;
use crate::acts::Acts;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::store::{Store, StoreError, StoreOptions};
use std::time::Duration;

/// Opens it, with the limits that are set.
pub(super) fn open(settings: &Settings) -> Result<Store, StoreError> {
    let store = open_later(settings)?;
    store.reach()?;
    Ok(store)
}

/// The same without reaching for it yet.
pub(super) fn open_later(settings: &Settings) -> Result<Store, StoreError> {
    Store::open_later(&settings.database.url, options(settings))
}

/// Opens it for reading alone; it has to be there.
pub(super) fn open_unchanged(settings: &Settings) -> Result<Store, StoreError> {
    Store::open_unchanged(&settings.database.url, options(settings))
}

/// The limits that are set.
pub(super) fn options(settings: &Settings) -> StoreOptions {
    let database = &settings.database;
    let seconds = |number: u32| Duration::from_secs(number.into());
    StoreOptions {
        connections: database.connections,
        connect: seconds(database.connect_seconds),
        statement: seconds(database.statement_seconds),
        lock: seconds(database.lock_seconds),
        answer: seconds(database.answer_seconds),
    }
}

/// The acts of a command; a server that runs beside it follows the change log.
pub(super) fn acts(settings: &Settings) -> Result<Acts, Failure> {
    Ok(Acts::new(open(settings)?, Clock::System))
}
