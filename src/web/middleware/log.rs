//! One line for every request, with an id that the response carries too. Paths are logged as
//! their patterns: some hold secrets; addresses as their networks. Acts log under the same id.

use crate::domain::Network;
use crate::web::app::App;
use crate::web::request::{address, notice_strange_proxy};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

pub async fn log_request(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let address = app.as_ref().and_then(|app| {
        notice_strange_proxy(app, &request);
        address(app, request.request())
    });
    let client = address.map(|address| tracing::field::display(Network::of(address)));
    let id = next_id();
    let began = Instant::now();
    let method = request.method().clone();
    let span = tracing::info_span!("request", %id, client);
    let mut response = next.call(request).instrument(span.clone()).await?;
    let (status, took) = (response.status(), began.elapsed());
    let pattern = response.request().match_pattern();
    let pattern = pattern.unwrap_or_else(|| "(none)".to_owned());
    let _in_span = span.enter();
    tracing::info!(
        %method,
        path = pattern,
        status = status.as_u16(),
        milliseconds = took.as_secs_f64() * 1000.0,
        "served"
    );
    if let Some(app) = app {
        app.metrics.count_answer(pattern, &method, status, took);
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        let name = HeaderName::from_static("x-request-id");
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

/// An id that no other request has: what chance gave to this process, and a number.
fn next_id() -> String {
    static PROCESS: LazyLock<u64> = LazyLock::new(|| Uuid::now_v7().as_u64_pair().1);
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{:016x}{number:016x}", *PROCESS)
}
