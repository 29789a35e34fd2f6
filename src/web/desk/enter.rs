//! The way in: looking at a one-time address uses nothing up, because mail scanners look too; the
//! button does.

use super::session::{cookie, token};
use crate::domain::text::Line;
use crate::store::Token;
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, private, see_other};
use crate::web::request::{Body, Reader, read_form};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
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
pub async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    secret: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let hash = Token::parse(&secret).ok_or(WebError::NotFound)?.hash();
    let now = app.clock.now();
    let open = blocking(&app, move |app| app.store.is_invitation_open(&hash, now)).await?;
    let page = EnterPage {
        f: Frame::new(&app, &reader, &request, "desk"),
        open,
        action: request.path().to_owned(),
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
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    secret: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let hash = Token::parse(&secret).ok_or(WebError::NotFound)?.hash();
    let form: EnterForm = read_form(&body)?;
    let mut page = EnterPage {
        f: Frame::new(&app, &reader, &request, "desk"),
        open: true,
        action: request.path().to_owned(),
        name: form.name.chars().take(200).collect(),
        name_is_missing: true,
    };
    let Ok(name) = Line::parse(&form.name) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page.f.respond_with(status, &page).map(private);
    };
    let session = blocking(&app, move |app| app.acts.enter(&hash, &name)).await?;
    match session {
        Some(session) => {
            let mut response = see_other("/desk");
            response
                .add_cookie(&cookie(&app, Some(&session)))
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
pub async fn leave(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, WebError> {
    if let Some(token) = token(&request) {
        blocking(&app, move |app| app.acts.leave(&token.hash())).await?;
    }
    let mut response = see_other("/");
    response
        .add_cookie(&cookie(&app, None))
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}
