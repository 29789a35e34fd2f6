//! What one process does for all that share a database. Whoever leads a task holds a lock that ends
//! with the process, however that ends, so nobody has to guess whether another is still at it.

use super::address::DatabaseAddress;
use super::error::StoreError;
use super::file;
use super::pool::Store;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The lead of one task, given back when this is dropped.
pub struct Lead {
    held: Held,
}

enum Held {
    /// A lock on a file beside the database's. Not on that file itself: closing it would give back
    /// the locks that SQLite holds on it.
    File(#[expect(dead_code, reason = "closing it gives the lock back")] File),
    /// An advisory lock of a session, on a connection of its own.
    Session(Box<PgConnection>),
}

impl Store {
    /// Takes the lead of a task, by its name; `None` while another process has it, or somebody else in
    /// this one. Does not wait. On PostgreSQL it makes a connection, so it is for what is done now and
    /// then.
    pub fn lead(&self, task: &str) -> Result<Option<Lead>, StoreError> {
        let held = match self.address() {
            DatabaseAddress::Sqlite(path) => lock_file(&beside(path, task))?.map(Held::File),
            DatabaseAddress::Postgres(_) => self.lock_session(task)?.map(Held::Session),
        };
        Ok(held.map(|held| Lead { held }))
    }

    fn lock_session(&self, task: &str) -> Result<Option<Box<PgConnection>>, StoreError> {
        let Some(mut connection) = self.own_connection()? else {
            return Ok(None);
        };
        let lock = sql::<Bool>("pg_try_advisory_lock(").bind::<BigInt, _>(key(task));
        let taken: bool = diesel::select(lock.sql(")")).get_result(&mut connection)?;
        Ok(taken.then(|| Box::new(connection)))
    }
}

/// A server notices the end of a connection a little later; whoever asks next need not wait for it.
impl Drop for Lead {
    fn drop(&mut self) {
        if let Held::Session(connection) = &mut self.held
            && let Err(error) = connection.batch_execute("SELECT pg_advisory_unlock_all()")
        {
            tracing::debug!(%error, "a lead ends with its connection");
        }
    }
}

/// The number of a task's lock, unlike the small ones that are given by hand elsewhere.
fn key(task: &str) -> i64 {
    let digest = Sha256::digest(format!("igf-calendar lead {task}"));
    let first = digest.iter().take(8);
    first.fold(0, |key, byte| key << 8 | i64::from(*byte))
}

fn beside(database: &Path, task: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(format!("-{task}.lock"));
    name.into()
}

fn lock_file(path: &Path) -> Result<Option<File>, StoreError> {
    file::make(path)?;
    let unusable = |error: std::io::Error| file::unusable(path, &error);
    let file = OpenOptions::new()
        .write(true)
        .open(path)
        .map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(unusable(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_leads_and_tasks_do_not_mind_each_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("calendar.sqlite").display().to_string();
        let (one, other) = (Store::open(&file), Store::open(&file));
        let (one, other) = (one.expect("a store"), other.expect("a store"));
        let lead = one.lead("sweep").expect("an answer").expect("the lead");
        assert!(other.lead("sweep").expect("an answer").is_none());
        assert!(one.lead("sweep").expect("an answer").is_none());
        assert!(other.lead("mail").expect("an answer").is_some());
        drop(lead);
        assert!(other.lead("sweep").expect("an answer").is_some());
    }

    #[test]
    fn tasks_have_numbers_of_their_own() {
        assert_ne!(key("sweep"), key("mail"));
        assert_ne!(key("sweep") >> 32, 0);
    }
}
