//! What every request passes through, outermost first: log, headers, error pages, CSRF.

pub mod csrf;
pub mod error_pages;
pub mod headers;
pub mod log;
