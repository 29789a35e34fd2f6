//! Addresses without a language, as they stand in feeds and mails: they lead to the reader's own.

use crate::web::request::Reader;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

/// Sends `/groups?kind=mag` to `/fr/groups?kind=mag`.
pub async fn redirect(request: HttpRequest, reader: Reader) -> HttpResponse {
    to(&format!("/{}{}", reader.language.code(), request.uri()))
}

/// Sends `/fr` to `/fr/`.
pub async fn add_slash(reader: Reader) -> HttpResponse {
    to(&format!("/{}/", reader.language.code()))
}

/// Sends the reader on, for this time only: the next may be in another language or at another hour.
pub fn to(location: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, location))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
