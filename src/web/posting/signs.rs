//! What the first page of a new form notices of how it is filled in: a field that people do not see, and
//! when it was opened.

use crate::domain::Signs;
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use chrono::{DateTime, Utc};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Noticed {
    /// When the page was made, in seconds since 1970.
    opened: String,
    /// Shown to nobody.
    homepage: String,
}

/// What a form that was sent says of it. What cannot be read says nothing.
pub fn read(body: &Body, now: DateTime<Utc>) -> Result<Signs, WebError> {
    let noticed: Noticed = read_form(body)?;
    let opened = noticed.opened.parse().ok();
    Ok(Signs {
        opened: opened.and_then(|seconds| Signs::opened_at(seconds, now)),
        hidden_filled: !noticed.homepage.trim().is_empty(),
    })
}
