//! GET and HEAD: an object as iCalendar, and of everything else the page that shows the same to
//! people, or its feed to programs.

use super::error::DavError;
use super::headers::http_date;
use super::lookup::Lookup;
use super::resource::{Resource, Which};
use crate::feeds::{Stock, in_language};
use crate::web::reading::filter_bar::query_of;
use actix_web::http::header::{self, HeaderMap, IfNoneMatch};
use actix_web::http::header::{EntityTag, Header};
use actix_web::{HttpRequest, HttpResponse};

/// The answer.
pub fn answer(
    request: &HttpRequest,
    stock: &Stock,
    resource: &Resource,
) -> Result<HttpResponse, DavError> {
    match resource {
        Resource::Object(which, uid) => object(request, stock, which, uid),
        Resource::Calendar(which) => Ok(lead_to(&listing(which, request.headers()))),
        _ => Ok(lead_to("/subscribe")),
    }
}

fn object(
    request: &HttpRequest,
    stock: &Stock,
    which: &Which,
    uid: &str,
) -> Result<HttpResponse, DavError> {
    let mut lookup = Lookup::new(stock, which);
    let (object, modified) = lookup.object(uid).ok_or(DavError::NotFound)?;
    let is_unchanged = is_known(request, object.etag());
    let mut response = match is_unchanged {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    response
        .insert_header((header::ETAG, object.etag()))
        .insert_header((header::LAST_MODIFIED, http_date(modified)))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"));
    if is_unchanged {
        return Ok(response.finish());
    }
    response
        .content_type("text/calendar; charset=utf-8; component=vevent")
        // The tag is that of these bytes, so they are sent as they are.
        .insert_header((header::CONTENT_ENCODING, "identity"));
    Ok(response.body(object.calendar()))
}

/// Whether whoever asks has the object as it is (RFC 9110, section 13.1.2).
fn is_known(request: &HttpRequest, etag: &str) -> bool {
    if !request.headers().contains_key(header::IF_NONE_MATCH) {
        return false;
    }
    let Ok(own) = etag.parse::<EntityTag>() else {
        return false;
    };
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|tag| tag.weak_eq(&own)),
        Err(_) => false,
    }
}

/// Where a listing is shown.
fn listing(which: &Which, headers: &HeaderMap) -> String {
    let accepted = headers.get(header::ACCEPT);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let is_for_people = accepted.is_some_and(|accepted| accepted.contains("text/html"));
    match (which, is_for_people) {
        (Which::Group(slug), true) => format!("/groups/{slug}"),
        (Which::Group(slug), false) => format!("/groups/{slug}.ics"),
        (which, true) => format!("/{}", query_of(&which.filter())),
        (which, false) => {
            let feed = format!("/calendar.ics{}", query_of(&which.filter()));
            in_language(feed, which.language())
        }
    }
}

fn lead_to(location: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, location))
        .insert_header((header::VARY, "Accept"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .finish()
}
