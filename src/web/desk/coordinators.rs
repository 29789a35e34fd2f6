//! Who speaks for a group, and whether it is trusted.

use crate::acts::Actor;
use crate::domain::web_url::EmailAddress;
use crate::domain::{PersonId, Slug};
use crate::i18n::times::stamp;
use crate::store::{Coordinator, StoreError, Trust};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::names::{called, group_name};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

struct Row {
    person: String,
    name: String,
    email: String,
    since: String,
}

#[derive(Template)]
#[template(path = "desk/coordinators.html")]
struct CoordinatorsPage {
    f: Frame,
    slug: String,
    group: String,
    rows: Vec<Row>,
    /// Since when it is trusted.
    trusted: Option<String>,
    reverts: u32,
    /// The address that was typed, and what is wrong with it.
    typed: String,
    error: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    email: String,
    person: String,
    trusted: String,
}

/// `GET /desk/groups/{slug}/people`
pub async fn show(
    visit: Visit,
    _: Secretary,
    slug: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    respond(&visit, &slug, StatusCode::OK, (String::new(), None)).await
}

/// `POST /desk/groups/{slug}/people`: one more, by address.
pub async fn add(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let group = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let form: Form = read_form(&body)?;
    let email = match EmailAddress::parse(&form.email) {
        Ok(email) => email,
        Err(problem) => {
            let words = visit.reader.words();
            let error = words.t(&format!("problem-{}", problem.key())).to_string();
            let typed = form.email.chars().take(254).collect();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return respond(&visit, &slug, status, (typed, Some(error))).await;
        }
    };
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| acts.add_coordinator(&actor, &group, &email))
        .await?;
    Ok(back(&slug))
}

/// `POST /desk/groups/{slug}/people/remove`
pub async fn remove(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let group = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let form: Form = read_form(&body)?;
    let coordinator = PersonId::parse(&form.person).ok_or(WebError::NotFound)?;
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| acts.remove_coordinator(&actor, &group, coordinator))
        .await?;
    Ok(back(&slug))
}

/// `POST /desk/groups/{slug}/trust`
pub async fn trust(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let group = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let form: Form = read_form(&body)?;
    let is_trusted = match form.trusted.as_str() {
        "yes" => true,
        "no" => false,
        other => {
            return Err(WebError::UnreadableForm(format!(
                "no such button: {other:?}"
            )));
        }
    };
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| acts.trust(&actor, &group, is_trusted))
        .await?;
    Ok(back(&slug))
}

fn back(slug: &str) -> HttpResponse {
    see_other(format!("/desk/groups/{slug}/people"))
}

async fn respond(
    visit: &Visit,
    slug: &str,
    status: StatusCode,
    (typed, error): (String, Option<String>),
) -> Result<HttpResponse, WebError> {
    let group = Slug::parse(slug).map_err(|_| WebError::NotFound)?;
    let f = visit.frame(Section::Desk);
    let group = f.snapshot.group(&group).ok_or(WebError::NotFound)?;
    let group = group.slug.clone();
    let slug = group.to_string();
    let (coordinators, trust) = visit
        .blocking(move |app| {
            Ok::<(Vec<Coordinator>, Option<Trust>), StoreError>((
                app.store.coordinators(&group)?,
                app.store.trust(&group)?,
            ))
        })
        .await?;
    let page = CoordinatorsPage {
        group: called(&f, &slug, group_name),
        slug,
        rows: coordinators
            .into_iter()
            .map(|one| Row {
                person: one.person.to_string(),
                name: one.name,
                email: one.email.unwrap_or_default(),
                since: stamp(f.w, one.since),
            })
            .collect(),
        trusted: trust.map(|trust| stamp(f.w, trust.since)),
        reverts: trust.map_or(0, |trust| trust.reverts),
        typed,
        error,
        f,
    };
    page.f.respond_with(status, &page).map(private)
}
