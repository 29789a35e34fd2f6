//! Puts failures into the reader's words: what happened, and what to do about it.

use crate::web::app::App;
use crate::web::error::Failure;
use crate::web::frame::{Frame, Section};
use crate::web::visit::Visit;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
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
    let Some(failure) = failure_of(&response) else {
        return Ok(response);
    };
    let status = response.status();
    let (request, old) = response.into_parts();
    let Some(app) = request.app_data::<web::Data<App>>() else {
        return Ok(ServiceResponse::new(request, old));
    };
    let visit = Visit::new(app.clone(), request.clone());
    let frame = visit.frame(Section::Elsewhere);
    let (words, key) = (frame.w, failure.key());
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

/// Failures of ours say what they are; those of the framework are known by their status. A page that
/// a handler made, errors of a form among them, has its own type and stays.
fn failure_of(response: &ServiceResponse) -> Option<Failure> {
    if let Some(failure) = response.response().extensions().get::<Failure>() {
        return Some(*failure);
    }
    let is_ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    match is_ours {
        true => None,
        false => Failure::of_status(response.status()),
    }
}
