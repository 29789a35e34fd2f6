//! What systemd hands over to a service and wants to hear from it: listening sockets (sd_listen_fds(3)),
//! news of its state (sd_notify(3)) and a sign of life (`WatchdogSec=`). Under anything else nothing
//! here does anything.

use super::StartError;
use super::ask::ask;
use super::ticks::ticks;
use listenfd::ListenFd;
use sd_notify::NotifyState;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// What is read to see whether readers are answered: it is put together from the snapshot.
const PAGE: &str = "/en/";

/// How many connections may wait to be taken; the standard library's 128 are few for a rush.
const QUEUE: i32 = 1024;

/// The listening sockets that were handed over. They outlive the server, so that whoever comes while it
/// is started anew waits in their queue.
#[derive(Debug, Default)]
pub struct Sockets(Vec<TcpListener>);

impl Sockets {
    /// Takes what was handed over to this process, nothing as a rule. It changes the environment, so
    /// that no child takes it as well, and has to be called before any thread begins.
    ///
    /// An error names the socket that cannot be listened on; only TCP sockets can.
    pub fn take() -> Result<Self, StartError> {
        let mut given = ListenFd::from_env();
        (0..given.len())
            .map(|number| take_one(&mut given, number))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether nothing was handed over, so that the server has to listen by itself.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sockets themselves, or one of the server's own if none were handed over.
    pub(super) fn or_listen_on(self, address: SocketAddr) -> Result<Vec<TcpListener>, StartError> {
        match self.is_empty() {
            true => bind(address).map(|own| vec![own]),
            false => Ok(self.0),
        }
    }
}

fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    let bound = TcpListener::bind(address).and_then(|listener| {
        rustix::net::listen(&listener, QUEUE)?;
        Ok(listener)
    });
    bound.map_err(|error| StartError::Listen {
        address,
        reason: error.to_string(),
    })
}

fn take_one(given: &mut ListenFd, number: usize) -> Result<TcpListener, StartError> {
    let refuse = |reason: String| StartError::Socket { number, reason };
    let listener = given
        .take_tcp_listener(number)
        .map_err(|error| refuse(error.to_string()))?
        .ok_or_else(|| refuse("it was taken twice".to_owned()))?;
    match rustix::net::sockopt::socket_acceptconn(&listener) {
        Ok(true) => Ok(listener),
        Ok(false) => Err(refuse(
            "it does not listen (Accept= has to be no)".to_owned(),
        )),
        Err(error) => Err(refuse(error.to_string())),
    }
}

/// Says that the server takes connections, and where. From then on it also tells when it stops, and, if
/// systemd waits for it, that it lives.
pub fn tell_ready(addresses: &[SocketAddr]) -> std::io::Result<()> {
    let listed = list(addresses);
    tell(&[
        NotifyState::Ready,
        NotifyState::Status(&format!("Serving on {listed}")),
    ]);
    for kind in [
        SignalKind::terminate(),
        SignalKind::interrupt(),
        SignalKind::quit(),
    ] {
        let mut asked = signal(kind)?;
        tokio::spawn(async move {
            if asked.recv().await.is_some() {
                tell(&[
                    NotifyState::Stopping,
                    NotifyState::Status("Answering what was begun"),
                ]);
            }
        });
    }
    if let (Some(limit), Some(address)) = (sd_notify::watchdog_enabled(), addresses.first()) {
        tokio::spawn(show_life(*address, limit));
    }
    Ok(())
}

/// Addresses as people read them.
pub fn list(addresses: &[SocketAddr]) -> String {
    let words: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
    words.join(", ")
}

/// Tells again and again that readers are answered, for as long as they are. It stands apart from the
/// task that follows the change log: a database that stands still holds that one up, and is no reason to
/// end a server that readers are well served by.
async fn show_life(address: SocketAddr, limit: Duration) {
    let pause = limit / 4;
    let mut tick = ticks(pause);
    loop {
        tick.tick().await;
        match ask(address, PAGE, pause).await {
            Ok(()) => tell(&[NotifyState::Watchdog]),
            // It answers that it has nothing to show until its database is there.
            Err(error) if error.to_string().contains(" 503 ") => tell(&[NotifyState::Watchdog]),
            Err(error) => tracing::warn!(%error, "readers are not answered"),
        }
    }
}

fn tell(news: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(news) {
        tracing::warn!(%error, "systemd cannot be told of the server's state");
    }
}
