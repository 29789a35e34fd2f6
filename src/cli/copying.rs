//! Backups, bringing them back, and moving to another database.

use super::database::options;
use super::{Failure, say};
use crate::settings::Settings;
use crate::store::copy::{Copied, CopyError, Endpoint, Existing, back_up, copy};
use crate::store::{DatabaseAddress, StoreError};
use chrono::Utc;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::signal::unix::{SignalKind, signal};

/// Writes a backup of the database that is set.
pub(super) fn backup(settings: &Settings, file: &Path, force: bool) -> Result<ExitCode, Failure> {
    let from = database(settings)?;
    let title = format!("Backed up {} into {}", from.address, file.display());
    let file = file.to_owned();
    let copied = until_interrupted(move |stop| back_up(&from, &file, force, stop))?;
    tell(&title, &copied)
}

/// Brings a backup back into the database that is set.
pub(super) fn restore(
    settings: &Settings,
    file: &Path,
    replace: bool,
) -> Result<ExitCode, Failure> {
    let from = Endpoint {
        address: DatabaseAddress::Sqlite(file.to_owned()),
        options: options(settings),
    };
    let to = database(settings)?;
    let title = format!("Restored {} into {}", from.address, to.address);
    let copied = until_interrupted(move |stop| copy(&from, &to, existing(replace), stop))?;
    tell(&title, &copied)
}

/// Copies everything from one database into another.
pub(super) fn copy_all(
    settings: &Settings,
    from: &str,
    to: &str,
    replace: bool,
) -> Result<ExitCode, Failure> {
    let (from, to) = (
        argument(settings, "--from", from)?,
        argument(settings, "--to", to)?,
    );
    let title = format!("Copied {} into {}", from.address, to.address);
    let copied = until_interrupted(move |stop| copy(&from, &to, existing(replace), stop))?;
    tell(&title, &copied)
}

fn existing(replace: bool) -> Existing {
    match replace {
        true => Existing::SetAside(Utc::now()),
        false => Existing::Refuse,
    }
}

fn database(settings: &Settings) -> Result<Endpoint, Failure> {
    Ok(Endpoint {
        address: DatabaseAddress::parse(&settings.database.url)?,
        options: options(settings),
    })
}

fn argument(settings: &Settings, name: &'static str, url: &str) -> Result<Endpoint, Failure> {
    let address = DatabaseAddress::parse(url).map_err(|error| match error {
        StoreError::Address(reason) => Failure::Address { name, reason },
        other => other.into(),
    })?;
    Ok(Endpoint {
        address,
        options: options(settings),
    })
}

/// Works on a thread of its own; Ctrl-C and SIGTERM let it clean up before it ends.
fn until_interrupted<T: Send + 'static>(
    work: impl FnOnce(&AtomicBool) -> Result<T, CopyError> + Send + 'static,
) -> Result<T, Failure> {
    actix_web::rt::System::new().block_on(async {
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let mut working = tokio::task::spawn_blocking(move || work(&seen));
        let ended = tokio::select! {
            ended = &mut working => ended,
            _ = interrupt.recv() => stopped(&stop, working).await,
            _ = terminate.recv() => stopped(&stop, working).await,
        };
        Ok(ended.map_err(std::io::Error::other)??)
    })
}

async fn stopped<T>(
    stop: &AtomicBool,
    working: tokio::task::JoinHandle<T>,
) -> Result<T, tokio::task::JoinError> {
    stop.store(true, Ordering::Relaxed);
    working.await
}

/// Says what was done; the exit status is 1 if something is wrong with what was copied.
fn tell(title: &str, copied: &Copied) -> Result<ExitCode, Failure> {
    let contents = &copied.contents;
    let size = copied.bytes.map_or(String::new(), |bytes| {
        format!(
            " ({}.{} MB)",
            bytes / 1_000_000,
            bytes % 1_000_000 / 100_000
        )
    });
    say(format!("{title}{size}."))?;
    say(format!(
        "Read again and found the same: {} tables, {} rows, {} meetings, the change log from 1 to {}.",
        contents.tables(),
        contents.rows(),
        contents.rows_of("meetings"),
        copied.log,
    ))?;
    say(format!("SHA-256 of all rows: {}", contents.hash()))?;
    if let Some(aside) = &copied.aside {
        say(format!("What was there before is kept in {aside}."))?;
    }
    say(
        "It holds names, e-mail addresses and what is not published: keep it as safe as the database.",
    )?;
    if copied.faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say("It is a true copy, of a database with faults:")?;
    for fault in &copied.faults {
        say(format!("  {fault}"))?;
    }
    Ok(ExitCode::from(1))
}
