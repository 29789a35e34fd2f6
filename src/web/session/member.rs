//! Those who are signed in, posters as well as the desk.

use super::{SignedIn, signed_in};
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
            let person = member(&visit).await?;
            Ok(Self(person.ok_or(WebError::NotFound)?))
        })
    }
}

/// Whoever is signed in; `None` for anybody else, and for those of the desk whose second factor is still
/// to be given.
pub async fn member(visit: &Visit) -> Result<Option<Person>, WebError> {
    let who = signed_in(visit).await?;
    let is_in = |who: &SignedIn| who.session.kind == SessionKind::Poster || who.is_at_desk();
    Ok(who.filter(is_in).map(|who| who.person))
}
