//! What every request passes through, outermost first: log, headers, error pages, deadline, CSRF.

pub mod csrf;
pub mod deadline;
pub mod error_pages;
pub mod headers;
pub mod log;
