//! Puts the house together and runs it: store, calendar, HTTP server, and the task that follows
//! the change log. Used by the command line and, with a clock of their own, by the tests.

mod ask;
mod backups;
mod connections;
mod housekeeping;
mod metrics;
mod sweeps;
mod systemd;

pub use metrics::note_lost_line;

use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::store::{Store, StoreError};
use crate::web::{self, App};
use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
pub use ask::ask;
use backups::make_backups;
use connections::{Door, connections_per_worker};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
pub use systemd::{Sockets, list, tell_ready};
use thiserror::Error;

/// Why the server does not start.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("cannot listen on {address} (the setting server.listen): {reason}")]
    Listen { address: SocketAddr, reason: String },
    #[error("cannot listen on {address} (the setting metrics.listen): {reason}")]
    ListenForMetrics { address: SocketAddr, reason: String },
    #[error(
        "cannot listen on the socket {number} that systemd handed over: {reason}; \
         ListenStream= has to be an IP address and a port"
    )]
    Socket { number: usize, reason: String },
    #[error("the server failed: {0}")]
    Server(#[from] std::io::Error),
}

/// A server that is running.
pub struct Running {
    /// Where it listens: one address, or several that systemd gave. The port is real even if 0 was
    /// asked for.
    pub addresses: Vec<SocketAddr>,
    /// Stops it.
    pub handle: ServerHandle,
    /// Ends when the server has ended.
    pub ended: tokio::task::JoinHandle<std::io::Result<()>>,
}

/// Starts the server on a store that is open already. It listens on the sockets that were given, or
/// else where the settings say.
pub async fn start(
    settings: &Settings,
    given: Sockets,
    store: Store,
    clock: Clock,
) -> Result<Running, StartError> {
    let calendar = LiveCalendar::load(&store)?;
    let backups = make_backups(settings.clone(), store.clone(), clock);
    let app = Arc::new(App::new(settings, store, calendar, clock));
    prepare_feeds(Arc::clone(&app));
    let shared = Arc::clone(&app);
    let workers = match settings.server.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers => workers,
    };
    let door = Door::new(&settings.server);
    let server = HttpServer::new(move || web::service(Arc::clone(&shared)))
        .workers(workers)
        .max_connections(connections_per_worker(workers))
        .on_connect(move |connection, data| door.pass(connection, data))
        .shutdown_timeout(settings.server.shutdown_seconds)
        .client_request_timeout(Duration::from_secs(10));
    let server = given
        .or_listen_on(settings.server.listen)?
        .into_iter()
        .try_fold(server, HttpServer::listen)?;
    let addresses = server.addrs();
    let server = server.run();
    let handle = server.handle();
    let limit = settings.limits.drafts_total;
    let metrics = metrics::serve(settings.metrics.listen, limit, &app)?;
    let house = tokio::spawn(housekeeping::keep_house(Arc::clone(&app)));
    let sweeper = tokio::spawn(sweeps::sweep(app.acts.clone()));
    let follower = tokio::spawn(follow(app, settings.calendar.follow_seconds));
    let backups = tokio::spawn(backups);
    let ended = tokio::spawn(async move {
        let outcome = server.await;
        follower.abort();
        sweeper.abort();
        house.abort();
        if let Some(metrics) = metrics {
            metrics.stop(false).await;
        }
        backups.abort();
        outcome
    });
    Ok(Running {
        addresses,
        handle,
        ended,
    })
}

/// Puts every meeting into words for feeds before the first subscriber asks.
fn prepare_feeds(app: Arc<App>) {
    tokio::task::spawn_blocking(move || app.prepare_feeds());
}

/// Looks again and again for what other instances and imports have published. A database that is
/// away is waited for; readers meanwhile see the calendar as it was.
async fn follow(app: Arc<App>, seconds: u64) {
    let mut tick = tokio::time::interval(Duration::from_secs(seconds));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        let follower = Arc::clone(&app);
        let outcome =
            tokio::task::spawn_blocking(move || follower.calendar.catch_up(&follower.store)).await;
        if let Ok(Ok(_)) = &outcome {
            app.metrics.note_followed();
        }
        match outcome {
            Ok(Ok(true)) => prepare_feeds(Arc::clone(&app)),
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the change log cannot be followed"),
            Err(error) => tracing::error!(%error, "following the change log failed"),
        }
    }
}
