//! Who is at the desk: the session cookie, and the page for those who are not in.

use crate::store::{Person, Token};
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, private};
use crate::web::request::Reader;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

const COOKIE: &str = "desk";

#[derive(Template)]
#[template(path = "desk/outside.html")]
struct OutsidePage {
    f: Frame,
}

/// The session's secret, if the browser sent one.
pub fn token(request: &HttpRequest) -> Option<Token> {
    Token::parse(request.cookie(COOKIE)?.value())
}

/// The cookie of a session; without one, the cookie that ends it.
pub fn cookie(app: &App, session: Option<&Token>) -> Cookie<'static> {
    let value = session
        .map(|token| token.secret().to_owned())
        .unwrap_or_default();
    let mut cookie = Cookie::build(COOKIE, value)
        .path("/")
        .same_site(SameSite::Lax)
        .secure(app.base_url.is_https())
        .http_only(true)
        .finish();
    if session.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// Who is at the desk, or the page that says how to get in.
pub async fn person(
    app: &web::Data<App>,
    request: &HttpRequest,
    reader: &Reader,
) -> Result<Result<Person, HttpResponse>, WebError> {
    if let Some(token) = token(request) {
        let (hash, now) = (token.hash(), app.clock.now());
        let person = blocking(app, move |app| app.store.person_of_session(&hash, now)).await?;
        if let Some(person) = person {
            return Ok(Ok(person));
        }
    }
    let page = OutsidePage {
        f: Frame::new(app, reader, request, "desk"),
    };
    page.f
        .respond_with(StatusCode::UNAUTHORIZED, &page)
        .map(private)
        .map(Err)
}
