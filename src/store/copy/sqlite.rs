//! SQLite files past the store: opened without being made and without changing their journal mode,
//! and written under a name of their own until they are whole.

use super::error::CopyError;
use crate::store::connection::AnyConnection;
use crate::store::file;
use crate::store::migrate::bring_up_to_date;
use crate::store::token::random_bytes;
use diesel::connection::SimpleConnection;
use rustix::fs::{FlockOperation, fcntl_lock, flock};
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// What SQLite puts beside a file: what is not yet folded in, who reads where, what to undo.
const SIDES: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What an unfinished file is called, behind the name that it will have.
pub(super) const UNFINISHED: &str = ".part";

/// Opens a file that is there.
pub(super) fn connect(file: &Path) -> Result<AnyConnection, CopyError> {
    std::fs::metadata(file).map_err(|error| CopyError::file(file, error))?;
    let opened = file::open_with(file, "mode=rw");
    let mut connection = opened.map_err(|error| CopyError::file(file, error))?;
    connection
        .batch_execute("PRAGMA busy_timeout = 10000")
        .map_err(|error| CopyError::file(file, error))?;
    Ok(AnyConnection::Sqlite(connection))
}

/// A name with something behind it.
pub(super) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(ending);
    name.into()
}

/// The files beside one that are there.
pub(super) fn sides(file: &Path) -> impl Iterator<Item = (&'static str, PathBuf)> {
    let side = |ending| (ending, with_ending(file, ending));
    let all: Vec<_> = SIDES.into_iter().map(side).collect();
    all.into_iter()
        .filter(|(_, side)| side.symlink_metadata().is_ok())
}

/// Removes what an earlier file of this name left beside it: SQLite would take it for a part of the
/// new one.
pub(super) fn remove_sides(file: &Path) -> Result<(), CopyError> {
    for (_, side) in sides(file) {
        std::fs::remove_file(&side).map_err(|error| CopyError::file(&side, error))?;
    }
    Ok(())
}

/// Keeps others from opening a file for as long as it is held.
#[derive(Debug)]
pub(super) struct Unused {
    _lock: File,
}

impl Unused {
    /// Fails if any other process has the file open: in WAL mode SQLite holds a lock on it from the
    /// first look to the end (<https://sqlite.org/lockingv3.html>), which stands in the way of ours.
    pub(super) fn make_sure(file: &Path) -> Result<Self, CopyError> {
        let opened = OpenOptions::new().read(true).write(true).open(file);
        let lock = opened.map_err(|error| CopyError::file(file, error))?;
        match fcntl_lock(&lock, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { _lock: lock }),
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::ACCESS) => {
                Err(CopyError::InUse(file.display().to_string()))
            }
            Err(error) => Err(CopyError::file(file, error)),
        }
    }
}

/// A file that is being written. Until it is given its name it has another; if it never is, it goes.
#[derive(Debug)]
pub(super) struct NewFile {
    part: PathBuf,
    /// Held as long as it is written: one that nobody holds was left behind.
    lock: File,
}

impl NewFile {
    /// Makes an empty one beside where it will be, for its owner alone.
    pub(super) fn beside(file: &Path) -> Result<Self, CopyError> {
        let part = with_ending(file, UNFINISHED);
        if let Ok(left) = File::open(&part) {
            flock(&left, FlockOperation::NonBlockingLockExclusive)
                .map_err(|_| CopyError::InUse(part.display().to_string()))?;
            std::fs::remove_file(&part).map_err(|error| CopyError::file(&part, error))?;
        }
        let lock = make(&part)?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive)
            .map_err(|error| CopyError::file(&part, error))?;
        Ok(Self { part, lock })
    }

    /// Lays the tables; ready to be filled. Nobody waits for its bytes to be on the disk until all
    /// are there, and what refers to what is looked at in the end.
    pub(super) fn lay(&self) -> Result<AnyConnection, CopyError> {
        let mut connection = self.open()?;
        connection.batch_execute(
            "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;",
        )?;
        bring_up_to_date(&mut connection)?;
        Ok(connection)
    }

    pub(super) fn open(&self) -> Result<AnyConnection, CopyError> {
        connect(&self.part)
    }

    /// Hands it to the owner of a file or folder, if that can be done: what root brings back, the
    /// server has to be able to open.
    pub(super) fn belong_to_owner_of(&self, other: &Path) -> Result<(), CopyError> {
        let failed = |error| CopyError::file(&self.part, error);
        let (own, other) = (self.lock.metadata().map_err(failed)?, other.metadata());
        match other {
            Ok(other) if rustix::process::geteuid().is_root() && other.uid() != own.uid() => {
                std::os::unix::fs::chown(&self.part, Some(other.uid()), Some(other.gid()))
                    .map_err(failed)
            }
            _ => Ok(()),
        }
    }

    /// Puts all of it on the disk and gives it its name, in one step: at no moment is half a file
    /// there. Returns its bytes.
    pub(super) fn give_name(self, file: &Path, over: bool) -> Result<u64, CopyError> {
        let failed = |error| CopyError::file(file, error);
        self.lock.sync_all().map_err(failed)?;
        let bytes = self.lock.metadata().map_err(failed)?.len();
        match over {
            true => std::fs::rename(&self.part, file).map_err(failed)?,
            false => self.give_free_name(file)?,
        }
        let folder = folder_of(file);
        let opened = File::open(folder).and_then(|folder| folder.sync_all());
        opened.map_err(|error| CopyError::file(folder, error))?;
        Ok(bytes)
    }

    /// A link fails where there is something already; some file systems have none.
    fn give_free_name(&self, file: &Path) -> Result<(), CopyError> {
        let taken = || CopyError::FileTaken(file.display().to_string());
        match std::fs::hard_link(&self.part, file) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(taken()),
            Err(_) if file.symlink_metadata().is_ok() => Err(taken()),
            Err(_) => {
                std::fs::rename(&self.part, file).map_err(|error| CopyError::file(file, error))
            }
        }
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // Under another name it stays.
        let _ = std::fs::remove_file(&self.part);
    }
}

/// A copy that is brought up to date; it goes when it is let go of.
#[derive(Debug)]
pub(super) struct UpToDate {
    file: PathBuf,
}

impl UpToDate {
    /// Copies a database of an older version, which stays as it is, and makes the steps that it lacks.
    pub(super) fn copy_of(older: &mut AnyConnection) -> Result<(Self, AnyConnection), CopyError> {
        let number = u128::from_le_bytes(random_bytes::<16>()?);
        let file = std::env::temp_dir().join(format!("igf-calendar-{number:032x}.sqlite"));
        make(&file)?;
        let copy = Self { file };
        let name = copy.file.display().to_string().replace('\'', "''");
        older.batch_execute(&format!("VACUUM INTO '{name}'"))?;
        let mut connection = connect(&copy.file)?;
        connection.batch_execute("PRAGMA foreign_keys = ON")?;
        bring_up_to_date(&mut connection)?;
        Ok((copy, connection))
    }
}

impl Drop for UpToDate {
    fn drop(&mut self) {
        let _ = remove_sides(&self.file);
        let _ = std::fs::remove_file(&self.file);
    }
}

/// Names and addresses of people will stand in it.
fn make(file: &Path) -> Result<File, CopyError> {
    let mut options = OpenOptions::new();
    let made = options.write(true).create_new(true).mode(0o600).open(file);
    made.map_err(|error| CopyError::file(file, error))
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
