//! One line for every request, with an id that the response carries too. Paths are logged as
//! their patterns: some hold secrets.

use crate::web::app::App;
use crate::web::request::notice_strange_proxy;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

pub async fn log_request(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(app) = request.app_data::<web::Data<App>>() {
        notice_strange_proxy(app, &request);
    }
    let id = Uuid::now_v7().simple().to_string();
    let began = Instant::now();
    let method = request.method().clone();
    let span = tracing::info_span!("request", %id);
    let mut response = next.call(request).instrument(span.clone()).await?;
    let pattern = response.request().match_pattern();
    let _in_span = span.enter();
    tracing::info!(
        %method,
        path = pattern.as_deref().unwrap_or("(none)"),
        status = response.status().as_u16(),
        milliseconds = began.elapsed().as_secs_f64() * 1000.0,
        "served"
    );
    if let Ok(value) = HeaderValue::from_str(&id) {
        let name = HeaderName::from_static("x-request-id");
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}
