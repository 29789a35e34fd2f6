//! The file of a SQLite database: made so that nobody else on the machine reads it, told from others of
//! its name, opened, and asked whether anything could be written beside it.

use super::error::StoreError;
use diesel::{Connection, SqliteConnection};
use std::fs::{DirBuilder, OpenOptions};
use std::io::{Error, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// With less than this many bytes left, the next form may not find room: the log of a transaction
/// grows up to four megabytes before SQLite folds it in.
pub(super) const ROOM: u64 = 8 * 1024 * 1024;

/// Makes a missing file, for its owner alone, and the folders that lead to it. Names and addresses of
/// people stand in it, and in the files that SQLite puts beside it with the same rights.
pub(super) fn make(file: &Path) -> Result<(), StoreError> {
    make_folder(file)?;
    let mut options = OpenOptions::new();
    match options.write(true).create_new(true).mode(0o600).open(file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(unusable(file, &error)),
    }
}

/// Makes the folders that lead to a file, for its owner alone.
pub(super) fn make_folder(file: &Path) -> Result<(), StoreError> {
    if let Some(folder) = file.parent() {
        let mut builder = DirBuilder::new();
        let made = builder.recursive(true).mode(0o700).create(folder);
        // The folder of a mere file name is "", which is there.
        if !folder.as_os_str().is_empty() {
            made.map_err(|error| unusable(folder, &error))?;
        }
    }
    Ok(())
}

/// Which file it is, whatever its name is by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
}

/// The file that has this name now.
pub(super) fn identity(file: &Path) -> Result<Identity, StoreError> {
    let metadata = std::fs::metadata(file).map_err(|error| unusable(file, &error))?;
    Ok(Identity {
        device: metadata.dev(),
        inode: metadata.ino(),
    })
}

/// Opens a file; SQLite reads nothing of it yet.
pub(super) fn open(file: &Path) -> Result<SqliteConnection, String> {
    let name = file.to_str().ok_or("its name is no text")?;
    SqliteConnection::establish(name).map_err(|error| error.to_string())
}

/// Opens a file with parameters of SQLite's file addresses (<https://sqlite.org/uri.html>).
pub(super) fn open_with(file: &Path, parameters: &str) -> Result<SqliteConnection, String> {
    let name = file.to_str().ok_or("its name is no text")?;
    let encoded = name
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    SqliteConnection::establish(&format!("file:{encoded}?{parameters}"))
        .map_err(|error| error.to_string())
}

/// The file in which SQLite keeps what is not folded into a database yet.
pub(super) fn log_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Whether there is room to write, on a file system that may be written.
pub(super) fn has_room(file: &Path) -> Result<(), StoreError> {
    let system = rustix::fs::statvfs(file).map_err(|error| unusable(file, &error.into()))?;
    if system
        .f_flag
        .contains(rustix::fs::StatVfsMountFlags::RDONLY)
    {
        return Err(StoreError::Unwritable("its file system is read-only"));
    }
    if bytes_left(&system) < ROOM {
        return Err(StoreError::Unwritable("its disk is full"));
    }
    takes_writes(file)
}

/// A file system that went read-only after an error does not always say so of itself: it shows when a
/// file is opened. Not the database, because closing that would give up the locks that SQLite has on it
/// in this process; on its log there are none.
fn takes_writes(file: &Path) -> Result<(), StoreError> {
    match OpenOptions::new().append(true).open(log_of(file)) {
        Err(error) if error.kind() == ErrorKind::ReadOnlyFilesystem => {
            Err(StoreError::Unwritable("its file system is read-only"))
        }
        // Whatever else is wrong shows when the lock is taken.
        _ => Ok(()),
    }
}

/// How many bytes can still be written in a folder.
pub(super) fn free_bytes(folder: &Path) -> Result<u64, Error> {
    Ok(bytes_left(&rustix::fs::statvfs(folder)?))
}

fn bytes_left(system: &rustix::fs::StatVfs) -> u64 {
    system.f_bavail.saturating_mul(system.f_frsize)
}

pub(super) fn unusable(path: &Path, error: &Error) -> StoreError {
    StoreError::Unreachable(format!("{}: {error}", path.display()))
}
