//! Those who are signed in, posters as well as the desk.

use super::next::{wanted, with_next};
use super::secretary::{is_in, outside};
use super::signed_in;
use crate::domain::SessionKind;
use crate::store::{Person, SignedIn};
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::visit::Visit;
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::{FromRequest, HttpRequest};
use std::pin::Pin;

type Asked<T> = Pin<Box<dyn Future<Output = Result<T, actix_web::Error>>>>;

/// Somebody who is signed in, with the second factor if they are of the desk. A handler that takes one is
/// not reached by anybody else: they are led to the page where one signs in, and back.
pub struct Member(pub Person);

/// The same with the session in which they ask, for what they have of their own.
pub struct Owner(pub SignedIn);

impl FromRequest for Member {
    type Error = actix_web::Error;
    type Future = Asked<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(admitted(&request).await?.person)) })
    }
}

impl FromRequest for Owner {
    type Error = actix_web::Error;
    type Future = Asked<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(admitted(&request).await?)) })
    }
}

/// Whoever is signed in; `None` for anybody else, and for those of the desk whose second factor is still
/// to be given.
pub async fn in_session(visit: &Visit) -> Result<Option<SignedIn>, WebError> {
    let who = signed_in(visit).await?;
    Ok(who.filter(|who| is_member(who) && is_in(visit, who)))
}

async fn admitted(request: &HttpRequest) -> Result<SignedIn, actix_web::Error> {
    let visit = Visit::extract(request).await?;
    let turned_away = match signed_in(&visit).await?.filter(is_member) {
        Some(who) if is_in(&visit, &who) => return Ok(who),
        _ if !request.method().is_safe() => outside(&visit)?,
        Some(_) => see_other(with_next("/desk/factor", &wanted(&visit))),
        None => {
            let page = format!("/{}/sign-in", visit.lang());
            see_other(with_next(&page, &wanted(&visit)))
        }
    };
    Err(InternalError::from_response("outside", turned_away).into())
}

/// A session of the desk is none any more once its owner is not of the desk.
fn is_member(who: &SignedIn) -> bool {
    who.session.kind == SessionKind::Poster || who.is_of_desk()
}
