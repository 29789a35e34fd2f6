//! Who is signed in: the session's cookie, those whom handlers ask for by taking them, and where those
//! are led who are not in.

mod agent;
mod member;
mod next;
mod secretary;

pub use agent::agent;
pub use member::{Member, Owner, in_session};
pub use next::{local, with_next};
pub use secretary::{Secretary, outside, outside_keeping, secretary};

use crate::domain::SessionKind;
use crate::store::{SignedIn, Token};
use crate::web::app::App;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::visit::Visit;
use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;

/// The cookie that holds the session's secret.
pub const SESSION_COOKIE: &str = "session";

/// The session's secret, if the browser sent one.
pub fn token(request: &HttpRequest) -> Option<Token> {
    Token::parse(cookies::sent(request, SESSION_COOKIE)?.value())
}

/// The cookie of a session. That of the desk is gone with the browser.
pub fn cookie(app: &App, session: &Token, kind: SessionKind) -> Cookie<'static> {
    let value = session.secret().to_owned();
    let cookie = cookies::build(SESSION_COOKIE, value, app.base_url.is_https());
    match kind {
        SessionKind::Desk => cookie.finish(),
        SessionKind::Poster => cookie
            .max_age(Duration::seconds(kind.longest().num_seconds()))
            .finish(),
    }
}

/// The cookie that ends a session.
pub fn no_cookie(app: &App) -> Cookie<'static> {
    let https = app.base_url.is_https();
    let mut cookie = cookies::build(SESSION_COOKIE, String::new(), https).finish();
    cookie.make_removal();
    cookie
}

/// Whoever is signed in, whether or not the second factor was given; notes that the session is used.
pub async fn signed_in(visit: &Visit) -> Result<Option<SignedIn>, WebError> {
    let Some(token) = token(&visit.request) else {
        return Ok(None);
    };
    visit.act(move |acts| acts.signed_in(&token.hash())).await
}
