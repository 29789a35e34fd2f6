//! Keeping the published calendar in a file beside the database: after changes, now and then, and
//! never on the event loop.

use crate::calendar::{Origin, Snapshot};
use crate::settings::Settings;
use crate::store::{DatabaseAddress, Kept, KeptFile, Store};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Where the calendar of a server is kept.
const BESIDE_SERVER: &str = "data/published.kept";

/// It is written at most this often.
const REST: Duration = Duration::from_secs(5);

/// Nor does writing it take more than one part of so many of the time.
const SHARE: u32 = 20;

/// How often it is confirmed that what was kept is still all that is published, and how long is waited
/// after it could not be written.
const CONFIRM: Duration = Duration::from_secs(60);

/// The file that the settings give; `None` if nothing is to be kept.
pub fn kept_file(settings: &Settings, store: &Store) -> Option<KeptFile> {
    let path = match (settings.calendar.kept_file.as_str(), store.address()) {
        ("off", _) => return None,
        ("", DatabaseAddress::Sqlite(file)) => {
            let mut name = file.clone().into_os_string();
            name.push(".kept");
            PathBuf::from(name)
        }
        ("", DatabaseAddress::Postgres(_)) => PathBuf::from(BESIDE_SERVER),
        (path, _) => PathBuf::from(path),
    };
    Some(KeptFile::new(path, store.address().to_string()))
}

/// What was kept, if it can be read. Blocks.
pub fn read(file: Option<&KeptFile>) -> Option<Kept> {
    let file = file?;
    let path = file.path().display();
    match file.read() {
        Ok(Some(kept)) => {
            tracing::warn!(%path, until = %kept.until, "the calendar that was kept is shown");
            Some(kept)
        }
        Ok(None) => None,
        Err(error) => {
            tracing::error!(%path, %error, "the calendar that was kept cannot be shown");
            None
        }
    }
}

/// Keeps what is published.
pub struct Keeping {
    file: Option<KeptFile>,
    /// The newest change that is kept.
    seq: Option<i64>,
    /// When it is looked again.
    due: Instant,
}

impl Keeping {
    /// Begins with whatever the next snapshot is.
    pub fn in_file(file: Option<KeptFile>) -> Self {
        Self {
            file,
            seq: None,
            due: Instant::now(),
        }
    }

    /// Keeps a snapshot, if it is time and it is not kept yet.
    pub async fn look(&mut self, snapshot: &Arc<Snapshot>) {
        if Instant::now() >= self.due {
            self.keep(snapshot).await;
        }
    }

    /// Keeps a snapshot, if it is not kept yet.
    pub async fn keep(&mut self, snapshot: &Arc<Snapshot>) {
        let Some(file) = self.file.clone() else {
            return;
        };
        if snapshot.origin() != Origin::Database {
            return;
        }
        let is_kept = self.seq == Some(snapshot.seq());
        let kept = Arc::clone(snapshot);
        let began = Instant::now();
        let written = tokio::task::spawn_blocking(move || match is_kept {
            true => file.confirm(),
            false => kept.keep(&file),
        });
        let failure = match written.await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(error) => Some(error.to_string()),
        };
        let rest = match (&failure, is_kept) {
            (None, false) => REST.max(began.elapsed() * SHARE),
            _ => CONFIRM,
        };
        self.due = Instant::now() + rest;
        self.seq = failure.is_none().then(|| snapshot.seq());
        if let Some(error) = failure {
            tracing::warn!(%error, "the calendar cannot be kept beside the database");
        }
    }
}
