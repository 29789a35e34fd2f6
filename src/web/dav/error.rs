//! What a request for DAV can fail with: a status, and in the body the condition that was not met
//! (RFC 4918, sections 8.7 and 16).

use super::headers;
use super::xml::Markup;
use crate::web::error::WebError;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use std::fmt::Display;

/// A condition that was not met, by its name in XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// `DAV:need-privileges` (RFC 3744, section 7.1.1): nobody has the privilege to write.
    NeedPrivileges,
    /// `DAV:propfind-finite-depth` (RFC 4918, section 9.1.1).
    FiniteDepth,
    /// `DAV:supported-report` (RFC 3253, section 3.6).
    SupportedReport,
    /// `DAV:valid-sync-token` (RFC 6578, section 3.2).
    ValidSyncToken,
    /// `DAV:number-of-matches-within-limits` (RFC 3744, section 9.4; RFC 4791, section 7.8).
    Limits,
    /// `CALDAV:valid-filter` (RFC 4791, section 7.8).
    ValidFilter,
    /// `CALDAV:supported-filter` (section 7.8).
    SupportedFilter,
    /// `CALDAV:supported-collation` (section 7.8).
    SupportedCollation,
    /// `CALDAV:supported-calendar-data` (section 7.8).
    SupportedData,
}

/// Why a request is not answered as it was meant.
#[derive(Debug)]
pub enum DavError {
    /// Nothing is at this address.
    NotFound,
    /// Nobody may write at this path.
    ReadOnly(String),
    /// A condition was not met.
    Unmet(Condition),
    /// The request cannot be understood, for this reason.
    Unreadable(String),
    /// The body was not read to its end, or the method means nothing here.
    Refused(StatusCode),
    /// Something that is no matter of DAV.
    Web(WebError),
}

impl DavError {
    /// The answer that says so.
    pub fn respond(&self) -> HttpResponse {
        if let Self::Web(error) = self {
            return actix_web::ResponseError::error_response(error);
        }
        let mut response = HttpResponse::build(self.status())
            .content_type(headers::XML)
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(self.body());
        headers::name_methods(&mut response);
        response
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::ReadOnly(_) | Self::Unmet(_) => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Refused(status) => *status,
            Self::Web(error) => error.failure().status(),
        }
    }

    fn body(&self) -> String {
        let mut markup = Markup::document("D:error");
        match self {
            Self::ReadOnly(path) => need_privileges(&mut markup, path),
            Self::Unmet(condition) => markup.empty(condition.name()),
            _ => {}
        }
        if let Some(why) = self.why() {
            // What people read of it (RFC 4918, section 14.25).
            markup.text("D:responsedescription", why);
        }
        markup.close("D:error");
        markup.into_string()
    }

    fn why(&self) -> Option<&str> {
        Some(match self {
            Self::NotFound => "Nothing is at this address.",
            Self::ReadOnly(_) => "This calendar is read only; meetings are posted on its pages.",
            Self::Unreadable(why) => why,
            Self::Refused(_) | Self::Unmet(_) | Self::Web(_) => return None,
        })
    }
}

impl Condition {
    fn name(self) -> &'static str {
        match self {
            Self::NeedPrivileges => "D:need-privileges",
            Self::FiniteDepth => "D:propfind-finite-depth",
            Self::SupportedReport => "D:supported-report",
            Self::ValidSyncToken => "D:valid-sync-token",
            Self::Limits => "D:number-of-matches-within-limits",
            Self::ValidFilter => "C:valid-filter",
            Self::SupportedFilter => "C:supported-filter",
            Self::SupportedCollation => "C:supported-collation",
            Self::SupportedData => "C:supported-calendar-data",
        }
    }
}

impl From<Condition> for DavError {
    fn from(condition: Condition) -> Self {
        Self::Unmet(condition)
    }
}

impl From<WebError> for DavError {
    fn from(error: WebError) -> Self {
        Self::Web(error)
    }
}

impl DavError {
    /// A request that cannot be understood.
    pub fn unreadable(why: impl Display) -> Self {
        Self::Unreadable(why.to_string())
    }
}

fn need_privileges(markup: &mut Markup, path: &str) {
    markup.around(Condition::NeedPrivileges.name(), |inside| {
        inside.around("D:resource", |inside| {
            inside.href(path);
            inside.around("D:privilege", |inside| inside.empty("D:write"));
        });
    });
}
