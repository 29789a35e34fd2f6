//! Asking for a code: the answer is the same for every address that is one.

use super::{ASKED_COOKIE, asked_cookie};
use crate::domain::Problem;
use crate::domain::web_url::EmailAddress;
use crate::i18n::Words;
use crate::store::Token;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{local, with_next};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "sign_in/ask.html")]
struct AskPage {
    f: Frame,
    sends_mail: bool,
    typed: String,
    next: String,
    error: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AskForm {
    email: String,
    next: String,
}

/// `GET /{lang}/sign-in`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let form = AskForm {
        email: String::new(),
        next: visit.query_value("next").unwrap_or_default(),
    };
    respond(&visit, &form, None)
}

/// `POST /{lang}/sign-in`
pub async fn ask(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: AskForm = read_form(&body)?;
    if !visit.app.sends_mail {
        return respond(&visit, &form, None);
    }
    let email = match EmailAddress::parse(&form.email) {
        Ok(email) => email,
        Err(problem) => {
            let words = words(visit.reader.words(), &problem);
            return respond(&visit, &form, Some(words));
        }
    };
    let former = cookies::sent(&visit.request, ASKED_COOKIE);
    let former = former.and_then(|cookie| Token::parse(cookie.value()));
    let language = visit.reader.language.tag();
    let asked = visit
        .act(move |acts| acts.ask_for_code(&email, &language, former.as_ref()))
        .await?;
    let code = format!("/{}/sign-in/code", visit.lang());
    let mut response = see_other(with_next(&code, &form.next));
    response
        .add_cookie(&asked_cookie(&visit.app, asked.secret()))
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}

fn words(w: Words, problem: &Problem) -> String {
    w.t(&format!("problem-{}", problem.key())).to_string()
}

fn respond(visit: &Visit, form: &AskForm, error: Option<String>) -> Result<HttpResponse, WebError> {
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = AskPage {
        f: visit.frame(Section::Elsewhere),
        sends_mail: visit.app.sends_mail,
        typed: form.email.chars().take(254).collect(),
        next: local(&form.next).unwrap_or_default().to_owned(),
        error,
    };
    page.f.respond_with(status, &page).map(private)
}
