//! Whether the server lives, and whether it could take a form right now.

use crate::web::app::{App, blocking};
use actix_web::{HttpResponse, web};

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(super::page("/healthz", healthz))
        .service(super::page("/readyz", readyz));
}

async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("alive\n")
}

async fn readyz(app: web::Data<App>) -> HttpResponse {
    match blocking(&app, |app| app.store.ping()).await {
        Ok(()) => HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body("ready\n"),
        // Its own type keeps the error pages' words out of what a machine reads.
        Err(_) => HttpResponse::ServiceUnavailable()
            .content_type("application/json")
            .body("{\"ready\":false,\"database\":\"unreachable\"}\n"),
    }
}
