//! Stopping so that nobody who has asked goes without an answer: nobody new is let in, answers say that
//! their connection ends, and only when all have heard it are connections closed.

use super::connections::Open;
use super::listener::LastDoor;
use crate::web::App;
use actix_web::dev::ServerHandle;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// For handshakes that have begun, and for requests that are on their way.
const LEAST: Duration = Duration::from_millis(300);

/// The most that is waited for connections on which nobody asks anything, so that nobody can be told.
const MOST: Duration = Duration::from_secs(2);

/// How often is looked.
const LOOK: Duration = Duration::from_millis(10);

/// What it takes to stop a server.
pub struct Stopping {
    pub app: Arc<App>,
    pub handle: ServerHandle,
    /// None where somebody else holds the sockets, and whoever comes waits there for the next server.
    pub doors: Vec<LastDoor>,
    pub open: Open,
    /// The longest that running requests get.
    pub patience: Duration,
}

impl Stopping {
    /// Stops the server after whatever was begun is answered, or its time is over.
    pub async fn stop(&self) {
        let began = Instant::now();
        self.app.begin_to_close();
        match self.doors.is_empty() {
            true => self.handle.pause().await,
            false => self.doors.iter().for_each(LastDoor::close_to_newcomers),
        }
        sleep(LEAST.min(self.patience)).await;
        let last = began + MOST.min(self.patience / 2);
        while Instant::now() < last && (self.open.any() || self.has_waiting()) {
            sleep(LOOK).await;
        }
        self.handle.stop(true).await;
    }

    /// Stops it now, whatever is lost.
    pub async fn stop_at_once(&self) {
        self.handle.stop(false).await;
    }

    fn has_waiting(&self) -> bool {
        self.doors.iter().any(LastDoor::has_waiting)
    }
}
