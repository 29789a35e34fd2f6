//! Whether single keys do something at the desk: whoever speaks to their computer, or whose hand slips,
//! turns them off (WCAG 2.2, 2.1.4).

use super::filter::QueueFilter;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::cookie::time::Duration;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

/// The cookie that remembers that keys are off.
const KEYS_COOKIE: &str = "keys";
const OFF: &str = "off";

#[derive(Deserialize, Default)]
#[serde(default)]
struct KeysForm {
    keys: String,
}

/// Whether this browser's keys are on.
pub fn are_on(request: &HttpRequest) -> bool {
    cookies::sent(request, KEYS_COOKIE).is_none_or(|cookie| cookie.value() != OFF)
}

/// `POST /desk/keys`, with the query of the page that it leads back to.
pub async fn switch(_: Secretary, visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: KeysForm = read_form(&body)?;
    let value = match form.keys.as_str() {
        OFF => OFF,
        _ => "on",
    };
    let cookie = cookies::build(KEYS_COOKIE, value.to_owned(), visit.app.base_url.is_https())
        .max_age(Duration::days(365))
        .finish();
    let here = QueueFilter::read(visit.request.query_string()).query_with(&[]);
    let mut response = see_other(format!("/desk{here}"));
    response
        .add_cookie(&cookie)
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}
