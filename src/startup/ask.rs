//! Asking a running server for a page, over a plain socket.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Asks for a path of the server that listens on an address, and reads the answer to its end. `Ok` if
/// it was 200; everything else, and an answer that takes longer than `patience`, is an error that says
/// what came instead. An address that stands for every one of the machine is asked on the loopback.
pub async fn ask(listen: SocketAddr, path: &str, patience: Duration) -> io::Result<()> {
    let answer = tokio::time::timeout(patience, exchange(reachable(listen), path)).await??;
    let first = answer
        .split(|byte| *byte == b'\r')
        .next()
        .unwrap_or_default();
    match first.starts_with(b"HTTP/1.1 200") {
        true => Ok(()),
        false if first.is_empty() => Err(io::ErrorKind::UnexpectedEof.into()),
        false => Err(io::Error::other(
            String::from_utf8_lossy(first).into_owned(),
        )),
    }
}

async fn exchange(address: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer)
}

fn reachable(mut listen: SocketAddr) -> SocketAddr {
    if listen.ip().is_unspecified() {
        listen.set_ip(match listen {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    listen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_reached_on_the_loopback() {
        for (listen, asked) in [
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "[::1]:80"),
            ("192.0.2.1:80", "192.0.2.1:80"),
        ] {
            let address = reachable(listen.parse().unwrap());
            assert_eq!(address.to_string(), asked);
        }
    }
}
