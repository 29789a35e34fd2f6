//! Headers that keep a page to itself: nothing inline, nothing from elsewhere, no framing.

use crate::web::app::App;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::sync::LazyLock;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Headers = Vec<(HeaderName, HeaderValue)>;

/// What every answer says, ready to be copied.
static ALWAYS: LazyLock<Headers> = LazyLock::new(|| {
    ready([
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=()",
        ),
    ])
});

/// What an answer says unless it says otherwise itself.
static USUALLY: LazyLock<Headers> = LazyLock::new(|| {
    ready([
        ("cache-control", "no-cache"),
        // Secret addresses must not leave in a Referer.
        ("referrer-policy", "same-origin"),
        // What is public says otherwise (see `cors`).
        ("cross-origin-resource-policy", "same-origin"),
    ])
});

fn ready<const N: usize>(headers: [(&'static str, &'static str); N]) -> Headers {
    let ready = |(name, value)| {
        let name = HeaderName::from_static(name);
        (name, HeaderValue::from_static(value))
    };
    headers.map(ready).into()
}

pub async fn harden(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let app = request.app_data::<web::Data<App>>();
    let is_https = app.is_some_and(|app| app.base_url.is_https());
    let mut response = next.call(request).await?;
    let is_private = is_private(&response);
    let headers = response.headers_mut();
    for (name, value) in ALWAYS.iter() {
        headers.insert(name.clone(), value.clone());
    }
    // It told the compressing layer to leave the bytes alone, and may not be sent (RFC 9110, section
    // 8.4.1).
    if headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|coding| coding == "identity")
    {
        headers.remove(header::CONTENT_ENCODING);
    }
    if is_https {
        let two_years = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    if is_private {
        let name = HeaderName::from_static("x-robots-tag");
        headers.insert(name, HeaderValue::from_static("noindex"));
    }
    for (name, usual) in USUALLY.iter() {
        if !headers.contains_key(name) {
            headers.insert(name.clone(), usual.clone());
        }
    }
    Ok(response)
}

/// Secret addresses, the desk and failures: what has to stay out of caches has to stay out of search
/// engines as well. Where a redirect leads is not its matter.
fn is_private(response: &ServiceResponse<impl MessageBody>) -> bool {
    let caching = response.headers().get(header::CACHE_CONTROL);
    let is_uncached = caching.is_some_and(|value| value.as_bytes() == b"no-store");
    is_uncached && !response.status().is_redirection()
}
