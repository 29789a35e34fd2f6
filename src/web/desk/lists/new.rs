//! Adding a group or a topic.

use super::DeskForm;
use crate::acts::{Actor, Edited};
use crate::web::error::WebError;
use crate::web::frame::{Section, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// `GET /desk/{list}/new`
pub async fn show<F: DeskForm>(_: Secretary, visit: Visit) -> Result<HttpResponse, WebError> {
    let f = visit.frame(Section::Desk);
    F::render_new(f, F::default(), Messages::none(), StatusCode::OK)
}

/// `POST /desk/{list}/new`
pub async fn create<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let mut typed: F = read_form(&body)?;
    typed.cut_texts();
    let sent = typed.clone();
    let actor = Actor::Reviewer(person);
    let created = visit
        .act(move |acts| acts.create_entry(&actor, &sent))
        .await?;
    match created {
        Edited::Done(slug) => Ok(see_other(format!(
            "/desk/{}/{slug}?done=created",
            F::FOLDER
        ))),
        Edited::Problems(errors) => {
            let f = visit.frame(Section::Desk);
            let problems = Messages::of(f.w, &errors, |_| None);
            F::render_new(f, typed, problems, StatusCode::UNPROCESSABLE_ENTITY)
        }
        // Nobody else can have changed what was not there.
        Edited::Meanwhile(_) => Err(WebError::NotFound),
    }
}
