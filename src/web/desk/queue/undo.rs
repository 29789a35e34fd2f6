//! Undoing decisions, one or many.

use super::filter::QueueFilter;
use super::place::back;
use super::results::{self, ResultLine};
use crate::acts::{ActError, Actor, Acts, Undoing};
use crate::domain::ReviewId;
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{DecisionsOf, Store};
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use serde::Deserialize;

/// The most that are undone at once.
const MOST: usize = 200;

#[derive(Deserialize, Default)]
#[serde(default)]
struct UndoForm {
    /// Reviews or withdrawals.
    decision: Vec<String>,
}

/// `POST /desk/undo`, with the query of the page of the queue that it leads back to.
pub async fn undo(
    Secretary(person): Secretary,
    visit: Visit,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: UndoForm = read_form(&body)?;
    let w = visit.reader.words();
    let decisions: Vec<ReviewId> = form
        .decision
        .iter()
        .take(MOST)
        .filter_map(|id| ReviewId::parse(id))
        .collect();
    let actor = Actor::Reviewer(person);
    let store = visit.app.store.clone();
    let undone = visit
        .act(move |acts| {
            let each = decisions.into_iter();
            each.filter_map(|decision| one(&store, acts, &actor, decision).transpose())
                .collect::<Result<Vec<_>, ActError>>()
        })
        .await?;
    match undone.as_slice() {
        [] => Err(WebError::NotFound),
        [(Undoing::Undone(meeting), _)] => Ok(back(&visit, "undone", *meeting)),
        many => {
            let lines = many.iter().map(|(undoing, title)| line(w, undoing, title));
            let here = QueueFilter::read(visit.request.query_string()).query_with(&[]);
            let title = w.t("undo-results").to_string();
            results::render(&visit, (title, here), lines.collect(), None)
        }
    }
}

/// `None` if there is no such decision.
fn one(
    store: &Store,
    acts: &Acts,
    actor: &Actor,
    decision: ReviewId,
) -> Result<Option<(Undoing, String)>, ActError> {
    let undoing = match acts.undo(actor, decision) {
        Err(ActError::Missing(_) | ActError::NotAllowed(_)) => return Ok(None),
        undoing => undoing?,
    };
    let of_meeting = DecisionsOf::Meeting(undoing.meeting());
    let mut lines = store.decisions(of_meeting, 1)?;
    let title = lines
        .pop()
        .map_or_else(String::new, |line| line.entry.title);
    Ok(Some((undoing, title)))
}

fn line(w: Words, undoing: &Undoing, title: &str) -> ResultLine {
    let words = match undoing {
        Undoing::Undone(_) => w.t("undo-done"),
        Undoing::Already(_, undo) => {
            let by = isolated(&undo.by);
            w.t2("queue-undone", "reviewer", by, "when", stamp(w, undo.at))
        }
        Undoing::TooLate(_) => w.t("undo-too-late"),
        Undoing::Told(_) => w.t("undo-told"),
        Undoing::Overtaken(_) => w.t("undo-overtaken"),
    };
    ResultLine {
        meeting: Some(undoing.meeting().to_string()),
        title: title.to_owned(),
        words: words.to_string(),
        is_done: matches!(undoing, Undoing::Undone(_)),
        undo: None,
    }
}
