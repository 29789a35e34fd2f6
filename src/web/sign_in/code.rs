//! Typing the code, and leaving again.

use super::{ASKED_COOKIE, asked_cookie};
use crate::acts::SigningIn;
use crate::domain::SessionKind;
use crate::store::Token;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::{agent, cookie, local, no_cookie, token, with_next};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct CodePage {
    f: Frame,
    next: String,
    /// Where a new code is asked for.
    again: String,
    is_wrong: bool,
    is_over: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CodeForm {
    code: String,
    next: String,
}

/// `GET /{lang}/sign-in/code`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    let next = visit.query_value("next").unwrap_or_default();
    let is_over = asked(&visit).is_none();
    respond(&visit, &next, (false, is_over))
}

/// `POST /{lang}/sign-in/code`
pub async fn enter(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: CodeForm = read_form(&body)?;
    let Some(browser) = asked(&visit) else {
        return respond(&visit, &form.next, (false, true));
    };
    let (former, agent) = (token(&visit.request), agent(&visit.request));
    let code = form.code;
    let outcome = visit
        .act(move |acts| acts.sign_in(&browser, &code, (former.as_ref(), &agent)))
        .await?;
    match outcome {
        SigningIn::In { session, kind } => let_in(&visit, &session, kind, &form.next),
        SigningIn::Wrong => respond(&visit, &form.next, (true, false)),
        SigningIn::Over => respond(&visit, &form.next, (false, true)),
    }
}

/// `POST /{lang}/sign-out`
pub async fn leave(visit: Visit) -> Result<HttpResponse, WebError> {
    if let Some(token) = token(&visit.request) {
        visit.act(move |acts| acts.leave(&token.hash())).await?;
    }
    let mut response = see_other(format!("/{}/", visit.lang()));
    response
        .add_cookie(&no_cookie(&visit.app))
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    Ok(response)
}

fn asked(visit: &Visit) -> Option<Token> {
    Token::parse(cookies::sent(&visit.request, ASKED_COOKIE)?.value())
}

/// On to where they were going; at the desk by way of the second factor.
fn let_in(
    visit: &Visit,
    session: &Token,
    kind: SessionKind,
    next: &str,
) -> Result<HttpResponse, WebError> {
    let target = match (kind, local(next)) {
        (SessionKind::Desk, next) => with_next("/desk/factor", next.unwrap_or("/desk")),
        (SessionKind::Poster, Some(next)) => next.to_owned(),
        (SessionKind::Poster, None) => format!("/{}/mine", visit.lang()),
    };
    let mut response = see_other(target);
    let mut spent = asked_cookie(&visit.app, "");
    spent.make_removal();
    for cookie in [cookie(&visit.app, session, kind), spent] {
        response
            .add_cookie(&cookie)
            .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    }
    Ok(response)
}

fn respond(
    visit: &Visit,
    next: &str,
    (is_wrong, is_over): (bool, bool),
) -> Result<HttpResponse, WebError> {
    let status = match visit.request.method().is_safe() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = CodePage {
        f: visit.frame(Section::Elsewhere),
        next: local(next).unwrap_or_default().to_owned(),
        again: with_next(&format!("/{}/sign-in", visit.lang()), next),
        is_wrong,
        is_over,
    };
    page.f.respond_with(status, &page).map(private)
}
