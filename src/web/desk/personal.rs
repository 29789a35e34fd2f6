//! What is kept about one person, by their e-mail address: handed out as a file, and erased on their
//! wish.

use crate::acts::Actor;
use crate::domain::web_url::EmailAddress;
use crate::domain::{Problem, Role};
use crate::i18n::Words;
use crate::store::{Erased, NamedIn};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/personal.html")]
struct PersonalPage {
    f: Frame,
    export: Asked,
    erase: Asked,
    /// What is wrong with the address that was typed again.
    differs: Option<String>,
    done: Option<Done>,
}

/// An address that was typed, and what is wrong with it.
#[derive(Default)]
struct Asked {
    typed: String,
    error: Option<String>,
}

/// What was erased: how many of each, and where the address still stands.
struct Done {
    is_nothing: bool,
    counts: Vec<(String, usize)>,
    still_named: Vec<NamedIn>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PersonalForm {
    email: String,
    again: String,
}

/// `GET /desk/personal`: for administrators.
pub async fn show(visit: Visit, Secretary(person): Secretary) -> Result<HttpResponse, WebError> {
    if person.role != Role::Administrator {
        return Err(WebError::NotFound);
    }
    respond(&visit, StatusCode::OK, |_| {})
}

/// `POST /desk/personal/export`: a JSON file of all that is kept.
pub async fn export(
    visit: Visit,
    Secretary(person): Secretary,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: PersonalForm = read_form(&body)?;
    let address = match EmailAddress::parse(&form.email) {
        Ok(address) => address,
        Err(problem) => {
            let asked = asked(visit.reader.words(), &form.email, &problem);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return respond(&visit, status, |page| page.export = asked);
        }
    };
    let actor = Actor::Reviewer(person);
    let data = visit
        .act(move |acts| acts.export_person(&actor, &address))
        .await?;
    let file = serde_json::to_string_pretty(&data)
        .map_err(|error| WebError::UnreadableForm(error.to_string()))?;
    let response = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"personal-data.json\"",
        ))
        .body(file);
    Ok(private(response))
}

/// `POST /desk/personal/erase`: for good, of the address that was typed twice.
pub async fn erase(
    visit: Visit,
    Secretary(person): Secretary,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: PersonalForm = read_form(&body)?;
    let w = visit.reader.words();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let address = match EmailAddress::parse(&form.email) {
        Ok(address) => address,
        Err(problem) => {
            let asked = asked(w, &form.email, &problem);
            return respond(&visit, status, |page| page.erase = asked);
        }
    };
    let again = EmailAddress::parse(&form.again).ok();
    let is_same = again.is_some_and(|again| {
        let again = again.as_str();
        again.eq_ignore_ascii_case(address.as_str())
    });
    if !is_same {
        return respond(&visit, status, |page| {
            page.erase.typed = address.to_string();
            page.differs = Some(w.t("personal-differs").to_string());
        });
    }
    let actor = Actor::Reviewer(person);
    let (erased, still_named) = visit
        .act(move |acts| acts.erase_person(&actor, &address))
        .await?;
    respond(&visit, StatusCode::OK, |page| {
        page.done = Some(Done {
            is_nothing: erased.is_nothing(),
            counts: counts(w, &erased),
            still_named,
        });
    })
}

fn counts(w: Words, erased: &Erased) -> Vec<(String, usize)> {
    [
        ("personal-count-entries", erased.revisions),
        ("personal-count-forms", erased.drafts),
        ("personal-count-letters", erased.letters),
        ("personal-count-keys", erased.private_addresses),
        ("personal-count-sessions", erased.sessions),
    ]
    .map(|(key, count)| (w.t(key).to_string(), count))
    .to_vec()
}

fn asked(w: Words, typed: &str, problem: &Problem) -> Asked {
    Asked {
        typed: typed.chars().take(254).collect(),
        error: Some(w.t(&format!("problem-{}", problem.key())).to_string()),
    }
}

fn respond(
    visit: &Visit,
    status: StatusCode,
    change: impl FnOnce(&mut PersonalPage),
) -> Result<HttpResponse, WebError> {
    let mut page = PersonalPage {
        f: visit.frame(Section::Desk),
        export: Asked::default(),
        erase: Asked::default(),
        differs: None,
        done: None,
    };
    change(&mut page);
    page.f.respond_with(status, &page).map(private)
}
