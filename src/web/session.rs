//! Who is at the desk: the session cookie, and the page for those who are not in.

use crate::store::{Person, Token};
use crate::web::app::App;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::visit::Visit;
use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use std::pin::Pin;

/// The cookie that holds the session's secret.
pub const SESSION_COOKIE: &str = "desk";

#[derive(Template)]
#[template(path = "desk/outside.html")]
struct OutsidePage {
    f: Frame,
}

/// The session's secret, if the browser sent one.
pub fn token(request: &HttpRequest) -> Option<Token> {
    Token::parse(cookies::sent(request, SESSION_COOKIE)?.value())
}

/// The cookie of a session; without one, the cookie that ends it.
pub fn cookie(app: &App, session: Option<&Token>) -> Cookie<'static> {
    let value = session
        .map(|token| token.secret().to_owned())
        .unwrap_or_default();
    let mut cookie = cookies::build(SESSION_COOKIE, value, app.base_url.is_https()).finish();
    if session.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// Somebody of the secretariat, by their session. A handler that takes one is not reached by
/// anybody else: they get the page that says how to get in.
pub struct Secretary(pub Person);

impl FromRequest for Secretary {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            match person(&visit).await? {
                Some(person) => Ok(Self(person)),
                None => Err(InternalError::from_response("outside", outside(&visit)?).into()),
            }
        })
    }
}

/// Who of the secretariat it is, by their session; `None` for anybody else.
pub async fn person(visit: &Visit) -> Result<Option<Person>, WebError> {
    let Some(token) = token(&visit.request) else {
        return Ok(None);
    };
    let (hash, now) = (token.hash(), visit.now());
    visit
        .blocking(move |app| app.store.person_of_session(&hash, now))
        .await
}

/// The page that says how to get in.
pub fn outside(visit: &Visit) -> Result<HttpResponse, WebError> {
    let page = OutsidePage {
        f: visit.frame(Section::Desk),
    };
    page.f
        .respond_with(StatusCode::UNAUTHORIZED, &page)
        .map(private)
}
