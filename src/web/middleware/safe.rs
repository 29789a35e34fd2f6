//! Which methods change nothing.

use actix_web::http::Method;

/// Whether a method changes nothing: those of HTTP, and the two by which calendar programs read
/// (RFC 4918, section 9.1; RFC 3253, section 3.6; both are registered as safe).
pub fn is_safe(method: &Method) -> bool {
    method.is_safe() || matches!(method.as_str(), "PROPFIND" | "REPORT")
}
