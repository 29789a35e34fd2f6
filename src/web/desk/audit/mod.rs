//! The audit log at the desk: read and filtered, a page at a time, and taken away as CSV or JSON.

mod asked;
mod export;
mod words;

pub use export::{csv, json};

use self::asked::Asked;
use self::words::{Line, act_words};
use crate::domain::DeedId;
use crate::store::{AuditLine, By, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;

/// How many lines a page shows.
const PAGE: usize = 50;

/// One of several things that can be chosen.
struct Choice {
    value: String,
    words: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    f: Frame,
    asked: Asked,
    who: Vec<Choice>,
    acts: Vec<Choice>,
    lines: Vec<Line>,
    /// The query of what is asked for, for the exports.
    query: String,
    /// The query of the lines before these.
    older: Option<String>,
}

/// `GET /desk/audit`
pub async fn list(visit: Visit, _: Secretary) -> Result<HttpResponse, WebError> {
    let asked = Asked::of(&visit.request);
    let found = {
        let asked = asked.clone();
        visit.blocking(move |app| Found::of(app, &asked)).await?
    };
    let f = visit.frame(Section::Desk);
    let who = |value: String, words: String| Choice {
        is_chosen: asked.who == value,
        value,
        words,
    };
    let programs = By::NAMES.into_iter().filter(|name| *name != "person");
    let page = AuditPage {
        who: found
            .people
            .into_iter()
            .map(|(person, name)| who(person, name))
            .chain(programs.map(|name| {
                let words = f.w.t(&format!("audit-by-{name}"));
                who(name.to_owned(), words.to_string())
            }))
            .collect(),
        acts: found
            .acts
            .into_iter()
            .map(|act| Choice {
                words: act_words(f.w, &act),
                is_chosen: asked.act == act,
                value: act,
            })
            .collect(),
        older: found
            .more
            .then(|| found.lines.last().map(|line| asked.before(line.id)))
            .flatten(),
        lines: found.lines.iter().map(|line| Line::of(f.w, line)).collect(),
        query: asked.query(),
        asked,
        f,
    };
    page.f.respond(&page).map(private)
}

/// A page of the log, and what can be asked for.
struct Found {
    lines: Vec<AuditLine>,
    more: bool,
    people: Vec<(String, String)>,
    acts: Vec<String>,
}

impl Found {
    fn of(app: &App, asked: &Asked) -> Result<Self, StoreError> {
        let before = asked.older_than.as_deref().and_then(DeedId::parse);
        let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        let mut lines = app.store.audit_lines(&asked.filter(), before, most)?;
        let more = lines.len() > PAGE;
        lines.truncate(PAGE);
        let people = app.store.audited_people()?.into_iter();
        Ok(Self {
            lines,
            more,
            people: people
                .map(|(person, name)| (person.to_string(), name))
                .collect(),
            acts: app.store.audited_acts()?,
        })
    }
}
