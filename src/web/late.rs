//! A meeting that another instance published a moment ago: before somebody is told that there is
//! nothing at an address, the change log is looked at once more.

use crate::calendar::Snapshot;
use crate::domain::{MeetingId, Slug};
use crate::web::app::{App, blocking};
use actix_web::web;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Looks begin at least so far apart. All who asked before one begins share it, so addresses that lead
/// nowhere cost the database no more than fifty short questions a second.
const APART: Duration = Duration::from_millis(20);

/// The longest that anybody waits for a look.
const PATIENCE: Duration = Duration::from_millis(500);

/// After a look that failed or was not answered in time, nobody looks for so long.
const REST: Duration = Duration::from_secs(5);

/// When the change log was looked at for those who came early.
#[derive(Default)]
pub struct Late {
    /// When the last look began. Held while one is made: a database that stands still then holds a
    /// single thread.
    begun: Arc<tokio::sync::Mutex<Option<Instant>>>,
    /// When the last look failed.
    failed: Mutex<Option<Instant>>,
}

/// Sees to it that a meeting, by the id in an address, is known here if it is published anywhere.
pub async fn know_meeting(app: &web::Data<App>, id: &str) {
    if let Some(id) = MeetingId::parse(id) {
        know(app, |snapshot| snapshot.meeting(id).is_some()).await;
    }
}

/// Sees to it that a group, by the slug in an address, is known here if it is known anywhere.
pub async fn know_group(app: &web::Data<App>, slug: &str) {
    if let Ok(slug) = Slug::parse(slug) {
        know(app, |snapshot| snapshot.group(&slug).is_some()).await;
    }
}

async fn know(app: &web::Data<App>, is_known: impl Fn(&Snapshot) -> bool) {
    if is_known(&app.calendar.current()) || app.late.rests() {
        return;
    }
    let looked = tokio::time::timeout(PATIENCE, look(app)).await;
    if looked != Ok(true) {
        app.late.note_failure();
    }
}

/// Follows the change log once, together with all who ask meanwhile; `false` if that failed.
async fn look(app: &web::Data<App>) -> bool {
    let asked = Instant::now();
    let mut begun = Arc::clone(&app.late.begun).lock_owned().await;
    if let Some(last) = *begun {
        if last >= asked {
            return true;
        }
        tokio::time::sleep_until((last + APART).into()).await;
    }
    let looked = blocking(app, move |app| {
        *begun = Some(Instant::now());
        app.calendar.catch_up(&app.store)
    });
    looked.await.is_ok()
}

impl Late {
    fn rests(&self) -> bool {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.is_some_and(|failed| failed.elapsed() < REST)
    }

    fn note_failure(&self) {
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }
}
