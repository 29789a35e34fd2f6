//! What is done by which method. Whatever would write is refused.

use super::calendar::Calendar;
use super::error::DavError;
use super::headers::{self, Depth, prefers_minimal};
use super::resource::{Place, ROOT, Resource, Which};
use super::token;
use super::wanted::Wanted;
use super::xml::{self, Element};
use super::{get, members, patch, propfind, report};
use crate::feeds::Stock;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::{know_group, know_meeting};
use crate::web::request::Body;
use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use std::sync::Arc;

/// RFC 4918, section 9.1.
pub const PROPFIND: &str = "PROPFIND";
/// RFC 3253, section 3.6.
pub const REPORT: &str = "REPORT";

/// The methods that would write, here or anywhere (RFC 4918, RFC 3744, RFC 4791, RFC 5789).
const WRITING: [&str; 12] = [
    "PUT",
    "POST",
    "DELETE",
    "PATCH",
    "MKCALENDAR",
    "MKCOL",
    "MOVE",
    "COPY",
    "LOCK",
    "UNLOCK",
    "ACL",
    "BIND",
];

/// Leads to where all begins (RFC 6764, section 5), whatever the method but OPTIONS: browsers follow
/// nothing when they ask whether they may. With 308, because after 301 some programs forget what they
/// asked for.
pub async fn lead_in(request: HttpRequest) -> HttpResponse {
    if request.method() == Method::OPTIONS {
        return headers::options();
    }
    let mut response = HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, ROOT))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .finish();
    headers::name_methods(&mut response);
    response
}

/// Whatever is asked below `/dav/`.
pub async fn answer(
    app: web::Data<App>,
    request: HttpRequest,
    payload: web::Payload,
) -> HttpResponse {
    let answered = try_answer(&app, &request, payload.into_inner()).await;
    let mut response = answered.unwrap_or_else(|error| error.respond());
    headers::name_methods(&mut response);
    response
}

async fn try_answer(
    app: &web::Data<App>,
    request: &HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, DavError> {
    let method = request.method().as_str();
    if method == "OPTIONS" {
        return Ok(headers::options());
    }
    if WRITING.contains(&method) {
        return Err(DavError::ReadOnly(request.path().to_owned()));
    }
    let (stock, resource) = match find(app, request.path()).await? {
        (stock, Place::At(resource)) => (stock, resource),
        (_, Place::Moved(resource)) => return Ok(moved_to(&resource)),
    };
    match method {
        "GET" | "HEAD" => get::answer(request, &stock, &resource),
        PROPFIND => answer_propfind(app, request, payload, (stock, resource)).await,
        REPORT => answer_report(app, request, payload, (stock, resource)).await,
        "PROPPATCH" => {
            let body = read(request, payload).await?;
            let href = resource.href();
            aside(move || propfind::is_found(&stock, &resource)).await?;
            patch::refuse(&href, body.as_ref())
        }
        _ => Err(DavError::Refused(StatusCode::METHOD_NOT_ALLOWED)),
    }
}

async fn answer_propfind(
    app: &web::Data<App>,
    request: &HttpRequest,
    payload: Payload,
    (stock, resource): (Arc<Stock>, Resource),
) -> Result<HttpResponse, DavError> {
    let depth = Depth::of_propfind(request)?;
    let body = read(request, payload).await?;
    let wanted = Wanted::of_propfind(body.as_ref(), prefers_minimal(request.headers()))?;
    let token = token::now(app, &stock);
    let listing =
        aside(move || propfind::answer(stock, &resource, (wanted, depth), &token)).await?;
    Ok(propfind::alone(listing))
}

async fn answer_report(
    app: &web::Data<App>,
    request: &HttpRequest,
    payload: Payload,
    (stock, resource): (Arc<Stock>, Resource),
) -> Result<HttpResponse, DavError> {
    let depth = Depth::of(request)?.unwrap_or(Depth::Zero);
    let body = read(request, payload).await?;
    let body = body.ok_or_else(|| DavError::unreadable("A report needs a body."))?;
    let is_minimal = prefers_minimal(request.headers());
    let report = report::Report::read(&body, &resource, (depth, is_minimal))?;
    let report = report.verified(app, stock.snapshot()).await?;
    let token = token::now(app, &stock);
    let now = app.clock.now();
    let which = match &resource {
        Resource::Calendar(which) | Resource::Object(which, _) => which.clone(),
        _ => Which::All,
    };
    let calendar = Calendar::of(&which, stock.snapshot(), &token);
    let base = app.base_url.as_str().to_owned();
    let answered = aside(move || Ok(report.answer(stock, calendar, (&base, now)))).await?;
    Ok(answered.respond())
}

/// Off the event loop, for what looks through a whole calendar.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DavError> + Send + 'static,
) -> Result<T, DavError> {
    web::block(work).await.map_err(|_| WebError::Busy)?
}

/// What stands at a path; what another instance has just published is looked for once more.
async fn find(app: &web::Data<App>, path: &str) -> Result<(Arc<Stock>, Place), DavError> {
    let current = || {
        let snapshot = app.calendar.current();
        let place = Place::find(path, &snapshot);
        (app.shelf.stock(&snapshot), place)
    };
    match current() {
        (stock, Some(Place::At(Resource::Object(which, uid)))) => match members::meeting_of(&uid) {
            Some(meeting) if stock.snapshot().meeting(meeting).is_none() => {
                know_meeting(app, &meeting.to_string()).await;
            }
            _ => return Ok((stock, Place::At(Resource::Object(which, uid)))),
        },
        (stock, Some(place)) => return Ok((stock, place)),
        (_, None) => {
            let group = path.strip_prefix(super::resource::HOME);
            if let Some(slug) = group.and_then(|rest| rest.split('/').next()) {
                know_group(app, slug).await;
            }
        }
    }
    let (stock, place) = current();
    Ok((stock, place.ok_or(DavError::NotFound)?))
}

/// The body of a request, whole and in time.
async fn read(request: &HttpRequest, mut payload: Payload) -> Result<Option<Element>, DavError> {
    let body = Body::from_request(request, &mut payload).await;
    let body = body.map_err(|error| {
        let status = error.as_response_error().status_code();
        DavError::Refused(status)
    })?;
    aside(move || xml::read(body.bytes()).map_err(DavError::unreadable)).await
}

/// Something goes by another address now. Nobody keeps that unasked: a name can be given back.
fn moved_to(resource: &Resource) -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, resource.href()))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .finish()
}
