//! Backups by the clock: made by the server itself into a folder, the oldest removed. One that fails is
//! logged, leaves nothing behind and stops nothing.

use crate::clock::Clock;
use crate::settings::{BackupSettings, Settings};
use crate::store::copy::{Copied, CopyError, Endpoint, back_up_alone};
use crate::store::{Store, StoreOptions};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use rustix::fs::{FlockOperation, flock};
use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::task::spawn_blocking;

/// How often it is looked whether it is time; and how long to wait after one has failed.
const LOOK: Duration = Duration::from_secs(60);
const AFTER_FAILURE: Duration = Duration::from_secs(15 * 60);

const PREFIX: &str = "igf-calendar-";
const SUFFIX: &str = ".sqlite";
const UNFINISHED: &str = ".sqlite.part";
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Why there is no backup.
#[derive(Debug, Error)]
enum BackupError {
    #[error("the folder {folder} (the setting backup.folder): {reason}")]
    Folder { folder: String, reason: io::Error },
    #[error(transparent)]
    Copy(#[from] CopyError),
}

/// What backups are made of, where, and how many are kept.
struct Plan {
    from: Endpoint,
    folder: PathBuf,
    every: TimeDelta,
    keep: usize,
    clock: Clock,
    stop: AtomicBool,
}

/// Tells the thread that works to stop when the task that waits for it is ended.
struct StopAtEnd(Arc<Plan>);

impl Drop for StopAtEnd {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

/// Makes backups for as long as it is polled; ends at once if none are wanted.
pub(super) async fn make_backups(settings: Settings, store: Store, clock: Clock) {
    let Some(plan) = Plan::new(&settings, &store, clock) else {
        return;
    };
    let _stop = StopAtEnd(Arc::clone(&plan));
    loop {
        let plan = Arc::clone(&plan);
        let pause = match spawn_blocking(move || plan.make_if_due()).await {
            Ok(Ok(())) => LOOK,
            Ok(Err(error)) => {
                tracing::error!(%error, "no backup could be made");
                AFTER_FAILURE
            }
            Err(error) => {
                tracing::error!(%error, "making a backup failed");
                AFTER_FAILURE
            }
        };
        tokio::time::sleep(pause).await;
    }
}

impl Plan {
    fn new(settings: &Settings, store: &Store, clock: Clock) -> Option<Arc<Self>> {
        let BackupSettings {
            folder,
            every_hours,
            keep,
        } = &settings.backup;
        if folder.trim().is_empty() {
            return None;
        }
        let options = StoreOptions {
            connect: Duration::from_secs(settings.database.connect_seconds.into()),
            ..StoreOptions::default()
        };
        Some(Arc::new(Self {
            from: Endpoint {
                address: store.address().clone(),
                options,
            },
            folder: folder.trim().into(),
            every: TimeDelta::hours((*every_hours).into()),
            keep: *keep,
            clock,
            stop: AtomicBool::new(false),
        }))
    }

    /// Makes a backup if it is time and nobody else does; removes those that are one too many.
    fn make_if_due(&self) -> Result<(), BackupError> {
        let folder = |reason| BackupError::Folder {
            folder: self.folder.display().to_string(),
            reason,
        };
        let mut builder = DirBuilder::new();
        let made = builder.recursive(true).mode(0o700).create(&self.folder);
        made.map_err(folder)?;
        // Held to the end: another instance with the same folder leaves it to this one.
        let lock = File::open(&self.folder).map_err(folder)?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Ok(());
        }
        if !self.is_due().map_err(folder)? {
            return Ok(());
        }
        remove_unfinished(&self.folder).map_err(folder)?;
        match self.make() {
            Err(CopyError::Underway) => {
                tracing::info!("another instance makes a backup at this moment");
                return Ok(());
            }
            // The server stops.
            Err(CopyError::Stopped) => return Ok(()),
            outcome => outcome?,
        }
        self.remove_oldest().map_err(folder)
    }

    /// Names from the future, of a clock that was wrong, say nothing.
    fn is_due(&self) -> io::Result<bool> {
        let now = self.clock.now();
        let made = backups(&self.folder)?;
        let last = made
            .iter()
            .map(|(time, _)| *time)
            .filter(|time| *time <= now)
            .max();
        Ok(last.is_none_or(|last| now - last >= self.every))
    }

    fn make(&self) -> Result<(), CopyError> {
        let name = format!("{PREFIX}{}{SUFFIX}", self.clock.now().format(TIME));
        let file = self.folder.join(name);
        let begun = Instant::now();
        let copied = back_up_alone(&self.from, &file, &self.stop)?;
        log(&file, &copied, begun.elapsed());
        Ok(())
    }

    fn remove_oldest(&self) -> io::Result<()> {
        let mut made = backups(&self.folder)?;
        made.sort_unstable();
        let surplus = made.len().saturating_sub(self.keep);
        for (_, file) in made.drain(..surplus) {
            std::fs::remove_file(&file)?;
            tracing::info!(file = %file.display(), "an old backup was removed");
        }
        Ok(())
    }
}

fn log(file: &Path, copied: &Copied, took: Duration) {
    tracing::info!(
        file = %file.display(),
        rows = copied.contents.rows(),
        bytes = copied.bytes,
        log = copied.log,
        milliseconds = took.as_millis(),
        "a backup was made and read again"
    );
    for fault in &copied.faults {
        tracing::error!(%fault, "the database has a fault, and so has its backup");
    }
}

/// The backups in a folder, each with the moment that its name says.
fn backups(folder: &Path) -> io::Result<Vec<(DateTime<Utc>, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let time = name
            .strip_prefix(PREFIX)
            .and_then(|name| name.strip_suffix(SUFFIX));
        let time = time.and_then(|time| NaiveDateTime::parse_from_str(time, TIME).ok());
        if let Some(time) = time {
            found.push((time.and_utc(), path));
        }
    }
    Ok(found)
}

/// Removes what an instance that was killed has left behind.
fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(UNFINISHED) {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}
