//! Ends requests that take too long; without it a client could send a form a byte a minute.

use crate::web::app::App;
use crate::web::error::WebError;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::time::Duration;

pub async fn limit_time(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let seconds = request
        .app_data::<web::Data<App>>()
        .map_or(30, |app| app.request_seconds);
    match tokio::time::timeout(Duration::from_secs(seconds), next.call(request)).await {
        Ok(outcome) => outcome,
        Err(_) => Err(WebError::TooSlow.into()),
    }
}
