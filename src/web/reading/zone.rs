//! The reader's clock: a town or zone that lists are then shown in, remembered in a cookie.

use crate::domain::Zone;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, see_other};
use crate::web::request::{Body, ZONE_COOKIE, read_form};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct ZoneForm {
    zone: String,
}

#[derive(Template)]
#[template(path = "reading/zone.html")]
struct ZonePage {
    f: Frame,
    typed: String,
}

/// Remembers the zone; one that nobody knows is asked for again, with what was typed.
pub async fn choose(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    let form: ZoneForm = read_form(&body)?;
    let Ok(zone) = Zone::typed(&form.zone) else {
        let page = ZonePage {
            f: visit.frame(Section::Elsewhere),
            typed: form.zone.chars().take(100).collect(),
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page.f.respond_with(status, &page);
    };
    let is_https = visit.app.base_url.is_https();
    let cookie = cookies::build(ZONE_COOKIE, zone.name().to_owned(), is_https)
        .max_age(Duration::days(365))
        .finish();
    let mut response = see_other(format!("/{}/", visit.lang()));
    response
        .add_cookie(&cookie)
        .map_err(|_| WebError::NotFound)?;
    Ok(response)
}
