//! Signing in by a code that comes by mail, for posters who want it and for the desk.

mod ask;
mod code;

use super::{in_language, page};
use crate::web::app::App;
use crate::web::cookies;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::web;

/// The cookie of the browser that asked for a code.
pub const ASKED_COOKIE: &str = "sign-in";

pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(page(&in_language("/sign-in"), ask::show).route(web::post().to(ask::ask)))
        .service(page(&in_language("/sign-in/code"), code::show).route(web::post().to(code::enter)))
        .service(web::resource(in_language("/sign-out")).route(web::post().to(code::leave)));
}

fn asked_cookie(app: &App, secret: &str) -> Cookie<'static> {
    cookies::build(ASKED_COOKIE, secret.to_owned(), app.base_url.is_https())
        .max_age(Duration::minutes(10))
        .finish()
}
