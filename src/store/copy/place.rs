//! A file as the end of a copy: whether it may be written there, and giving it its place.

use super::error::CopyError;
use super::fill::{fill, verify};
use super::source::Source;
use super::sqlite::{NewFile, Unused, folder_of, remove_sides, sides, with_ending};
use super::{Copied, Endpoint, Existing};
use crate::store::address::DatabaseAddress;
use crate::store::file;
use chrono::{DateTime, Utc};
use std::path::Path;
use std::sync::atomic::AtomicBool;

const MEGABYTE: u64 = 1024 * 1024;

/// Fails if the file of a backup is there already and must not be written over, or never may.
pub(super) fn make_sure_it_is_free(
    from: &Endpoint,
    file: &Path,
    over: bool,
) -> Result<(), CopyError> {
    make_sure_it_is_another(from, file)?;
    match file.symlink_metadata() {
        Ok(_) if over => Unused::make_sure(file).map(drop),
        Ok(_) => Err(CopyError::FileTaken(file.display().to_string())),
        Err(_) => Ok(()),
    }
}

/// What stands where a database should go.
pub(super) enum Occupied {
    Free,
    /// Nobody has it open, and the copy takes its place.
    Unused(Unused, DateTime<Utc>),
}

/// Fails if there is a database that must not be replaced, or that somebody has open.
pub(super) fn make_sure_it_may_be_replaced(
    from: &Endpoint,
    file: &Path,
    existing: Existing,
) -> Result<Occupied, CopyError> {
    make_sure_it_is_another(from, file)?;
    match (file.metadata(), existing) {
        (Err(error), _) if error.kind() == std::io::ErrorKind::NotFound => Ok(Occupied::Free),
        (Err(error), _) => Err(CopyError::file(file, error)),
        (Ok(found), _) if found.len() == 0 => Ok(Occupied::Free),
        (Ok(_), Existing::Refuse) => Err(CopyError::CalendarTaken(file.display().to_string())),
        (Ok(_), Existing::SetAside(now)) => Ok(Occupied::Unused(Unused::make_sure(file)?, now)),
    }
}

fn make_sure_it_is_another(from: &Endpoint, file: &Path) -> Result<(), CopyError> {
    let DatabaseAddress::Sqlite(source) = &from.address else {
        return Ok(());
    };
    match (file::identity(source), file::identity(file)) {
        (Ok(source), Ok(target)) if source == target => {
            Err(CopyError::Same(file.display().to_string()))
        }
        _ => Ok(()),
    }
}

/// Writes all of a database into a new file beside where it will be, and reads it again.
pub(super) fn write(
    source: &mut Source,
    file: &Path,
    stop: &AtomicBool,
) -> Result<(NewFile, Copied), CopyError> {
    make_sure_there_is_room(source, folder_of(file))?;
    let new = NewFile::beside(file)?;
    let mut target = new.lay()?;
    target.begin()?;
    let read = fill(source.connection(), &mut target, stop)?;
    target.commit()?;
    // Closed and opened again, so that what is read comes from the file.
    drop(target);
    let mut again = new.open()?;
    again.begin_reading()?;
    let copied = verify(&mut again, &read, stop)?;
    Ok((new, copied))
}

/// A disk that a copy fills keeps the server from writing.
fn make_sure_there_is_room(source: &mut Source, folder: &Path) -> Result<(), CopyError> {
    let free = file::free_bytes(folder).map_err(|error| CopyError::file(folder, error))?;
    let needed = source.bytes()?.saturating_add(file::ROOM);
    match free < needed {
        true => Err(CopyError::NoRoom {
            folder: folder.display().to_string(),
            needed: needed.div_ceil(MEGABYTE),
            free: free / MEGABYTE,
        }),
        false => Ok(()),
    }
}

/// Gives a backup its name.
pub(super) fn backup(
    new: NewFile,
    file: &Path,
    over: bool,
    copied: Copied,
) -> Result<Copied, CopyError> {
    remove_sides(file)?;
    let bytes = Some(new.give_name(file, over)?);
    Ok(Copied { bytes, ..copied })
}

/// Puts a database where it belongs, and what stood there aside.
pub(super) fn database(
    new: NewFile,
    file: &Path,
    occupied: Occupied,
    copied: Copied,
) -> Result<Copied, CopyError> {
    let Occupied::Unused(_lock, now) = occupied else {
        new.belong_to_owner_of(folder_of(file))?;
        remove_sides(file)?;
        let bytes = Some(new.give_name(file, true)?);
        return Ok(Copied { bytes, ..copied });
    };
    new.belong_to_owner_of(file)?;
    let ending = format!(".before-{}", now.format("%Y%m%dT%H%M%S%.3fZ"));
    let aside = with_ending(file, &ending);
    if aside.symlink_metadata().is_ok() {
        return Err(CopyError::file(&aside, "it is there already"));
    }
    let placed = set_aside(file, &aside).and_then(|()| new.give_name(file, true));
    let bytes = placed.inspect_err(|_| put_back(file, &aside))?;
    Ok(Copied {
        bytes: Some(bytes),
        aside: Some(aside.display().to_string()),
        ..copied
    })
}

/// Keeps a database under another name as well, and moves what lies beside it there: without its log
/// it may not be whole, and its log must not come to lie beside the new one.
fn set_aside(file: &Path, aside: &Path) -> Result<(), CopyError> {
    // Where a file system knows no second name, it is missing for a moment.
    std::fs::hard_link(file, aside)
        .or_else(|_| std::fs::rename(file, aside))
        .map_err(|error| CopyError::file(aside, error))?;
    for (side, found) in sides(file) {
        std::fs::rename(&found, with_ending(aside, side))
            .map_err(|error| CopyError::file(&found, error))?;
    }
    Ok(())
}

/// Undoes what was done of [`set_aside`]; whoever asked hears why.
fn put_back(file: &Path, aside: &Path) {
    for (side, found) in sides(aside) {
        let _ = std::fs::rename(&found, with_ending(file, side));
    }
    let _ = match file.exists() {
        true => std::fs::remove_file(aside),
        false => std::fs::rename(aside, file),
    };
}
