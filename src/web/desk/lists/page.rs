//! The page of a group or topic at the desk: read from the database, so that what was just written is
//! there, whichever instance wrote it.

use super::fates::FatesShown;
use super::{DeskForm, Said, Shown};
use crate::domain::fields::RenameFields;
use crate::domain::{How, Listed, Slug};
use crate::store::{Entry, InList, List, QueueEntry, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::form::Messages;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

/// A former name, and what it leads to.
#[derive(Template)]
#[template(path = "desk/lists/signpost.html")]
struct SignpostPage {
    f: Frame,
    folder: &'static str,
    slug: String,
    name: String,
    /// Slug and name of what it leads to.
    to: (String, String),
    since: String,
    said: Option<Said>,
}

/// `GET /desk/{list}/{slug}`
pub async fn show<F: DeskForm>(
    _: Secretary,
    visit: Visit,
    slug: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let slug = Slug::parse(&slug).map_err(|_| WebError::NotFound)?;
    let (entry, waiting) = load::<F>(&visit, &slug).await?;
    let onward = entry.entry.listing().onward.clone();
    let f = visit.frame(Section::Desk);
    let said = visit
        .query_value("done")
        .and_then(|done| done_words(&f, &done));
    match onward {
        None => F::render(
            f,
            Shown {
                said: said.map(Said::Done),
                ..shown(entry, waiting)
            },
            StatusCode::OK,
        ),
        Some(onward) if onward.how == How::Renamed => {
            Ok(see_other(format!("/desk/{}/{}", F::FOLDER, onward.to)))
        }
        Some(onward) => {
            let page = SignpostPage {
                folder: F::FOLDER,
                slug: slug.to_string(),
                name: F::called(&f, &entry.entry),
                to: (onward.to.to_string(), name_of::<F>(&f, &onward.to)),
                since: f.w.date_long(onward.since),
                said: said.map(Said::Done),
                f,
            };
            page.f.respond(&page).map(private)
        }
    }
}

/// The page of an entry with nothing typed on it.
pub(super) fn shown<F: DeskForm>(entry: Entry<F::Entry>, waiting: Vec<QueueEntry>) -> Shown<F> {
    let typed = F::fill(&entry.entry);
    let group = entry.entry.as_group();
    Shown {
        begun: serde_json::to_string(&typed).unwrap_or_default(),
        typed,
        problems: Messages::none(),
        rename: RenameFields {
            new_slug: entry.entry.slug().to_string(),
            new_name: group
                .map(|group| group.name.to_string())
                .unwrap_or_default(),
            new_acronym: group
                .and_then(|group| group.acronym.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
        },
        version: entry.version,
        entry: entry.entry,
        said: None,
        theirs: Vec::new(),
        waiting,
        fates: FatesShown::default(),
    }
}

/// An entry by a name, signposts as well, and what waits at the desk.
pub(super) async fn load<F: DeskForm>(
    visit: &Visit,
    slug: &Slug,
) -> Result<(Entry<F::Entry>, Vec<QueueEntry>), WebError> {
    let slug = slug.clone();
    let (entry, waiting) = visit.blocking(move |app| read::<F>(app, &slug)).await?;
    Ok((entry.ok_or(WebError::NotFound)?, waiting))
}

type Read<T> = (Option<Entry<T>>, Vec<QueueEntry>);

fn read<F: DeskForm>(app: &App, slug: &Slug) -> Result<Read<F::Entry>, StoreError> {
    let waiting = match F::Entry::LIST {
        List::Groups => app.store.queue()?,
        List::Topics => Vec::new(),
    };
    Ok((app.store.entry(slug)?, waiting))
}

/// What an entry of the list is called now that goes by a name, or went by it.
fn name_of<F: DeskForm>(v: &View, slug: &Slug) -> String {
    let name = match F::Entry::LIST {
        List::Groups => v.snapshot.group(slug).map(|group| group.name.to_string()),
        List::Topics => v
            .snapshot
            .topic(slug)
            .map(|topic| topic.name(v.w.code()).to_owned()),
    };
    name.unwrap_or_else(|| slug.to_string())
}

/// What was done, as the address says that leads here from it.
fn done_words(v: &View, done: &str) -> Option<String> {
    let w = v.w;
    let words = match done {
        "created" => w.t("lists-done-created"),
        "saved" => w.t("lists-done-saved"),
        "renamed" => w.t("lists-done-renamed"),
        "merged" => w.t("lists-done-merged"),
        "separated" => w.t("lists-done-separated"),
        "closed" => w.t("lists-done-closed"),
        "reopened" => w.t("lists-done-reopened"),
        "meetings" => w.t("lists-done-meetings"),
        _ => return None,
    };
    Some(words.to_string())
}
