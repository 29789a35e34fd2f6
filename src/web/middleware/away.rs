//! Refuses to show a calendar that is not known: without its database and without what was kept of it,
//! an empty list would say that nothing is held, and an empty feed would take every meeting out of its
//! subscribers' calendars.

use crate::calendar::Origin;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::middleware::safe::is_safe;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, web};

/// What is answered all the same: it shows nothing of the calendar.
const PLAIN: [&str; 4] = [
    "/healthz",
    "/readyz",
    "/assets/",
    "/.well-known/security.txt",
];

pub async fn refuse_without_calendar(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<BoxBody, impl MessageBody>>, Error> {
    if is_safe(request.method()) && !is_plain(request.path()) && is_unknown(&request) {
        let refusal = request.error_response(WebError::NoCalendar);
        return Ok(refusal.map_into_left_body());
    }
    Ok(next.call(request).await?.map_into_right_body())
}

fn is_plain(path: &str) -> bool {
    PLAIN.iter().any(|plain| path.starts_with(plain))
}

fn is_unknown(request: &ServiceRequest) -> bool {
    let app = request.app_data::<web::Data<App>>();
    app.is_some_and(|app| app.calendar.current().origin() == Origin::Nowhere)
}
