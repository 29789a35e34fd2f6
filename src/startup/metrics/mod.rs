//! Numbers for Prometheus, in its text format, at an address of their own that the world need not
//! reach: `GET /metrics`. Off unless `metrics.listen` is set.

mod gauges;
mod lost;
mod process;

pub use lost::note_lost_line;

use super::StartError;
use crate::web::App;
use actix_web::dev::ServerHandle;
use actix_web::{HttpResponse, HttpServer, web};
use gauges::{database, held_in_memory};
use prometheus_client::encoding::prometheus_text::{CONTENT_TYPE, encode};
use prometheus_client::registry::Registry;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long the database may take to answer. Prometheus itself waits for ten seconds.
const PATIENCE: Duration = Duration::from_secs(2);

/// What begins the name of every number of ours.
const PREFIX: &str = "igf_calendar";

/// What numbers are read from.
struct Sources {
    app: Arc<App>,
    /// What the web floor counts.
    counted: Registry,
    /// The most drafts that there may be.
    drafts_total: u64,
    /// Held while the database is asked. One that stands still then holds a single thread.
    turn: Arc<Mutex<()>>,
}

/// Begins to serve numbers, if an address is set for them.
pub fn serve(
    listen: Option<SocketAddr>,
    drafts_total: u64,
    app: &Arc<App>,
) -> Result<Option<ServerHandle>, StartError> {
    let Some(address) = listen else {
        return Ok(None);
    };
    let mut counted = Registry::with_prefix(PREFIX);
    app.metrics.register(&mut counted);
    let sources = web::Data::new(Sources {
        app: Arc::clone(app),
        counted,
        drafts_total,
        turn: Arc::default(),
    });
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(sources.clone())
            .route("/metrics", web::get().to(scrape))
    })
    .workers(1)
    .max_connections(16)
    .client_request_timeout(Duration::from_secs(5))
    .disable_signals()
    .bind(address)
    .map_err(|error| StartError::ListenForMetrics {
        address,
        reason: error.to_string(),
    })?
    .run();
    let handle = server.handle();
    tokio::spawn(server);
    Ok(Some(handle))
}

async fn scrape(sources: web::Data<Sources>) -> HttpResponse {
    match text(&sources).await {
        Ok(text) => HttpResponse::Ok().content_type(CONTENT_TYPE).body(text),
        Err(error) => {
            tracing::error!(%error, "the numbers could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

async fn text(sources: &web::Data<Sources>) -> Result<String, fmt::Error> {
    let mut read = Registry::with_prefix(PREFIX);
    held_in_memory(&mut read, &sources.app, sources.drafts_total);
    database(
        &mut read,
        ask(sources).await.as_ref(),
        sources.app.clock.now(),
    );
    let mut process = Registry::default();
    process::register(&mut process, sources.app.metrics.uptime());
    let mut text = String::new();
    for registry in [&sources.counted, &read, &process] {
        encode(&mut text, registry)?;
    }
    Ok(text)
}

/// What is in the database; `None` if it is away or does not answer in time.
async fn ask(sources: &web::Data<Sources>) -> Option<crate::store::Figures> {
    let asked = async {
        let turn = Arc::clone(&sources.turn).lock_owned().await;
        let store = sources.app.store.clone();
        let figures = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            store.figures(PATIENCE)
        });
        figures.await
    };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(Ok(figures))) => Some(figures),
        Ok(Ok(Err(error))) => {
            tracing::warn!(%error, "the database gives no numbers");
            None
        }
        Ok(Err(_)) | Err(_) => None,
    }
}
