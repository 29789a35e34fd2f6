//! Addresses without a language, as they stand in feeds and mails: they lead to the reader's own.

use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::header;

/// Sends `/groups?kind=mag` to `/fr/groups?kind=mag`.
pub async fn redirect(visit: Visit) -> HttpResponse {
    to(&format!("/{}{}", visit.lang(), visit.request.uri()))
}

/// Sends `/fr` to `/fr/`.
pub async fn add_slash(visit: Visit) -> HttpResponse {
    to(&format!("/{}/", visit.lang()))
}

/// Sends the reader on, for this time only: the next may be in another language or at another hour.
pub fn to(location: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, location))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
