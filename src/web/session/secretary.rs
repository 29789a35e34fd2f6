//! Those of the desk.

use super::next::{wanted, with_next};
use super::signed_in;
use crate::store::{Person, SignedIn};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::visit::Visit;
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use std::pin::Pin;

#[derive(Template)]
#[template(path = "desk/outside.html")]
struct OutsidePage {
    f: Frame,
    sends_mail: bool,
    sign_in: String,
    /// Whether what was typed is kept until somebody is in.
    keeps: bool,
}

/// Somebody of the desk, by their session, with their second factor given. A handler that takes one is not
/// reached by anybody else: they get the page that says how to get in, or that which asks for the factor.
pub struct Secretary(pub Person);

impl FromRequest for Secretary {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let who = signed_in(&visit).await?.filter(SignedIn::is_of_desk);
            let turned_away = match who {
                Some(who) if is_in(&visit, &who) => return Ok(Self(who.person)),
                Some(_) if request.method().is_safe() => {
                    see_other(with_next("/desk/factor", &wanted(&visit)))
                }
                _ => outside(&visit)?,
            };
            Err(InternalError::from_response("outside", turned_away).into())
        })
    }
}

/// Who of the desk it is; `None` for anybody else.
pub async fn secretary(visit: &Visit) -> Result<Option<Person>, WebError> {
    let who = signed_in(visit).await?;
    let who = who.filter(|who| who.is_of_desk() && is_in(visit, who));
    Ok(who.map(|who| who.person))
}

/// Whether nothing more is asked of them.
pub(super) fn is_in(visit: &Visit, who: &SignedIn) -> bool {
    !visit.app.acts.waits_for_factor(&who.session)
}

/// The page that says how to get in.
pub fn outside(visit: &Visit) -> Result<HttpResponse, WebError> {
    outside_page(visit, false)
}

/// The same for somebody whose words are kept until they are in.
pub fn outside_keeping(visit: &Visit) -> Result<HttpResponse, WebError> {
    outside_page(visit, true)
}

fn outside_page(visit: &Visit, keeps: bool) -> Result<HttpResponse, WebError> {
    let page = OutsidePage {
        f: visit.frame(Section::Desk),
        sends_mail: visit.app.sends_mail,
        sign_in: with_next(&format!("/{}/sign-in", visit.lang()), &wanted(visit)),
        keeps,
    };
    page.f
        .respond_with(StatusCode::UNAUTHORIZED, &page)
        .map(private)
}
