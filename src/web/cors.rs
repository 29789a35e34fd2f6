//! What is public may be read by any page on the web (Fetch standard, section 3.2). None of it depends
//! on who asks, so no credentials are ever allowed.

use actix_web::body::MessageBody;
use actix_web::dev::{HttpServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::guard::{Any, Get, Head};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, FromRequest, Handler, HttpResponse, Resource, Responder, web};

/// The methods of whatever is only read.
pub const READ: &str = "GET, HEAD, OPTIONS";

/// Lets any page read this answer and the headers in it that programs go by.
pub fn open(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "ETag, Last-Modified, Link, Retry-After, X-Request-Id",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// A resource that tells which methods it takes: asked with OPTIONS, and to whoever comes with any other
/// than `methods`.
pub fn telling(resource: Resource, methods: &'static str) -> Resource {
    let asked = move || std::future::ready(options(methods));
    let refused = move || std::future::ready(wrong_method(methods));
    resource
        .route(web::method(Method::OPTIONS).to(asked))
        .default_service(web::to(refused))
}

/// The answer to OPTIONS: which methods there are, and, to a browser that asks first, that they may be
/// used from anywhere, with any header, for a day.
fn options(methods: &'static str) -> HttpResponse {
    let mut response = HttpResponse::NoContent()
        .insert_header((header::ALLOW, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "*"))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
        .finish();
    open(response.headers_mut());
    response
}

/// An address that anybody may read, from any page on the web: GET and HEAD are answered by the handler,
/// OPTIONS tells what there is, and anything else is refused.
pub fn resource<F, Args>(path: &str, handler: F) -> impl HttpServiceFactory + use<F, Args>
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let read = web::resource(path).route(web::route().guard(Any(Get()).or(Head())).to(handler));
    telling(read, READ).wrap(from_fn(open_answer))
}

async fn open_answer(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    open(response.headers_mut());
    Ok(response)
}

/// The refusal of any other method, with those that there are (RFC 9110, section 15.5.6).
fn wrong_method(methods: &'static str) -> HttpResponse {
    HttpResponse::MethodNotAllowed()
        .insert_header((header::ALLOW, methods))
        .finish()
}
