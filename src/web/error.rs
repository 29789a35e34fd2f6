//! What a handler can fail with. The words, in the reader's language, are put around it by the
//! error pages' middleware; the details go to the log and to nobody else.

use crate::acts::ActError;
use crate::store::StoreError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use thiserror::Error;

/// A failure of a request.
#[derive(Debug, Error)]
pub enum WebError {
    /// Nothing is at this address.
    #[error("not found")]
    NotFound,
    /// A form that no page of ours sends.
    #[error("the form cannot be read: {0}")]
    UnreadableForm(String),
    /// A body in an encoding, gzip or brotli, which no page of ours sends.
    #[error("the body is encoded")]
    EncodedBody,
    /// A write that another site started.
    #[error("the request came from another site")]
    CrossSite,
    /// Too many from one client.
    #[error("too many requests")]
    TooMany,
    /// No thread or no connection is free.
    #[error("the server is busy")]
    Busy,
    /// The request took too long.
    #[error("the request took too long")]
    TooSlow,
    /// The database failed.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// A page could not be made.
    #[error("page: {0}")]
    Page(#[from] askama::Error),
}

impl From<ActError> for WebError {
    /// Whoever may not do something is not told that there is something.
    fn from(error: ActError) -> Self {
        match error {
            ActError::Missing(_) | ActError::NotAllowed(_) => Self::NotFound,
            ActError::Store(error) => Self::Store(error),
        }
    }
}

impl WebError {
    /// The stable name that the error page's words hang on.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::UnreadableForm(_) => "unreadable-form",
            Self::EncodedBody => "encoded-body",
            Self::CrossSite => "cross-site",
            Self::TooMany => "too-many",
            Self::Busy => "busy",
            Self::Store(error) if error.is_passing() => "busy",
            Self::TooSlow => "too-slow",
            Self::Store(_) | Self::Page(_) => "failed",
        }
    }

    /// What a program can go by to do better.
    fn hint(&self) -> Option<(HeaderName, &'static str)> {
        match self.key() {
            "busy" => Some((header::RETRY_AFTER, "30")),
            "too-many" => Some((header::RETRY_AFTER, "60")),
            // RFC 9110, section 12.5.3.
            "encoded-body" => Some((header::ACCEPT_ENCODING, "identity")),
            _ => None,
        }
    }
}

/// What the middleware finds in a response that a handler failed with.
#[derive(Debug, Clone, Copy)]
pub struct ErrorKey(pub &'static str);

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self.key() {
            "not-found" => StatusCode::NOT_FOUND,
            "unreadable-form" => StatusCode::BAD_REQUEST,
            "encoded-body" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "cross-site" => StatusCode::FORBIDDEN,
            "too-many" => StatusCode::TOO_MANY_REQUESTS,
            "busy" => StatusCode::SERVICE_UNAVAILABLE,
            "too-slow" => StatusCode::REQUEST_TIMEOUT,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        if self.status_code().is_server_error() {
            tracing::error!(error = %self, "a request failed");
        }
        let mut response = HttpResponse::build(self.status_code())
            .content_type("text/plain; charset=utf-8")
            .body(format!("{}\n", self.key()));
        if let Some((name, value)) = self.hint() {
            let value = HeaderValue::from_static(value);
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(ErrorKey(self.key()));
        response
    }
}
