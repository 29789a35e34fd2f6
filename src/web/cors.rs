//! What is public may be read by any page on the web (Fetch standard, section 3.2). None of it depends
//! on who asks, so no credentials are ever allowed.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// What the answers to these methods say is open to all; nothing else is served there.
pub const METHODS: &str = "GET, HEAD, OPTIONS";

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

/// The answer to OPTIONS: which methods there are, and, to a browser that asks first, that they may be
/// used from anywhere, with any header, for a day.
pub async fn options() -> HttpResponse {
    let mut response = HttpResponse::NoContent()
        .insert_header((header::ALLOW, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "*"))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
        .finish();
    open(response.headers_mut());
    response
}
