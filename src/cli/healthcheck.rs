//! Asking a running server how it is.

use super::Failure;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

/// Asks `/healthz` or `/readyz` over a plain socket: containers have no curl.
pub(super) fn healthcheck(listen: SocketAddr, ready: bool) -> Result<ExitCode, Failure> {
    let mut address = listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let not_ready = |error: std::io::Error| Failure::NotReady(error.to_string());
    let patience = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, patience).map_err(not_ready)?;
    stream.set_read_timeout(Some(patience)).map_err(not_ready)?;
    let path = match ready {
        true => "/readyz",
        false => "/healthz",
    };
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).map_err(not_ready)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(not_ready)?;
    match answer.starts_with("HTTP/1.1 200") {
        true => Ok(ExitCode::SUCCESS),
        false => Err(Failure::NotReady(
            answer.lines().next().unwrap_or("no answer").to_owned(),
        )),
    }
}
