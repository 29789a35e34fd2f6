//! Where to report a security problem, in the form that researchers look for (RFC 9116).

use crate::web::app::App;
use crate::web::error::WebError;
use actix_web::{HttpResponse, web};
use chrono::{DurationRound, SecondsFormat, TimeDelta};

const PATH: &str = "/.well-known/security.txt";

pub fn routes(config: &mut web::ServiceConfig) {
    config.service(super::page(PATH, show));
}

async fn show(app: web::Data<App>) -> Result<HttpResponse, WebError> {
    let contact = app.security_contact.as_ref().ok_or(WebError::NotFound)?;
    // Less than a year ahead, as section 2.5.5 asks; by days, so that the bytes stay for a day.
    let today = app.clock.now().duration_trunc(TimeDelta::days(1));
    let today = today.unwrap_or_else(|_| app.clock.now());
    let expires = today + TimeDelta::days(180);
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(format!(
            "Contact: {contact}\r\nExpires: {}\r\nCanonical: {}{PATH}\r\n",
            expires.to_rfc3339_opts(SecondsFormat::Secs, true),
            app.base_url.as_str(),
        )))
}
