//! Addresses without a language, as they stand in feeds and mails: they lead to the reader's own.

use crate::domain::Slug;
use crate::web::visit::Visit;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};

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

/// Sends whoever asks for something by a former name on for good, with what they asked besides. Nobody
/// keeps that unasked: a name can be given back, and two answers that were kept would lead in a circle.
pub fn moved_on(request: &HttpRequest, path: &str) -> HttpResponse {
    let location = match request.query_string() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    };
    HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .finish()
}

/// Sends whoever asks for a group by another name than its slug of today to that: from a former slug as
/// [`moved_on`] does, from capitals or an acronym to the one spelling (RFC 9110, section 15.4.9).
pub fn named_otherwise(request: &HttpRequest, name: &str, path: &str) -> HttpResponse {
    let mut response = moved_on(request, path);
    if Slug::parse(name).is_err() {
        response.head_mut().status = StatusCode::PERMANENT_REDIRECT;
    }
    response
}
