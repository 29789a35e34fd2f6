//! Saving what is said of a group or topic; whoever comes second sees what the first wrote.

use super::page::{load, shown};
use super::{DeskForm, Said, Shown, Theirs};
use crate::acts::{Actor, Edited, Editing, ListMeanwhile};
use crate::domain::Slug;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::Value;

/// What a page of an entry sends besides what was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Begun {
    pub(super) version: String,
    begun: String,
}

impl Begun {
    /// The version of the entry that the page was made of; none that there is, if it says none.
    pub(super) fn version(&self) -> i32 {
        self.version.parse().unwrap_or_default()
    }
}

/// `POST /desk/{list}/{slug}`
pub async fn save<F: DeskForm>(
    Secretary(person): Secretary,
    visit: Visit,
    slug: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let page: Begun = read_form(&body)?;
    let mut typed: F = read_form(&body)?;
    typed.cut_texts();
    let editing = Editing {
        version: page.version(),
        begun: serde_json::from_str(&page.begun).unwrap_or_default(),
        typed: typed.clone(),
    };
    let (actor, name) = (Actor::Reviewer(person), slug.clone());
    let edited = visit
        .act(move |acts| acts.edit_entry(&actor, &name, &editing))
        .await?;
    if let Edited::Done(slug) = &edited {
        return Ok(see_other(format!("/desk/{}/{slug}?done=saved", F::FOLDER)));
    }
    let (entry, waiting) = load::<F>(&visit, &slug).await?;
    let f = visit.frame(Section::Desk);
    let stands = shown::<F>(entry, waiting);
    let (shown, status) = match edited {
        Edited::Meanwhile(meanwhile) => {
            (beside_theirs(&f, stands, *meanwhile), StatusCode::CONFLICT)
        }
        Edited::Problems(errors) => {
            let shown = Shown {
                problems: Messages::of(f.w, &errors, |_| None),
                typed,
                begun: page.begun,
                version: page.version.parse().unwrap_or_default(),
                ..stands
            };
            (shown, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Edited::Done(_) => return Err(WebError::NotFound),
    };
    F::render(f, shown, status)
}

/// The page as it stands now, with what was typed put beside what somebody else wrote.
fn beside_theirs<F: DeskForm>(f: &Frame, stands: Shown<F>, with: ListMeanwhile<F>) -> Shown<F> {
    let theirs = serde_json::to_value(&with.theirs).unwrap_or_default();
    let changed = with.changed.into_iter();
    Shown {
        theirs: changed
            .map(|(field, is_contested)| Theirs {
                value: in_words::<F>(f, &field, &theirs[field.as_str()]),
                field: f.w.t(&format!("field-{field}")).to_string(),
                is_contested,
            })
            .collect(),
        said: Some(Said::Not(f.w.t("lists-meanwhile").to_string())),
        typed: with.together,
        begun: serde_json::to_string(&with.theirs).unwrap_or_default(),
        version: with.version,
        ..stands
    }
}

/// A text, or several.
fn in_words<F: DeskForm>(v: &View, field: &str, value: &Value) -> String {
    let one = |value: &Value| F::in_words(v, field, value.as_str().unwrap_or_default());
    match value {
        Value::Array(values) => values.iter().map(one).collect::<Vec<_>>().join("; "),
        value => one(value),
    }
}
