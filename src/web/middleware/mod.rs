//! What every request passes through, outermost first: its turn, slices, the end of what was not read,
//! target, log, headers, error pages, encoded bodies, CSRF, no calendar; and how the connection goes on.

pub mod ahead;
pub mod away;
pub mod closing;
pub mod csrf;
pub mod encoding;
pub mod error_pages;
pub mod headers;
pub mod log;
pub mod safe;
pub mod slices;
pub mod target;
pub mod unread;
