//! Renaming, putting together, closing and opening again, each by a form of its own.

use super::page::{load, shown};
use super::save::Begun;
use super::{DeskForm, Said, Shown, fates};
use crate::acts::{Actor, Moved};
use crate::domain::fields::RenameFields;
use crate::domain::{FieldError, Slug};
use crate::i18n::Words;
use crate::store::{InList, List, Person};
use crate::web::error::WebError;
use crate::web::frame::{Section, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct IntoForm {
    into: String,
}

/// `POST /desk/{list}/{slug}/rename`
pub async fn rename<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let page: Begun = read_form(&body)?;
    let mut typed: RenameFields = read_form(&body)?;
    typed.cut_texts();
    let (actor, name, names) = (Actor::Reviewer(person), slug.clone(), typed.clone());
    let moved = visit
        .act(move |acts| acts.rename_entry::<F::Entry>(&actor, &name, page.version(), &names))
        .await?;
    let put = move |shown: &mut Shown<F>| shown.rename = typed;
    answer::<F>(&visit, (&slug, "renamed"), moved, put).await
}

/// `POST /desk/{list}/{slug}/merge`
pub async fn merge<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let page: Begun = read_form(&body)?;
    let form: IntoForm = read_form(&body)?;
    let known = visit.snapshot();
    let into = Slug::parse(&form.into)
        .ok()
        .filter(|into| match F::Entry::LIST {
            List::Groups => known.group(into).is_some_and(|group| group.slug != slug),
            List::Topics => known.topic(into).is_some_and(|topic| topic.slug != slug),
        });
    let Some(into) = into else {
        let missing = |w: Words| vec![("into".to_owned(), w.t("lists-merge-missing").to_string())];
        return refuse::<F>(&visit, &slug, missing).await;
    };
    let (actor, name) = (Actor::Reviewer(person), slug.clone());
    let moved = visit
        .act(move |acts| acts.merge_entry::<F::Entry>(&actor, &name, page.version(), &into))
        .await?;
    answer::<F>(&visit, (&slug, "merged"), moved, |_| {}).await
}

/// `POST /desk/{list}/{slug}/separate`
pub async fn separate<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let (actor, name) = (Actor::Reviewer(person), slug.clone());
    let moved = visit
        .act(move |acts| acts.separate_entry::<F::Entry>(&actor, &name))
        .await?;
    answer::<F>(&visit, (&slug, "separated"), moved, |_| {}).await
}

/// `POST /desk/{list}/{slug}/close`, with what is to become of meetings that are still to come.
pub async fn close<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let page: Begun = read_form(&body)?;
    let chosen = fates::read(&body)?;
    let decisions = match chosen.decisions(&visit.snapshot(), &slug) {
        Ok(decisions) => decisions,
        Err(problems) => return fates::ask_again::<F>(&visit, &slug, chosen, problems).await,
    };
    let moved = set_closed::<F>(&visit, person.clone(), &slug, (page.version(), true)).await?;
    if matches!(moved, Moved::Done(_)) {
        fates::carry_out(&visit, &person, decisions).await?;
    }
    let put = move |shown: &mut Shown<F>| shown.fates = chosen;
    answer::<F>(&visit, (&slug, "closed"), moved, put).await
}

/// `POST /desk/{list}/{slug}/reopen`
pub async fn reopen<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let page: Begun = read_form(&body)?;
    let moved = set_closed::<F>(&visit, person, &slug, (page.version(), false)).await?;
    answer::<F>(&visit, (&slug, "reopened"), moved, |_| {}).await
}

async fn set_closed<F: DeskForm>(
    visit: &Visit,
    person: Person,
    slug: &Slug,
    (version, close): (i32, bool),
) -> Result<Moved, WebError> {
    let (actor, slug) = (Actor::Reviewer(person), slug.clone());
    let act = visit.act(move |acts| acts.close_entry::<F::Entry>(&actor, &slug, version, close));
    act.await
}

/// The way on once it stands, else the page with the reason; `put` lays what was typed onto it.
async fn answer<F: DeskForm>(
    visit: &Visit,
    (slug, done): (&Slug, &str),
    moved: Moved,
    put: impl FnOnce(&mut Shown<F>),
) -> Result<HttpResponse, WebError> {
    let (errors, status) = match moved {
        Moved::Done(to) => {
            // What goes on as another is told of on its own page.
            let to = if done == "merged" { slug.clone() } else { to };
            return Ok(see_other(format!("/desk/{}/{to}?done={done}", F::FOLDER)));
        }
        Moved::Problems(errors) => (errors, StatusCode::UNPROCESSABLE_ENTITY),
        Moved::Meanwhile => (Vec::new(), StatusCode::CONFLICT),
    };
    let (entry, waiting) = load::<F>(visit, slug).await?;
    let f = visit.frame(Section::Desk);
    let mut page = shown::<F>(entry, waiting);
    put(&mut page);
    page.said = (status == StatusCode::CONFLICT)
        .then(|| Said::Not(f.w.t("lists-meanwhile-look").to_string()));
    page.problems = messages(f.w, &errors);
    F::render(f, page, status)
}

fn messages(w: Words, errors: &[FieldError]) -> Messages {
    Messages::of(w, errors, |_| None)
}

/// The page with problems of controls that are no fields of an entry.
pub(super) async fn refuse<F: DeskForm>(
    visit: &Visit,
    slug: &Slug,
    problems: impl FnOnce(Words) -> Vec<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (entry, waiting) = load::<F>(visit, slug).await?;
    let f = visit.frame(Section::Desk);
    let page = Shown {
        problems: Messages::said(problems(f.w)),
        ..shown::<F>(entry, waiting)
    };
    F::render(f, page, StatusCode::UNPROCESSABLE_ENTITY)
}
