//! Puts failures into the reader's words: what happened, and what to do about it.

use crate::web::app::App;
use crate::web::error::ErrorKey;
use crate::web::frame::Frame;
use crate::web::request::Reader;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    f: &'a Frame,
    heading: String,
    advice: String,
}

/// What a failure says to programs.
const KEPT: [HeaderName; 3] = [header::ALLOW, header::ACCEPT_ENCODING, header::RETRY_AFTER];

pub async fn put_into_words(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let Some(key) = key_of(&response) else {
        return Ok(response);
    };
    let status = response.status();
    let (request, old) = response.into_parts();
    let Some(app) = request.app_data::<web::Data<App>>() else {
        return Ok(ServiceResponse::new(request, old));
    };
    let reader = Reader::of(&request);
    let frame = Frame::new(app, &reader, &request, "");
    let words = frame.w;
    let page = ErrorPage {
        heading: words.t(&format!("failure-{key}")).to_string(),
        advice: words.t(&format!("failure-{key}.advice")).to_string(),
        f: &frame,
    };
    let body = page.render().unwrap_or_else(|_| status.to_string());
    let mut page = HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body);
    for name in KEPT {
        if let Some(value) = old.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    Ok(ServiceResponse::new(request, page))
}

/// Failures of ours carry their key; those of the framework are known by their status. A page that
/// a handler made, errors of a form among them, has its own type and stays.
fn key_of(response: &ServiceResponse) -> Option<&'static str> {
    if let Some(ErrorKey(key)) = response.response().extensions().get::<ErrorKey>() {
        return Some(key);
    }
    let status = response.status();
    let is_ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    if is_ours || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "wrong-method",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::REQUEST_TIMEOUT => "too-slow",
        status if status.is_server_error() => "failed",
        _ => "unreadable-form",
    })
}
