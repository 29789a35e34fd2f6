//! Puts the house together and runs it: store, calendar, HTTP server, and the task that follows
//! the change log. Used by the command line and, with a clock of their own, by the tests.

mod connections;
mod follow;
mod kept;
mod listener;
mod stop;
mod sweeps;

pub use follow::FirstSteps;
pub use kept::kept_file;

use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::store::{Store, StoreError};
use crate::web::{self, App};
use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use connections::{Door, connections_per_worker};
use follow::{Follower, prepare_feeds};
use kept::Keeping;
use listener::{LastDoor, listen};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use stop::Stopping;
use thiserror::Error;

/// Why the server does not start.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("cannot listen on {address} (the setting server.listen): {reason}")]
    Listen { address: SocketAddr, reason: String },
    #[error("the server failed: {0}")]
    Server(#[from] std::io::Error),
}

/// A server that is running.
pub struct Running {
    /// Where it listens; the port is real even if 0 was asked for.
    pub address: SocketAddr,
    /// Stops it.
    pub handle: ServerHandle,
    /// Ends when the server has ended.
    pub ended: tokio::task::JoinHandle<std::io::Result<()>>,
    stopping: Arc<Stopping>,
}

impl Running {
    /// What stops it without cutting anybody off.
    pub fn stopping(&self) -> Arc<Stopping> {
        Arc::clone(&self.stopping)
    }
}

/// Starts the server on a store that was reached already.
pub async fn start(settings: &Settings, store: Store, clock: Clock) -> Result<Running, StartError> {
    start_with(settings, store, clock, None).await
}

/// Starts the server. While the store was not reached, it shows what was kept of the calendar, reaches
/// for the database, and takes the first steps when that is there.
pub async fn start_with(
    settings: &Settings,
    store: Store,
    clock: Clock,
    first: Option<FirstSteps>,
) -> Result<Running, StartError> {
    let seconds = |number: u32| Duration::from_secs(number.into());
    let kept = kept_file(settings, &store);
    let calendar = match store.away_since() {
        None => LiveCalendar::load(&store)?,
        Some(_) => LiveCalendar::without_database(kept::read(kept.as_ref())),
    };
    let app = Arc::new(App::new(settings, store, calendar, clock));
    prepare_feeds(Arc::clone(&app));
    let refused = |error: std::io::Error| StartError::Listen {
        address: settings.server.listen,
        reason: error.to_string(),
    };
    let listener = listen(settings.server.listen).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    let last_door = LastDoor::of(&listener).map_err(refused)?;
    let door = Door::new(&settings.server);
    let open = door.open_connections();
    let workers = match settings.server.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers => workers,
    };
    let shared = Arc::clone(&app);
    let server = HttpServer::new(move || web::service(Arc::clone(&shared)))
        .workers(workers)
        .max_connections(connections_per_worker(workers))
        .on_connect(move |connection, data| door.pass(connection, data))
        .shutdown_timeout(settings.server.shutdown_seconds)
        .client_request_timeout(Duration::from_secs(10))
        .disable_signals()
        .listen(listener)
        .map_err(refused)?
        .run();
    let handle = server.handle();
    let stopping = Stopping {
        app: Arc::clone(&app),
        handle: handle.clone(),
        door: Some(last_door),
        open,
        patience: Duration::from_secs(settings.server.shutdown_seconds),
    };
    let every = Duration::from_secs(settings.calendar.follow_seconds);
    let answer = seconds(settings.database.answer_seconds);
    let sweeper = tokio::spawn(sweeps::sweep(app.acts.clone()));
    let follower = Follower::new(app, (every, answer), first, Keeping::in_file(kept));
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let follower = tokio::spawn(follower.follow(stopped));
    let ended = tokio::spawn(async move {
        let outcome = server.await;
        sweeper.abort();
        drop(stop);
        let _ = follower.await;
        outcome
    });
    Ok(Running {
        address,
        handle,
        ended,
        stopping: Arc::new(stopping),
    })
}
