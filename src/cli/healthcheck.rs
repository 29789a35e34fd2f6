//! Asking a running server how it is.

use super::Failure;
use crate::startup::ask;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

/// Asks `/healthz` or `/readyz`: containers have no curl.
pub(super) fn healthcheck(listen: SocketAddr, ready: bool) -> Result<ExitCode, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let path = match ready {
        true => "/readyz",
        false => "/healthz",
    };
    match runtime.block_on(ask(listen, path, PATIENCE)) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::NotReady(error.to_string())),
    }
}
