//! What coordinators published at once, for somebody of the desk to look at afterwards: it stays, or what
//! was public before comes back.

use crate::acts::{Actor, Looked};
use crate::domain::{Reason, RevisionId};
use crate::i18n::times::stamp;
use crate::store::AtOnce;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::names::{called, group_name};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

/// The most that a page lists; what is older comes first, so the rest follows.
const LISTED: i64 = 50;

struct Row {
    revision: String,
    meeting: String,
    reference: String,
    title: String,
    group: String,
    sender: String,
    cause: String,
    published: String,
    is_new: bool,
}

/// What was typed for one of them, and what is wrong with it.
#[derive(Default)]
struct Typed {
    revision: String,
    reason: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/at_once.html")]
struct AtOncePage {
    f: Frame,
    rows: Vec<Row>,
    typed: Typed,
    /// What came of the last one.
    notice: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RevertForm {
    reason: String,
}

/// `GET /desk/at-once`
pub async fn list(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let said = visit.query_value("looked");
    let outcome =
        said.filter(|said| ["kept", "reverted", "already", "overtaken"].contains(&said.as_str()));
    let words = visit.reader.words();
    let notice = outcome.map(|outcome| words.t(&format!("at-once-looked-{outcome}")).to_string());
    respond(&visit, StatusCode::OK, Typed::default(), notice).await
}

/// `POST /desk/revisions/{id}/keep`
pub async fn keep(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let revision = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let actor = Actor::Reviewer(person);
    let looked = visit.act(move |acts| acts.keep(&actor, revision)).await?;
    Ok(back(looked))
}

/// `POST /desk/revisions/{id}/revert`
pub async fn revert(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let revision = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let form: RevertForm = read_form(&body)?;
    let reason = match Reason::parse(&form.reason) {
        Ok(reason) => reason,
        Err(problem) => {
            let words = visit.reader.words();
            let error = words.t(&format!("desk-reason-{}", problem.key()));
            let typed = Typed {
                revision: revision.to_string(),
                reason: form.reason,
                error: Some(error.to_string()),
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return respond(&visit, status, typed, None).await;
        }
    };
    let actor = Actor::Reviewer(person);
    let looked = visit
        .act(move |acts| acts.revert(&actor, revision, &reason))
        .await?;
    Ok(back(looked))
}

fn back(looked: Looked) -> HttpResponse {
    see_other(match looked {
        Looked::Kept => "/desk/at-once?looked=kept",
        Looked::Reverted => "/desk/at-once?looked=reverted",
        Looked::Already => "/desk/at-once?looked=already",
        Looked::Overtaken => "/desk/at-once?looked=overtaken",
    })
}

async fn respond(
    visit: &Visit,
    status: StatusCode,
    typed: Typed,
    notice: Option<String>,
) -> Result<HttpResponse, WebError> {
    let unseen = visit.blocking(|app| app.store.unseen(LISTED)).await?;
    let f = visit.frame(Section::Desk);
    let page = AtOncePage {
        rows: unseen.into_iter().map(|one| Row::of(&f, one)).collect(),
        typed,
        notice,
        f,
    };
    page.f.respond_with(status, &page).map(private)
}

impl Row {
    fn of(v: &View, one: AtOnce) -> Self {
        Self {
            revision: one.revision.to_string(),
            meeting: one.meeting.to_string(),
            reference: one.reference.to_string(),
            title: one.title,
            group: called(v, &one.group, group_name),
            sender: one.sender,
            cause: v
                .w
                .t(&format!("at-once-cause-{}", one.cause.as_str()))
                .to_string(),
            published: stamp(v.w, one.published),
            is_new: one.former.is_none(),
        }
    }
}
