//! The common calendar of the Internet Governance Forum, as a library; `main.rs` is a thin shell around it.

pub mod calendar;
pub mod domain;
pub mod feeds;
