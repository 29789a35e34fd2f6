//! What was decided, newest first, with who undid it, and the button for that while there is time.

use super::SIZE;
use super::controls::Controls;
use super::filter::QueueFilter;
use super::notice::{Undoable, decision_words};
use super::row::{Besides, Row};
use crate::domain::Verdict;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{DecisionKind, DecisionLine, DecisionsOf, Record};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::reading::paging::Paging;
use crate::web::view::View;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use std::collections::HashMap;

/// The most decisions that a search looks through.
const MOST: i64 = 100_000;

/// A decision as a line.
pub struct DecidedRow {
    pub row: Row,
    /// What was decided, by whom and when.
    pub words: String,
    pub tone: &'static str,
    pub reason: Option<String>,
    /// Who undid it and when.
    pub undone: Option<String>,
    pub undo: Option<Undoable>,
}

#[derive(Template)]
#[template(path = "desk/decided.html")]
struct DecidedPage {
    f: Frame,
    controls: Controls,
    rows: Vec<DecidedRow>,
    paging: Paging,
}

/// A page of what was decided.
pub async fn render(
    visit: &Visit,
    filter: &QueueFilter,
    of: DecisionsOf,
) -> Result<HttpResponse, WebError> {
    // Where nothing is left out, no more is read than is shown, and one to know that there is more.
    let most = match filter.is_narrow() {
        true => MOST,
        false => i64::try_from(filter.page.saturating_mul(SIZE) + 1)
            .unwrap_or(MOST)
            .min(MOST),
    };
    let from = filter.from;
    let (lines, sender) = visit
        .blocking(move |app| {
            let sender = match from {
                Some(from) => app.store.poster_of(from)?,
                None => None,
            };
            Ok::<_, crate::store::StoreError>((app.store.decisions(of, most)?, sender))
        })
        .await?;
    let f = visit.frame(Section::Desk);
    let email = sender.as_ref().map(|(_, email)| email.as_str());
    let shown: Vec<DecisionLine> = lines
        .into_iter()
        .filter(|line| filter.lets_through(&f, &line.entry, email))
        .collect();
    let (on_page, paging) = Paging::cut_by(SIZE, &shown, filter.page);
    let emails: Vec<String> = on_page
        .iter()
        .map(|line| line.entry.email.clone())
        .collect();
    let records = visit
        .blocking(move |app| app.store.records(emails.iter().map(String::as_str)))
        .await?;
    let page = DecidedPage {
        controls: Controls::of(
            &f,
            filter,
            sender.map(|(name, email)| format!("{name} <{email}>")),
        ),
        rows: on_page
            .iter()
            .map(|line| DecidedRow::of(&f, line, &records))
            .collect(),
        paging,
        f,
    };
    page.f.respond(&page).map(private)
}

impl DecidedRow {
    fn of(v: &View, line: &DecisionLine, records: &HashMap<String, Record>) -> Self {
        let w = v.w;
        let verdict = decision_words(w, line.kind);
        let record = records.get(&line.entry.email.to_ascii_lowercase());
        let words = match &line.by {
            Some(by) => w.t3(
                "desk-revision-decided",
                "verdict",
                verdict,
                "reviewer",
                isolated(by),
                "when",
                stamp(w, line.at),
            ),
            None => w.t1("desk-revision-taken-back", "when", stamp(w, line.at)),
        };
        let besides = Besides {
            looks: Vec::new(),
            record: record.copied().unwrap_or_default(),
            of_sender: 0,
            is_chosen: false,
        };
        Self {
            row: Row::of(v, &line.entry, besides),
            words: words.to_string(),
            tone: tone(line.kind),
            reason: line.reason.clone(),
            undone: line.undone.as_ref().map(|undo| {
                let by = isolated(&undo.by);
                let words = w.t2("queue-undone", "reviewer", by, "when", stamp(w, undo.at));
                words.to_string()
            }),
            undo: Undoable::of(w, line, v.now),
        }
    }
}

fn tone(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Reviewed(Verdict::Approved) => "good",
        DecisionKind::Reviewed(Verdict::ChangesRequested) | DecisionKind::TakenBack => "note",
        _ => "stop",
    }
}
