//! Bounds on connections: how many one address may hold, how many there may be at all, and how long one
//! may stay that reads nothing.

use crate::settings::ServerSettings;
use crate::web::allowance_of;
use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Descriptors that are kept for the database, the log and the program itself.
const RESERVED: u64 = 64;

/// What actix-web itself would allow each worker.
const USUAL: usize = 25_000;

/// Raises the limit on open descriptors as far as it may be raised, and says how many connections each
/// worker may then hold.
pub fn connections_per_worker(workers: usize) -> usize {
    let limit = raise_descriptors().unwrap_or(u64::MAX);
    let all = usize::try_from(limit.saturating_sub(RESERVED)).unwrap_or(usize::MAX);
    (all / workers.max(1)).clamp(1, USUAL)
}

/// `None` if there is no limit. Shells and containers often set the soft one low, at 1024, although the
/// hard one is high.
fn raise_descriptors() -> Option<u64> {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        Err(error) => {
            tracing::warn!(%error, "the limit on open descriptors could not be raised");
            limit.current
        }
    }
}

/// Looks at every connection as it begins.
#[derive(Clone)]
pub struct Door {
    proxies: Arc<[IpAddr]>,
    most: usize,
    write_seconds: u32,
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
    all: Open,
}

/// Every connection that is open.
#[derive(Clone, Default)]
pub struct Open(Arc<AtomicUsize>);

/// A connection that is open until this is dropped.
struct Present(Open);

impl Open {
    /// Whether there is any.
    pub fn any(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }

    fn begin(&self) -> Present {
        self.0.fetch_add(1, Ordering::Relaxed);
        Present(self.clone())
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A connection that counts for its address until it ends.
struct Counted {
    address: IpAddr,
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Door {
    /// The bounds that the settings give.
    pub fn new(settings: &ServerSettings) -> Self {
        Self {
            proxies: settings.trusted_proxies.clone().into(),
            most: settings.connections_per_address,
            write_seconds: settings.write_seconds,
            open: Arc::default(),
            all: Open::default(),
        }
    }

    /// The connections that came in by it.
    pub fn open_connections(&self) -> Open {
        self.all.clone()
    }

    /// Bounds a new connection, or closes it if its address holds too many already.
    pub fn pass(&self, stream: &TcpStream, data: &mut Extensions) {
        limit_stalled_writing(stream, self.write_seconds);
        data.insert(self.all.begin());
        let Ok(peer) = stream.peer_addr() else { return };
        let peer = peer.ip().to_canonical();
        if self.proxies.contains(&peer) {
            return;
        }
        match self.count(allowance_of(peer)) {
            Some(counted) => {
                data.insert(counted);
            }
            // Reading then finds the end of the stream, and actix-web lets go of it.
            None => drop(rustix::net::shutdown(stream, rustix::net::Shutdown::Both)),
        }
    }

    /// `None` if it would be one too many.
    fn count(&self, address: IpAddr) -> Option<Counted> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let number = open.entry(address).or_default();
        if *number >= self.most {
            return None;
        }
        *number += 1;
        Some(Counted {
            address,
            open: Arc::clone(&self.open),
        })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = open.get_mut(&self.address) {
            *number -= 1;
            if *number == 0 {
                open.remove(&self.address);
            }
        }
    }
}

/// Lets the kernel end a connection whose other side takes nothing of what was written (RFC 5482);
/// actix-web itself waits for ever.
#[cfg(target_os = "linux")]
fn limit_stalled_writing(stream: &TcpStream, seconds: u32) {
    let milliseconds = seconds.saturating_mul(1000);
    if let Err(error) = rustix::net::sockopt::set_tcp_user_timeout(stream, milliseconds) {
        tracing::debug!(%error, "a connection has no limit on stalled writing");
    }
}

#[cfg(not(target_os = "linux"))]
fn limit_stalled_writing(_: &TcpStream, _: u32) {}
