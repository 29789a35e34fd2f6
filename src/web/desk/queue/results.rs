//! What came of deciding or undoing several at once: a line for each.

use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// What came of one.
pub struct ResultLine {
    /// `None` if there is no such entry.
    pub meeting: Option<String>,
    pub title: String,
    /// What came of it.
    pub words: String,
    /// Whether it is as it was asked for.
    pub is_done: bool,
    /// What it can be undone by.
    pub undo: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/results.html")]
struct ResultsPage {
    f: Frame,
    title: String,
    lines: Vec<ResultLine>,
    /// Until when all that was decided can be undone.
    until: Option<String>,
    /// The page of the queue that it was done on, as a query.
    here: String,
}

/// The page of what came of it. What was not done is told first.
pub fn render(
    visit: &Visit,
    (title, here): (String, String),
    mut lines: Vec<ResultLine>,
    until: Option<String>,
) -> Result<HttpResponse, WebError> {
    lines.sort_by_key(|line| line.is_done);
    let status = match lines.iter().any(|line| line.is_done) {
        true => StatusCode::OK,
        false => StatusCode::CONFLICT,
    };
    let page = ResultsPage {
        f: visit.frame(Section::Desk),
        title,
        lines,
        until,
        here,
    };
    page.f.respond_with(status, &page).map(private)
}
