//! The desk's own change of an entry, begun by a button. It is filled in step by step and waits for a
//! decision like any other.

use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::web::drafts::{Asked, prefilled};
use crate::web::error::WebError;
use crate::web::request::Body;
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// `POST /desk/meetings/{id}/edit`: of what the button names.
pub async fn begin(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let asked = Asked::read(&body)?;
    let id = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    prefilled(&visit, Actor::Reviewer(person), id, asked).await
}
