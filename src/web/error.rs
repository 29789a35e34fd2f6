//! What a handler can fail with. The words, in the reader's language, are put around it by the
//! error pages' middleware; the details go to the log and to nobody else.

use crate::acts::ActError;
use crate::store::StoreError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use std::time::Duration;
use thiserror::Error;

/// A failure of a request.
#[derive(Debug, Error)]
pub enum WebError {
    /// Nothing is at this address.
    #[error("not found")]
    NotFound,
    /// The meeting at this address was taken off for good.
    #[error("gone")]
    Gone,
    /// A form that no page of ours sends.
    #[error("the form cannot be read: {0}")]
    UnreadableForm(String),
    /// A form of more fields than any of our pages has.
    #[error("the form has too many fields")]
    TooManyFields,
    /// A body in an encoding, gzip or brotli, which no page of ours sends.
    #[error("the body is encoded")]
    EncodedBody,
    /// A write that another site started.
    #[error("the request came from another site")]
    CrossSite,
    /// Too many from one client, which has to wait for so long.
    #[error("too many requests")]
    TooMany(Duration),
    /// Nothing is known of the calendar.
    #[error("the database was not reached yet, and nothing was kept of the calendar")]
    NoCalendar,
    /// No thread or no connection is free.
    #[error("the server is busy")]
    Busy,
    /// There are as many drafts as there may be.
    #[error("no room for another draft (the setting limits.drafts_total)")]
    NoRoom,
    /// The request took too long.
    #[error("the request took too long")]
    TooSlow,
    /// The database failed.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// A file to take away could not be made.
    #[error("export: {0}")]
    Export(String),
    /// A page could not be made.
    #[error("page: {0}")]
    Page(#[from] askama::Error),
}

impl From<ActError> for WebError {
    /// Whoever may not do something is not told that there is something.
    fn from(error: ActError) -> Self {
        match error {
            ActError::Missing(_) | ActError::NotAllowed(_) => Self::NotFound,
            ActError::NoRoom => Self::NoRoom,
            ActError::Store(error) => Self::Store(error),
        }
    }
}

impl WebError {
    /// What whoever asked is told of it.
    pub fn failure(&self) -> Failure {
        match self {
            Self::NotFound => Failure::NotFound,
            Self::Gone => Failure::Gone,
            Self::UnreadableForm(_) => Failure::UnreadableForm,
            Self::TooManyFields => Failure::TooLarge,
            Self::EncodedBody => Failure::EncodedBody,
            Self::CrossSite => Failure::CrossSite,
            Self::TooMany(_) => Failure::TooMany,
            Self::NoCalendar => Failure::NoCalendar,
            Self::Busy | Self::NoRoom => Failure::Busy,
            Self::Store(error) if error.is_passing() => Failure::Busy,
            Self::TooSlow => Failure::TooSlow,
            Self::Store(_) | Self::Export(_) | Self::Page(_) => Failure::Failed,
        }
    }

    /// What a program can go by to do better: a header and its value.
    pub fn hint(&self) -> Option<(HeaderName, HeaderValue)> {
        match self.failure() {
            Failure::Busy | Failure::NoCalendar => Some((header::RETRY_AFTER, 30.into())),
            Failure::TooMany => Some((header::RETRY_AFTER, self.wait().into())),
            // RFC 9110, section 12.5.3.
            Failure::EncodedBody => {
                let identity = HeaderValue::from_static("identity");
                Some((header::ACCEPT_ENCODING, identity))
            }
            _ => None,
        }
    }

    /// Whole seconds, one at least.
    fn wait(&self) -> u64 {
        match self {
            Self::TooMany(wait) => wait.as_secs() + 1,
            _ => 60,
        }
    }

    /// Says in the log what is no fault of whoever asked.
    pub fn log(&self) {
        if self.failure().status().is_server_error() {
            tracing::error!(error = %self, "a request failed");
        }
    }
}

/// What somebody is told of a failure, be it ours or the framework's. A response that failed carries
/// it to the middleware that makes a page of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing is at this address.
    NotFound,
    /// What was at this address was taken off.
    Gone,
    /// The address does not take this method.
    WrongMethod,
    /// What was sent cannot be read.
    UnreadableForm,
    /// What was sent is in an encoding that is not read.
    EncodedBody,
    /// What was sent is too large.
    TooLarge,
    /// Another site started it.
    CrossSite,
    /// Too many came from one client.
    TooMany,
    /// Nothing is known of the calendar.
    NoCalendar,
    /// No thread or no connection is free.
    Busy,
    /// It took too long.
    TooSlow,
    /// The fault is ours.
    Failed,
}

impl Failure {
    /// The failure that the framework's status stands for; `None` for a status of success.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            status if status.is_server_error() => Self::Failed,
            status if status.is_client_error() => Self::UnreadableForm,
            _ => return None,
        })
    }

    /// The stable name that the words of the error page hang on.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Gone => "gone",
            Self::WrongMethod => "wrong-method",
            Self::UnreadableForm => "unreadable-form",
            Self::EncodedBody => "encoded-body",
            Self::TooLarge => "too-large",
            Self::CrossSite => "cross-site",
            Self::TooMany => "too-many",
            Self::NoCalendar => "no-calendar",
            Self::Busy => "busy",
            Self::TooSlow => "too-slow",
            Self::Failed => "failed",
        }
    }

    /// Its status (RFC 9110, section 15).
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::UnreadableForm => StatusCode::BAD_REQUEST,
            Self::EncodedBody => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::NoCalendar => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        self.failure().status()
    }

    fn error_response(&self) -> HttpResponse {
        let failure = self.failure();
        self.log();
        let mut response = HttpResponse::build(failure.status())
            .content_type("text/plain; charset=utf-8")
            .body(format!("{}\n", failure.key()));
        if let Some((name, value)) = self.hint() {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(failure);
        response
    }
}
