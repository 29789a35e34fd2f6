//! The HTTP server around the pages. It is put together here as `actix_web::HttpServer` would do it,
//! but for the connections, which are ours: what a client may ask for ahead is bounded.

use super::ahead::Bounded;
use super::connections::Door;
use crate::web::{self, App, SLICE};
use actix_http::HttpServiceBuilder;
use actix_http::error::DispatchError;
use actix_server::ServerBuilder;
use actix_service::{IntoServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::dev::AppConfig;
use actix_web::rt::net::TcpStream;
use std::future::ready;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// The longest that the head of a connection's first request may take.
const HEAD: Duration = Duration::from_secs(10);

/// How long a client may go on sending after the end of its connection was announced.
const GOODBYE: Duration = Duration::from_secs(1);

/// Serves the pages on one more socket.
pub fn listen(
    server: ServerBuilder,
    listener: TcpListener,
    app: Arc<App>,
    door: Door,
) -> io::Result<ServerBuilder> {
    let address = listener.local_addr()?;
    let stopping = server.graceful_shutdown_signal();
    server.listen("calendar", listener, move || {
        let (door, stopping) = (door.clone(), stopping.clone());
        let pages = web::service(Arc::clone(&app))
            .into_factory()
            .map_err(|error: actix_web::Error| error.error_response());
        let http = HttpServiceBuilder::default()
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .client_request_timeout(HEAD)
            .client_disconnect_timeout(GOODBYE)
            .local_addr(address)
            .h1_write_buffer_size(SLICE)
            .on_connect_ext(move |connection: &Bounded, data| {
                door.pass(connection.stream(), data);
                data.insert(connection.ahead());
            })
            // No page asks what it was called by; links begin with the base address of the settings.
            .h1(map_config(pages, |_| AppConfig::default()));
        fn_service(|stream: TcpStream| {
            let peer = stream.peer_addr().ok();
            // Head and body of a packed answer are two small segments, and the second would wait 40 ms
            // for the client to acknowledge the first.
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "TCP_NODELAY could not be set");
            }
            ready(Ok::<_, DispatchError>((Bounded::new(stream), peer)))
        })
        .and_then(http)
    })
}
