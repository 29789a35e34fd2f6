//! The common calendar of the Internet Governance Forum, as a library; `main.rs` is a thin shell
//! around it. The floors, from the ground up: `domain`, `store`, `calendar`, then `feeds`, `mail` and
//! `import` side by side, then `acts`, then `web`; each imports only from below.

pub mod acts;
pub mod calendar;
pub mod cli;
pub mod clock;
pub mod domain;
pub mod feeds;
pub mod i18n;
pub mod import;
pub mod mail;
pub mod markdown;
pub mod settings;
pub mod startup;
pub mod store;
pub mod web;

/// Tests inside and outside of the crate fill in forms by the same code, which calls it by its name.
#[cfg(test)]
extern crate self as igf_calendar;
