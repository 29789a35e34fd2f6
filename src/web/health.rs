//! Whether the server lives, and whether it could take a form right now.

use crate::web::app::{App, blocking};
use actix_web::{HttpResponse, web};
use std::time::Duration;
use tokio::sync::Mutex;

/// Whoever asks is answered within two seconds, whatever the database does.
const PATIENCE: Duration = Duration::from_millis(1800);

/// Held while the database is asked, so that it is asked once at a time, however many want to know.
#[derive(Default)]
struct OneAtATime(Mutex<()>);

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .app_data(web::Data::new(OneAtATime::default()))
        .service(super::page("/healthz", healthz))
        .service(super::page("/readyz", readyz));
}

async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("alive\n")
}

async fn readyz(app: web::Data<App>, turn: web::Data<OneAtATime>) -> HttpResponse {
    let asked = async {
        let _turn = turn.0.lock().await;
        blocking(&app, |app| app.store.probe(PATIENCE)).await
    };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(())) => HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body("ready\n"),
        Ok(Err(error)) => not_ready(&error.to_string()),
        Err(_) => not_ready("the database does not answer"),
    }
}

/// The reason is for the log: it may name hosts and files.
fn not_ready(reason: &str) -> HttpResponse {
    tracing::warn!(reason, "not ready");
    // Its own type keeps the error pages' words out of what a machine reads.
    HttpResponse::ServiceUnavailable()
        .content_type("application/json")
        .body("{\"ready\":false,\"database\":\"unwritable\"}\n")
}
