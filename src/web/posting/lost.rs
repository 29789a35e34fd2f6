//! For whoever lost their private addresses: the page answers alike for every address that is one, and
//! what it leads to goes by mail to that address alone.

use crate::domain::Problem;
use crate::domain::web_url::EmailAddress;
use crate::i18n::Words;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "posting/lost.html")]
struct LostPage {
    f: Frame,
    sends_mail: bool,
    is_asked: bool,
    typed: String,
    error: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LostForm {
    email: String,
}

/// `GET /{lang}/lost`
pub async fn show(visit: Visit) -> Result<HttpResponse, WebError> {
    respond(&visit, String::new(), None)
}

/// `POST /{lang}/lost`
pub async fn ask(visit: Visit, body: Body) -> Result<HttpResponse, WebError> {
    visit.count_entry().await?;
    let form: LostForm = read_form(&body)?;
    let address = match EmailAddress::parse(&form.email) {
        Ok(address) => address,
        Err(problem) => {
            let typed = form.email.chars().take(254).collect();
            return respond(&visit, typed, Some(words(visit.reader.words(), &problem)));
        }
    };
    let language = visit.reader.language.tag();
    visit
        .act(move |acts| acts.send_ways_back(&address, &language))
        .await?;
    Ok(see_other(format!("/{}/lost?asked=yes", visit.lang())))
}

fn words(w: Words, problem: &Problem) -> String {
    w.t(&format!("problem-{}", problem.key())).to_string()
}

fn respond(visit: &Visit, typed: String, error: Option<String>) -> Result<HttpResponse, WebError> {
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = LostPage {
        f: visit.frame(Section::Post),
        sends_mail: visit.app.sends_mail,
        is_asked: visit.query_value("asked").is_some(),
        typed,
        error,
    };
    page.f.respond_with(status, &page).map(private)
}
