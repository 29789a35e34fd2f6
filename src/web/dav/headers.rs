//! What answers say of themselves, and how deep and how whole requests want theirs.

use super::error::{Condition, DavError};
use crate::web::cors;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

/// The type of what is written here (RFC 4918, section 8.2).
pub const XML: &str = "application/xml; charset=utf-8";
/// The classes that are kept to (RFC 4918, section 18; RFC 4791, section 5.1).
const CLASSES: &str = "1, 3, calendar-access";
/// The methods that are answered otherwise than by a refusal.
pub const METHODS: &str = "OPTIONS, GET, HEAD, PROPFIND, PROPPATCH, REPORT";

/// The headers that pages elsewhere may read.
const EXPOSED: &str = "Allow, DAV, ETag, Last-Modified, Retry-After, X-Request-Id";

const DAV: HeaderName = HeaderName::from_static("dav");
const DEPTH: &str = "depth";
const PREFER: &str = "prefer";
const BRIEF: &str = "brief";

/// How far below what it names a request reaches (RFC 4918, section 10.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Only that.
    Zero,
    /// With what stands in it.
    One,
    /// With everything below.
    Infinity,
}

impl Depth {
    /// The depth that a request names; `None` if it names none.
    pub fn of(request: &HttpRequest) -> Result<Option<Self>, DavError> {
        let Some(value) = request.headers().get(DEPTH) else {
            return Ok(None);
        };
        match value.as_bytes().trim_ascii() {
            b"0" => Ok(Some(Self::Zero)),
            b"1" => Ok(Some(Self::One)),
            other if other.eq_ignore_ascii_case(b"infinity") => Ok(Some(Self::Infinity)),
            _ => Err(DavError::unreadable("Depth has to be 0, 1 or infinity.")),
        }
    }

    /// That of a PROPFIND: everything if it names none, which is refused.
    pub fn of_propfind(request: &HttpRequest) -> Result<Self, DavError> {
        match Self::of(request)?.unwrap_or(Self::Infinity) {
            Self::Infinity => Err(Condition::FiniteDepth.into()),
            finite => Ok(finite),
        }
    }
}

/// Whether a request does without what is not there (RFC 8144, section 2.1; `Brief` is older).
pub fn prefers_minimal(headers: &HeaderMap) -> bool {
    let values = headers
        .get_all(PREFER)
        .filter_map(|value| value.to_str().ok());
    let mut preferences = values.flat_map(|value| value.split([',', ';']));
    let is_minimal = |one: &str| {
        let one: String = one.split_whitespace().collect();
        one.eq_ignore_ascii_case("return=minimal") || one.eq_ignore_ascii_case("return-minimal")
    };
    let is_brief = |value: &HeaderValue| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"t");
    preferences.any(is_minimal) || headers.get(BRIEF).is_some_and(is_brief)
}

/// A time as HTTP writes it (RFC 9110, section 5.6.7).
pub fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Says what can be done with a resource, to pages elsewhere too.
pub fn name_methods(response: &mut HttpResponse) {
    let headers = response.headers_mut();
    cors::open(headers);
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(EXPOSED),
    );
    headers.insert(header::ALLOW, HeaderValue::from_static(METHODS));
    headers.insert(DAV, HeaderValue::from_static(CLASSES));
}

/// The answer to OPTIONS, and to a browser that asks before a page elsewhere may: it may, with any
/// header, for a day.
pub fn options() -> HttpResponse {
    let mut response = HttpResponse::Ok()
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "*"))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
        .finish();
    name_methods(&mut response);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_depth_is_read_and_propfind_has_a_finite_one() {
        let ask = |value: &'static str| {
            let request = TestRequest::default().insert_header((DEPTH, value));
            request.to_http_request()
        };
        for (value, depth) in [
            ("0", Depth::Zero),
            ("1", Depth::One),
            ("Infinity", Depth::Infinity),
        ] {
            assert_eq!(Depth::of(&ask(value)).unwrap(), Some(depth));
        }
        for value in ["", "2", "-1", "one", "1,noroot"] {
            assert!(Depth::of(&ask(value)).is_err(), "{value:?}");
        }
        let none = TestRequest::default().to_http_request();
        assert_eq!(Depth::of(&none).unwrap(), None);
        for request in [none, ask("infinity")] {
            let refused = Depth::of_propfind(&request);
            assert!(matches!(
                refused,
                Err(DavError::Unmet(Condition::FiniteDepth))
            ));
        }
    }

    #[test]
    fn a_preference_is_found_among_others() {
        let minimal = |name: &'static str, value: &'static str| {
            let request = TestRequest::default().insert_header((name, value));
            prefers_minimal(request.to_http_request().headers())
        };
        assert!(minimal("prefer", "return=minimal"));
        assert!(minimal("prefer", "depth-noroot, Return = Minimal; x=y"));
        assert!(minimal("brief", "t"));
        assert!(!minimal("prefer", "return=representation"));
        assert!(!minimal("brief", "f"));
    }
}
