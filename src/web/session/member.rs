//! Those who are signed in, posters as well as the desk.

use super::next::{wanted, with_next};
use super::secretary::{is_in, outside};
use super::signed_in;
use crate::domain::SessionKind;
use crate::store::SignedIn;
use crate::web::frame::see_other;
use crate::web::visit::Visit;
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::{FromRequest, HttpRequest};
use std::pin::Pin;

/// Somebody who is signed in, with the second factor if they are of the desk. A handler that takes one is
/// not reached by anybody else: they are led to the page where one signs in, and back.
pub struct Member(pub SignedIn);

impl FromRequest for Member {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let who = signed_in(&visit).await?;
            let who = who.filter(|who| who.session.kind == SessionKind::Poster || who.is_of_desk());
            let turned_away = match who {
                Some(who) if is_in(&visit, &who) => return Ok(Self(who)),
                _ if !request.method().is_safe() => outside(&visit)?,
                Some(_) => see_other(with_next("/desk/factor", &wanted(&visit))),
                None => {
                    let page = format!("/{}/sign-in", visit.lang());
                    see_other(with_next(&page, &wanted(&visit)))
                }
            };
            Err(InternalError::from_response("outside", turned_away).into())
        })
    }
}
