//! The reader's clock: a town or zone that lists are then shown in, remembered in a cookie.

use crate::domain::Zone;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, see_other};
use crate::web::request::{Body, Reader, ZONE_COOKIE, read_form};
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
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
pub async fn choose(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: ZoneForm = read_form(&body)?;
    let Ok(zone) = Zone::typed(&form.zone) else {
        let f = Frame::new(&app, &reader, &request, "");
        let typed = form.zone.chars().take(100).collect();
        return f.respond_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &ZonePage {
                f: Frame::new(&app, &reader, &request, ""),
                typed,
            },
        );
    };
    let cookie = Cookie::build(ZONE_COOKIE, zone.name().to_owned())
        .path("/")
        .same_site(SameSite::Lax)
        .secure(app.base_url.is_https())
        .http_only(true)
        .max_age(Duration::days(365))
        .finish();
    let mut response = see_other(format!("/{}/", reader.language.code()));
    response
        .add_cookie(&cookie)
        .map_err(|_| WebError::NotFound)?;
    Ok(response)
}
