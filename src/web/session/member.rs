//! Those who are signed in, posters as well as the desk.

use super::signed_in;
use crate::domain::SessionKind;
use crate::store::Person;
use crate::web::error::WebError;
use crate::web::visit::Visit;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::pin::Pin;

/// Somebody who is signed in. A handler that takes one is not reached by anybody else.
pub struct Member(pub Person);

impl FromRequest for Member {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            match signed_in(&visit).await? {
                Some(who) if who.session.kind == SessionKind::Poster || who.is_at_desk() => {
                    Ok(Self(who.person))
                }
                _ => Err(WebError::NotFound.into()),
            }
        })
    }
}
