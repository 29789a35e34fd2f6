//! The log of the server.

use super::Failure;
use super::outlet::Outlet;
use crate::settings::Settings;
use std::io::IsTerminal;

/// Begins to log to standard error. Panics are logged as well: the usual hook writes past the outlet,
/// and would hang where nobody reads.
pub(super) fn start_logging(settings: &Settings) -> Result<Outlet, Failure> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log.filter)
        .map_err(|error| Failure::LogFilter(error.to_string()))?;
    let log = Outlet::to(std::io::stderr());
    let writer = log.clone();
    // A second call in one process, as tests make it, changes nothing.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || writer.clone())
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
    std::panic::set_hook(Box::new(
        |panic| tracing::error!(%panic, "a thread panicked"),
    ));
    Ok(log)
}
