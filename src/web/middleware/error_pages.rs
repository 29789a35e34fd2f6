//! Puts failures into the reader's words: what happened, and what to do about it. Programs get a
//! problem instead.

use crate::web::app::App;
use crate::web::error::Failure;
use crate::web::frame::{Frame, Section};
use crate::web::problem::{Problem, speaks_to_programs};
use crate::web::request::Body;
use crate::web::view::again::AgainView;
use crate::web::visit::Visit;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    f: &'a Frame,
    heading: String,
    advice: String,
}

#[derive(Template)]
#[template(path = "again.html")]
struct AgainPage<'a> {
    f: &'a Frame,
    heading: String,
    again: AgainView,
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
    let mut told = match speaks_to_programs(request.uri(), request.headers()) {
        true => Problem::of(failure).respond(),
        false => page(app, &request, status, failure),
    };
    for name in KEPT {
        if let Some(value) = old.headers().get(&name) {
            told.headers_mut().insert(name, value.clone());
        }
    }
    Ok(ServiceResponse::new(request, told))
}

fn page(
    app: &web::Data<App>,
    request: &HttpRequest,
    status: StatusCode,
    failure: Failure,
) -> HttpResponse {
    let visit = Visit::new(app.clone(), request.clone());
    let frame = visit.frame(Section::Elsewhere);
    let body = words(&frame, request, failure).unwrap_or_else(|_| status.to_string());
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body)
}

/// What could be stored a little later comes back with everything that was typed.
fn words(frame: &Frame, request: &HttpRequest, failure: Failure) -> askama::Result<String> {
    let (w, key) = (frame.w, failure.key());
    let heading = w.t(&format!("failure-{key}")).to_string();
    if failure == Failure::Busy
        && let Some(body) = request.extensions().get::<Body>()
        && let Some(again) = AgainView::of(w, &request.uri().to_string(), body)
    {
        return AgainPage {
            f: frame,
            heading,
            again,
        }
        .render();
    }
    ErrorPage {
        heading,
        advice: w.t(&format!("failure-{key}.advice")).to_string(),
        f: frame,
    }
    .render()
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
