//! Whose meeting a page is about, and by what right: by the private address of a confirmation, or
//! because whoever is signed in posted it or speaks for its group.

use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::store::Token;
use crate::web::error::WebError;
use crate::web::session::{Member, in_session};
use crate::web::visit::Visit;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::pin::Pin;

/// A meeting that whoever asks may change. A handler that takes one is not reached by anybody else.
pub struct Opened {
    pub actor: Actor,
    pub meeting: MeetingId,
    /// Where its page is, for buttons on it and for the way back.
    pub address: String,
}

impl FromRequest for Opened {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload);
        let member = Member::from_request(request, payload);
        Box::pin(async move {
            let visit = visit.await?;
            let part = |name| visit.request.match_info().get(name).map(str::to_owned);
            Ok(match (part("key"), part("id")) {
                (Some(key), _) => Self::by_key(&visit, &key).await?,
                (None, Some(id)) => Self::by_member(&visit, member.await?, &id).await?,
                (None, None) => return Err(WebError::NotFound.into()),
            })
        })
    }
}

impl Opened {
    async fn by_key(visit: &Visit, key: &str) -> Result<Self, WebError> {
        let hash = Token::parse(key).ok_or(WebError::NotFound)?.hash();
        let found = hash.clone();
        let meeting = visit
            .blocking(move |app| app.store.meeting_of_edit_key(&found))
            .await?;
        Ok(Self {
            meeting: meeting.ok_or(WebError::NotFound)?,
            actor: match in_session(visit).await? {
                Some(who) => Actor::Member(who.person, Some(hash)),
                None => Actor::Poster(hash),
            },
            address: format!("/{}/edit/{key}", visit.lang()),
        })
    }

    async fn by_member(visit: &Visit, who: Member, id: &str) -> Result<Self, WebError> {
        let meeting = MeetingId::parse(id).ok_or(WebError::NotFound)?;
        let person = who.0.clone();
        let is_theirs = visit
            .blocking(move |app| app.acts.may_see(&person, meeting))
            .await?;
        match is_theirs {
            true => Ok(Self {
                actor: Actor::Member(who.0, None),
                meeting,
                address: format!("/{}/mine/{meeting}", visit.lang()),
            }),
            false => Err(WebError::NotFound),
        }
    }
}
