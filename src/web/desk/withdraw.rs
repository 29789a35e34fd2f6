//! Taking a published meeting off the calendar, with a reason that its poster reads.

use super::queue::back;
use super::review::{Remarks, done, outside_with, render};
use crate::acts::Actor;
use crate::domain::{MeetingId, Reason};
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use crate::web::session;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct WithdrawForm {
    withdraw_reason: String,
}

/// `POST /desk/meetings/{id}/withdraw`
pub async fn withdraw(
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let meeting = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    let Some(person) = session::secretary(&visit).await? else {
        return outside_with(&visit, Some(meeting), &body).await;
    };
    let form: WithdrawForm = read_form(&body)?;
    let reason = match Reason::parse(&form.withdraw_reason) {
        Ok(reason) => reason,
        Err(problem) => {
            let words = visit
                .reader
                .words()
                .t(&format!("desk-reason-{}", problem.key()));
            let remarks = Remarks {
                withdraw_error: Some(words.to_string()),
                withdraw_reason: form.withdraw_reason,
                ..Remarks::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&visit, &person, meeting, (status, remarks)).await;
        }
    };
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| acts.withdraw(&actor, meeting, &reason))
        .await?;
    let next = back(&visit, "done", meeting);
    done(&visit, meeting, next).await
}
