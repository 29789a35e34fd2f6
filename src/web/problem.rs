//! What programs are told of a failure: problem details (RFC 9457). People get the error pages' words
//! instead, where they asked with a browser.

use super::cors;
use super::error::{Failure, WebError};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{StatusCode, Uri};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use std::fmt;

/// What a parameter's value is repeated with at most, in characters.
const REPEATED: usize = 60;

/// What went wrong, for programs (RFC 9457, section 3.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What sort of problem it is: an address whose fragment names it.
    #[serde(rename = "type")]
    pub kind: String,
    /// What sort of problem it is, in English.
    pub title: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong this time and what to do about it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The parameter of the address that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

impl Problem {
    /// The address has a parameter that means nothing there; `known` are those that do.
    pub fn unknown_parameter(name: &str, known: &[&str]) -> Self {
        let known = match known {
            [] => "none is".to_owned(),
            known => format!("these are: {}", known.join(", ")),
        };
        let detail = format!("{} is not a parameter here; {known}.", quoted(name));
        Self::of_parameter("unknown-parameter", "Unknown parameter", name, detail)
    }

    /// A parameter has a value that cannot be read, or that there is not; `right` says in a sentence
    /// what can stand there.
    pub fn wrong_value(name: &str, value: &str, right: &str) -> Self {
        let detail = format!("{name}={} cannot be used: {right}", quoted(value));
        Self::of_parameter("wrong-value", "Wrong value of a parameter", name, detail)
    }

    /// A parameter is not there, or there twice, or not with another; `detail` says which in a sentence.
    pub fn wrong_use(name: &str, detail: impl Into<String>) -> Self {
        let title = "Parameter missing or used wrongly";
        Self::of_parameter("wrong-use", title, name, detail.into())
    }

    /// What changed since then is not known any more; whoever asks has to read everything anew.
    pub fn resync() -> Self {
        Self {
            status: StatusCode::GONE.as_u16(),
            ..Self::of_parameter(
                "resync",
                "Read everything anew",
                "since",
                "What changed since then is not known any more: read all of /api/v1/meetings and go on \
                 from the since of its first page."
                    .to_owned(),
            )
        }
    }

    /// A failure that has nothing to do with a parameter.
    pub fn of(failure: Failure) -> Self {
        Self {
            kind: kind(failure.key()),
            title: title(failure),
            status: failure.status().as_u16(),
            detail: None,
            parameter: None,
        }
    }

    fn of_parameter(name: &str, title: &'static str, parameter: &str, detail: String) -> Self {
        Self {
            kind: kind(name),
            title,
            status: StatusCode::BAD_REQUEST.as_u16(),
            detail: Some(detail),
            parameter: Some(cut(parameter)),
        }
    }

    /// The answer that says it, readable from any page on the web.
    pub fn respond(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code())
            .content_type("application/problem+json")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(serde_json::to_string(self).unwrap_or_default());
        cors::open(response.headers_mut());
        response
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail.as_deref().unwrap_or(self.title))
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        self.respond()
    }
}

impl From<WebError> for Problem {
    /// What is no fault of whoever asked goes to the log.
    fn from(error: WebError) -> Self {
        error.log();
        Self::of(error.failure())
    }
}

/// Whether whoever asks at an address is told of failures like a program: always below `/api/`, and
/// at feeds unless they prefer a page.
pub fn speaks_to_programs(uri: &Uri, headers: &HeaderMap) -> bool {
    let path = uri.path();
    path.starts_with("/api/") || (is_feed(path) && !wants_page(headers))
}

fn is_feed(path: &str) -> bool {
    let is_listing = ["/calendar.", "/groups/", "/meetings/"];
    let is_format = [".ics", ".atom", ".json"];
    is_listing.iter().any(|start| path.starts_with(start))
        && is_format.iter().any(|end| path.ends_with(end))
}

fn wants_page(headers: &HeaderMap) -> bool {
    let accepted = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// An address on this server, so that it leads to the page that explains it wherever that stands.
fn kind(name: &str) -> String {
    format!("/api/v1/#{name}")
}

fn title(failure: Failure) -> &'static str {
    match failure {
        Failure::NotFound => "Nothing is at this address",
        Failure::Gone => "The meeting was taken off the calendar",
        Failure::WrongMethod => "The address does not take this method",
        Failure::UnreadableForm => "The request cannot be read",
        Failure::EncodedBody => "The body is in an encoding that is not read",
        Failure::TooLarge => "The request is too large",
        Failure::CrossSite => "The request came from another site",
        Failure::TooMany => "Too many requests",
        Failure::NoCalendar => "The calendar is not known yet",
        Failure::Busy => "The server is busy",
        Failure::TooSlow => "The request took too long",
        Failure::Failed => "The server failed",
    }
}

/// As much of what was typed as tells it again, with nothing in it that does more than stand there.
fn quoted(typed: &str) -> String {
    format!("{:?}", cut(typed))
}

fn cut(typed: &str) -> String {
    typed.chars().take(REPEATED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_named_and_cut() {
        let long = "x".repeat(1000);
        let problem = Problem::wrong_value("kind", &long, "write a kind.");
        assert_eq!(problem.parameter.as_deref(), Some("kind"));
        assert!(problem.to_string().len() < 150, "{problem}");
        let problem = Problem::unknown_parameter("past\r\n\u{202e}", &["kind", "group"]);
        assert_eq!(
            problem.to_string(),
            r#""past\r\n\u{202e}" is not a parameter here; these are: kind, group."#
        );
        assert_eq!(problem.status, 400);
        assert_eq!(problem.kind, "/api/v1/#unknown-parameter");
    }

    #[test]
    fn a_browser_is_shown_a_page_and_a_program_is_not() {
        let ask = |path: &str, accept: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, header::HeaderValue::from_static(accept));
            speaks_to_programs(&path.parse().unwrap(), &headers)
        };
        assert!(ask("/api/v1/meetings", "text/html"));
        assert!(ask("/calendar.ics?x=1", "*/*"));
        assert!(ask("/groups/dccg.atom", "application/atom+xml"));
        assert!(!ask("/calendar.ics", "text/html,application/xhtml+xml"));
        assert!(!ask("/desk/audit.json", "*/*"));
        assert!(!ask("/en/groups/dccg", "*/*"));
    }
}
