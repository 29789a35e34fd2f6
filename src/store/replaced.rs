//! A SQLite file that another was laid in the place of while it was open: an older copy, most likely.
//! Nothing may be written to the one that is gone, and the one that came is opened in its stead, once it
//! is known for a calendar's and nobody holds the other any more.
//!
//! The order counts. What SQLite keeps beside a file belongs to the file by its name alone, so that a
//! copy is torn when it is opened with the log (`-wal`) of another, and SQLite leaves that log where it
//! is when its file was moved. So the log is folded into the former file, which then is whole wherever it
//! went, and all connections to that are closed before the first to the new one is opened.

use super::address::DatabaseAddress;
use super::connection::{AnyConnection, OpenConnections};
use super::error::StoreError;
use super::file::{self, Identity};
use super::migrate::age;
use super::pool::{Pools, Store};
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// How long connections to the former file may take to be given back and closed.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is known of a file that replaces the one that was open.
#[derive(Default)]
pub(super) struct Replacing {
    refused: Option<Refused>,
    /// The connections to the former file, until all are closed.
    closing: Option<OpenConnections>,
}

/// A file that was not taken. It is looked at again when it has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Refused {
    file: Identity,
    octets: u64,
    changed: Option<SystemTime>,
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    quick_check: String,
}

impl Store {
    /// Opens the file that lies in the place of the one that is open, if that is another. Fails if none
    /// lies there, or one that cannot be taken.
    pub(super) fn follow_file(&self) -> Result<(), StoreError> {
        let DatabaseAddress::Sqlite(path) = self.address() else {
            return Ok(());
        };
        let is_open = |found| {
            let pools = self.shared.pools.load();
            pools.as_deref().and_then(|pools| pools.file) == Some(found)
        };
        if is_open(file::identity(path)?) {
            return Ok(());
        }
        let mut replacing = self
            .shared
            .replacing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // Somebody else may have opened it meanwhile.
        if is_open(file::identity(path)?) {
            return Ok(());
        }
        let found = Refused::look(path)?;
        if replacing.refused == Some(found) {
            return Err(StoreError::REPLACED);
        }
        if let Err(error) = inspect(path) {
            tracing::error!(
                file = %path.display(),
                %error,
                "another file was laid in the place of the database, and it cannot be taken"
            );
            replacing.refused = Some(found);
            return Err(StoreError::REPLACED);
        }
        self.exchange(path, &mut replacing)
    }

    /// Fails if these connections are to a file that is gone from its place.
    pub(super) fn still_there(&self, pools: &Pools) -> Result<(), StoreError> {
        let DatabaseAddress::Sqlite(path) = self.address() else {
            return Ok(());
        };
        match file::identity(path)? {
            found if Some(found) == pools.file => Ok(()),
            _ => Err(StoreError::REPLACED),
        }
    }

    fn exchange(&self, path: &Path, replacing: &mut Replacing) -> Result<(), StoreError> {
        let until = Instant::now() + PATIENCE;
        // Whoever has a connection to the former file is waited for; nobody gets another.
        if let Some(former) = self.shared.pools.swap(None) {
            former.fold_in();
            replacing.closing = Some(former.open.clone());
        }
        while replacing
            .closing
            .as_ref()
            .is_some_and(|open| !open.is_none())
        {
            if Instant::now() > until {
                return Err(StoreError::REPLACED);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let log = std::fs::metadata(file::log_of(path));
        if log.is_ok_and(|log| log.len() > 0) {
            return Err(StoreError::Unwritable(
                "another file was laid in its place, and a log (-wal) of unknown origin lies beside \
                 it: stop the server, and lay a copy there as a backup makes it",
            ));
        }
        let pools = Pools::open(self.address(), &self.shared.options)?;
        self.shared.pools.store(Some(Arc::new(pools)));
        tracing::warn!(
            file = %path.display(),
            "another file was laid in the place of the database, and was opened"
        );
        Ok(())
    }
}

impl Refused {
    fn look(path: &Path) -> Result<Self, StoreError> {
        let file = file::identity(path)?;
        let metadata = std::fs::metadata(path).ok();
        Ok(Self {
            file,
            octets: metadata.as_ref().map_or(0, std::fs::Metadata::len),
            changed: metadata.and_then(|metadata| metadata.modified().ok()),
        })
    }
}

/// Fails unless a file is whole and holds a calendar that this version can read. Nothing of it is
/// changed, and nothing that lies beside it is read.
fn inspect(path: &Path) -> Result<(), StoreError> {
    let foreign = |error: String| StoreError::Unreachable(error);
    let mut connection = file::open_with(path, "mode=ro&immutable=1").map_err(foreign)?;
    let said: Vec<Said> = diesel::sql_query("PRAGMA quick_check(1)").load(&mut connection)?;
    if let Some(fault) = said.iter().find(|said| said.quick_check != "ok") {
        return Err(StoreError::damaged("SQLite file", &fault.quick_check));
    }
    age(&mut AnyConnection::Sqlite(connection)).map(drop)
}
