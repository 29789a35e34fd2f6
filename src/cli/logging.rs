//! The log of the server, and of the commands that write.

use super::Failure;
use super::outlet::Outlet;
use crate::settings::{LogFormat, Settings};
use rustix::process::Signal;
use std::io::IsTerminal;
use tokio::signal::unix::{SignalKind, signal};

/// The log while a command runs. However that ends, what was logged is written first.
pub(super) struct Log(Outlet);

impl Drop for Log {
    fn drop(&mut self) {
        self.0.wait();
    }
}

/// Where files may only become so large (`ulimit -f`), writing more to one sends a signal that ends
/// whoever does not listen to it; to those who do it is an error like a full disk. Listening goes on
/// after the runtime that began it.
fn outlive_full_files() -> Result<(), std::io::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let too_large = SignalKind::from_raw(Signal::XFSZ.as_raw());
    runtime.block_on(async { signal(too_large).map(drop) })
}

/// Begins to log to standard error. Panics are logged as well: the usual hook writes past the outlet,
/// and would hang where nobody reads.
pub(super) fn start_logging(settings: &Settings) -> Result<Log, Failure> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log.filter)
        .map_err(|error| Failure::LogFilter(error.to_string()))?;
    outlive_full_files()?;
    let log = Outlet::to(std::io::stderr());
    let writer = log.clone();
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || writer.clone());
    // A second call in one process, as tests make it, changes nothing.
    let _ = match settings.log.format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).try_init(),
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init(),
    };
    std::panic::set_hook(Box::new(
        |panic| tracing::error!(%panic, "a thread panicked"),
    ));
    Ok(Log(log))
}
