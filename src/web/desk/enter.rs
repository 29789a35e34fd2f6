//! The way in: looking at a one-time address uses nothing up, because mail scanners look too; the
//! button does.

use super::review::way_on;
use crate::acts::ActError;
use crate::domain::SessionKind;
use crate::domain::text::Line;
use crate::store::Token;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{agent, cookie, no_cookie, token};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/enter.html")]
struct EnterPage {
    f: Frame,
    open: bool,
    action: String,
    name: String,
    name_is_missing: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EnterForm {
    name: String,
}

/// `GET /desk/enter/{token}`
pub async fn show(visit: Visit, secret: web::Path<String>) -> Result<HttpResponse, WebError> {
    let hash = Token::parse(&secret).ok_or(WebError::NotFound)?.hash();
    visit.count_entry().await?;
    let now = visit.now();
    let open = visit
        .blocking(move |app| app.store.is_invitation_open(&hash, now))
        .await?;
    let page = EnterPage {
        f: visit.frame(Section::Desk),
        open,
        action: visit.request.path().to_owned(),
        name: String::new(),
        name_is_missing: false,
    };
    let status = if open {
        StatusCode::OK
    } else {
        StatusCode::GONE
    };
    page.f.respond_with(status, &page).map(private)
}

/// `POST /desk/enter/{token}`
pub async fn enter(
    visit: Visit,
    secret: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let hash = Token::parse(&secret).ok_or(WebError::NotFound)?.hash();
    let form: EnterForm = read_form(&body)?;
    let mut page = EnterPage {
        f: visit.frame(Section::Desk),
        open: true,
        action: visit.request.path().to_owned(),
        name: form.name.chars().take(200).collect(),
        name_is_missing: true,
    };
    let Ok(name) = Line::parse(&form.name) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page.f.respond_with(status, &page).map(private);
    };
    visit.count_entry().await?;
    // Whoever was in before, on a shared machine perhaps, is out.
    let former = token(&visit.request);
    let agent = agent(&visit.request);
    let session = visit
        .act(move |acts| {
            let session = acts.enter(&hash, &name, &agent)?;
            if let (Some(_), Some(former)) = (&session, former) {
                acts.leave(&former.hash())?;
            }
            Ok::<_, ActError>(session)
        })
        .await?;
    match session {
        Some(session) => {
            let mut response = see_other(way_on(&visit.request));
            response
                .add_cookie(&cookie(&visit.app, &session, SessionKind::Desk))
                .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
            Ok(response)
        }
        None => {
            page.open = false;
            page.f.respond_with(StatusCode::GONE, &page).map(private)
        }
    }
}

/// `POST /desk/leave`
pub async fn leave(visit: Visit) -> Result<HttpResponse, WebError> {
    if let Some(token) = token(&visit.request) {
        visit.act(move |acts| acts.leave(&token.hash())).await?;
    }
    let mut response = see_other("/");
    response
        .add_cookie(&no_cookie(&visit.app))
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}
