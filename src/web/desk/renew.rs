//! Making the private addresses of a meeting void, where one leaked or whoever has it should not.

use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// `POST /desk/meetings/{id}/renew`: a new one is mailed to whoever sent what the meeting says now.
pub async fn renew(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let meeting = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    visit
        .act(move |acts| {
            let actor = Actor::Reviewer(person);
            acts.renew_private_address(&actor, meeting)
        })
        .await?;
    Ok(see_other("/desk/mail"))
}
