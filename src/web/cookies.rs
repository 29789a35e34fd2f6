//! Cookies, all of them made and read in one way. Over TLS their names begin with `__Host-`: browsers
//! take such a cookie only from this very host and only by TLS, so no neighbouring site and nobody on
//! the way can plant one (RFC 6265bis, section 4.1.3.2).

use crate::web::app::App;
use actix_web::cookie::{Cookie, CookieBuilder, SameSite};
use actix_web::{HttpRequest, web};

/// The cookie of this name, if the browser sent one.
pub fn sent(request: &HttpRequest, name: &str) -> Option<Cookie<'static>> {
    let app = request.app_data::<web::Data<App>>()?;
    request.cookie(&full_name(name, app.base_url.is_https()))
}

/// A cookie for this site alone that scripts do not see; over TLS it never goes any other way. It is
/// gone with the browser unless it is given an age.
pub fn build(name: &str, value: String, is_https: bool) -> CookieBuilder<'static> {
    Cookie::build(full_name(name, is_https), value)
        .path("/")
        .same_site(SameSite::Lax)
        .secure(is_https)
        .http_only(true)
}

fn full_name(name: &str, is_https: bool) -> String {
    match is_https {
        true => format!("__Host-{name}"),
        false => name.to_owned(),
    }
}
