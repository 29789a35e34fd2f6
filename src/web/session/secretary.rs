//! Those of the desk.

use super::{SignedIn, signed_in};
use crate::store::Person;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
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
    /// Whether what was typed is kept until somebody is in.
    keeps: bool,
}

/// Somebody of the desk, by their session. A handler that takes one is not reached by anybody else: they
/// get the page that says how to get in.
pub struct Secretary(pub Person);

impl FromRequest for Secretary {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            match secretary(&visit).await? {
                Some(person) => Ok(Self(person)),
                None => Err(InternalError::from_response("outside", outside(&visit)?).into()),
            }
        })
    }
}

/// Who of the desk it is; `None` for anybody else.
pub async fn secretary(visit: &Visit) -> Result<Option<Person>, WebError> {
    let who = signed_in(visit).await?;
    Ok(who.filter(SignedIn::is_at_desk).map(|who| who.person))
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
        keeps,
    };
    page.f
        .respond_with(StatusCode::UNAUTHORIZED, &page)
        .map(private)
}
