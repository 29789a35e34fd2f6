//! Puts the house together and runs it: store, calendar, HTTP server, and the task that follows
//! the change log. Used by the command line and, with a clock of their own, by the tests.

mod ahead;
mod ask;
mod backups;
mod connections;
mod follow;
mod housekeeping;
mod instants;
mod kept;
mod listener;
mod mail;
mod metrics;
mod notify;
mod retention;
mod server;
mod stop;
mod sweeps;
mod systemd;
mod ticks;

pub use follow::FirstSteps;
pub use kept::kept_file;
pub use metrics::note_lost_line;

use crate::calendar::LiveCalendar;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::store::{Store, StoreError};
use crate::web::App;
use actix_server::Server;
use actix_web::dev::ServerHandle;
pub use ask::ask;
use backups::make_backups;
use connections::{Door, connections_per_worker};
use follow::{Follower, prepare_feeds};
use kept::Keeping;
use listener::LastDoor;
use mail::{MailSettingError, MailTasks};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use stop::Stopping;
pub use systemd::{Sockets, list, tell_ready};
use thiserror::Error;
use tokio::sync::Notify;
use tokio::task::JoinSet;

/// Why the server does not start.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] MailSettingError),
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
    stopping: Arc<Stopping>,
}

impl Running {
    /// What stops it without cutting anybody off.
    pub fn stopping(&self) -> Arc<Stopping> {
        Arc::clone(&self.stopping)
    }
}

/// Starts the server on a store that was reached already. It listens on the sockets that were given, or
/// else where the settings say.
pub async fn start(
    settings: &Settings,
    given: Sockets,
    store: Store,
    clock: Clock,
) -> Result<Running, StartError> {
    start_with(settings, given, store, clock, None).await
}

/// Starts the server. While the store was not reached, it shows what was kept of the calendar, reaches
/// for the database, and takes the first steps when that is there.
pub async fn start_with(
    settings: &Settings,
    given: Sockets,
    store: Store,
    clock: Clock,
    first: Option<FirstSteps>,
) -> Result<Running, StartError> {
    let mail = MailTasks::prepare(&settings.mail, &settings.server.base_url)?;
    let kept = kept_file(settings, &store);
    let calendar = match store.away_since() {
        None => LiveCalendar::load(&store)?,
        Some(_) => LiveCalendar::without_database(kept::read(kept.as_ref())),
    };
    let backups = make_backups(settings.clone(), store.clone(), clock);
    let app = Arc::new(App::new(settings, store, calendar, clock));
    prepare_feeds(Arc::clone(&app));
    let workers = match settings.server.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers => workers,
    };
    let is_own = given.is_empty();
    let listeners = given.or_listen_on(settings.server.listen)?;
    let doors = match is_own {
        true => listeners
            .iter()
            .map(LastDoor::of)
            .collect::<Result<_, _>>()?,
        false => Vec::new(),
    };
    let addresses = listeners.iter().map(TcpListener::local_addr);
    let addresses = addresses.collect::<Result<_, _>>()?;
    let server = Server::build()
        .workers(workers)
        .max_concurrent_connections(connections_per_worker(workers))
        .shutdown_timeout(settings.server.shutdown_seconds)
        .disable_signals();
    let door = Door::new(&settings.server);
    let open = door.open_connections();
    let server = listeners.into_iter().try_fold(server, |server, listener| {
        server::listen(server, listener, Arc::clone(&app), door.clone())
    })?;
    let server = server.run();
    let handle = server.handle();
    let stopping = Stopping {
        app: Arc::clone(&app),
        handle: handle.clone(),
        doors,
        open,
        patience: Duration::from_secs(settings.server.shutdown_seconds),
    };
    let limit = settings.limits.drafts_total;
    let metrics = metrics::serve(settings.metrics.listen, limit, &app)?;
    let mut tasks = JoinSet::new();
    tasks.spawn(housekeeping::keep_house(Arc::clone(&app)));
    tasks.spawn(sweeps::sweep(app.acts.clone()));
    tasks.spawn(instants::tell_moved(app.acts.clone()));
    tasks.spawn(retention::retain(
        app.acts.clone(),
        settings.retention.clone(),
    ));
    tasks.spawn(mail.run(Arc::clone(&app)));
    tasks.spawn(backups);
    let every = Duration::from_secs(settings.calendar.follow_seconds);
    let answer = Duration::from_secs(settings.database.answer_seconds.into());
    let waking = Arc::new(Notify::new());
    notify::listen(app.store.clone(), &waking);
    let follower = Follower::new(app, (every, answer), first, Keeping::in_file(kept));
    let follower = follower.woken_by(waking);
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let follower = tokio::spawn(follower.follow(stopped));
    let ended = tokio::spawn(async move {
        let outcome = server.await;
        tasks.abort_all();
        if let Some(metrics) = metrics {
            metrics.stop(false).await;
        }
        drop(stop);
        let _ = follower.await;
        outcome
    });
    Ok(Running {
        addresses,
        handle,
        ended,
        stopping: Arc::new(stopping),
    })
}
