//! Deciding many at once: each is a decision of its own that stands or falls for itself.

use super::filter::QueueFilter;
use super::notice::{Undoable, decision_words};
use super::results::{self, ResultLine};
use super::{Remarks, render};
use crate::acts::{ActError, Actor, Acts, Decided};
use crate::domain::{Decision, MeetingId, Problem, Reason, RevisionId, Verdict};
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{
    DecisionKind, DecisionLine, DecisionsOf, MeetingState, Review, Store, StoreError,
};
use crate::web::error::WebError;
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The most that are decided at once.
const MOST: usize = 200;

/// What somebody of the desk presses besides the three verdicts.
const SPAM: &str = "spam";

#[derive(Deserialize, Default)]
#[serde(default)]
struct BulkForm {
    verdict: String,
    reason: String,
    revision: Vec<String>,
}

/// What came of one, with what is known of it now.
struct Outcome {
    /// The meeting; `None` if there is none.
    meeting: Option<MeetingId>,
    decided: Result<Decided, NotTried>,
    /// The last decision on its meeting.
    last: Option<DecisionLine>,
    title: String,
}

/// Why one was not tried.
#[derive(Debug, Clone, Copy)]
enum NotTried {
    /// There is none.
    Gone,
    /// Something else would be published than was sent, which has to be read.
    ToBeRead,
    /// Whoever asks decides on other kinds of group.
    NotTheirs,
}

/// `POST /desk/bulk`, with the query of the page that it was pressed on.
pub async fn decide(
    Secretary(person): Secretary,
    visit: Visit,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let form: BulkForm = read_form(&body)?;
    let w = visit.reader.words();
    let filter = QueueFilter::read(visit.request.query_string());
    let decision = read_decision(&form);
    let chosen: Vec<RevisionId> = chosen(&form);
    let decision = match decision {
        Ok(decision) if !chosen.is_empty() => decision,
        refused => {
            let problem = refused.err();
            let reason_error =
                problem.map(|problem| w.t(&format!("desk-reason-{}", problem.key())));
            let remarks = Remarks {
                chosen: form.revision.into_iter().collect(),
                reason: form.reason,
                reason_error: reason_error.map(|words| words.to_string()),
                error: chosen
                    .is_empty()
                    .then(|| w.t("queue-bulk-none").to_string()),
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&visit, person, &filter, status, remarks).await;
        }
    };
    let actor = Actor::Reviewer(person);
    let (store, now) = (visit.app.store.clone(), visit.now());
    let outcomes = visit
        .act(move |acts| {
            let each = chosen.iter();
            each.map(|revision| one(&store, acts, &actor, (*revision, &decision), now))
                .collect::<Result<Vec<_>, ActError>>()
        })
        .await?;
    let mut lines = Vec::with_capacity(outcomes.len());
    let mut until = None;
    for outcome in &outcomes {
        let undoable = outcome
            .last
            .as_ref()
            .and_then(|last| Undoable::of(w, last, now));
        let line = outcome.line(w, undoable.as_ref());
        if line.undo.is_some() {
            until = undoable.map(|undoable| undoable.until);
        }
        lines.push(line);
    }
    let title = w.t("queue-results").to_string();
    results::render(&visit, (title, filter.query_with(&[])), lines, until)
}

fn read_decision(form: &BulkForm) -> Result<Decision, Problem> {
    if form.verdict == SPAM {
        return Ok(Decision::spam());
    }
    let verdict = Verdict::from_name(&form.verdict).ok_or(Problem::UnknownChoice)?;
    let reason = match verdict {
        // It is typed for the others, and would be a remark that nobody meant.
        Verdict::Approved => None,
        Verdict::ChangesRequested | Verdict::Rejected => Reason::optional(&form.reason)?,
    };
    Decision::new(verdict, reason)
}

/// Each once, in the order of the page.
fn chosen(form: &BulkForm) -> Vec<RevisionId> {
    let mut chosen: Vec<RevisionId> = Vec::new();
    for id in form.revision.iter().take(MOST) {
        if let Some(id) = RevisionId::parse(id).filter(|id| !chosen.contains(id)) {
            chosen.push(id);
        }
    }
    chosen
}

fn one(
    store: &Store,
    acts: &Acts,
    actor: &Actor,
    (revision, decision): (RevisionId, &Decision),
    now: DateTime<Utc>,
) -> Result<Outcome, ActError> {
    let Some((meeting, title)) = store.titled(revision)? else {
        return Ok(Outcome {
            meeting: None,
            decided: Err(NotTried::Gone),
            last: None,
            title: String::new(),
        });
    };
    let approves = decision.verdict() == Verdict::Approved;
    let decided = match approves && would_be_adapted(store.meeting(meeting), now)? {
        true => Err(NotTried::ToBeRead),
        false => match acts.decide(actor, revision, decision) {
            Err(ActError::NotAllowed(_)) => Err(NotTried::NotTheirs),
            decided => Ok(decided?),
        },
    };
    let mut decisions = store.decisions(DecisionsOf::Meeting(meeting), 1)?;
    Ok(Outcome {
        meeting: Some(meeting),
        decided,
        last: decisions.pop(),
        title,
    })
}

/// Whether dates were held since a change was sent that it would rewrite: whoever approves it has to see
/// what is published instead. What cannot be read is refused by the act itself.
fn would_be_adapted(
    state: Result<Option<MeetingState>, StoreError>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let state = match state {
        Err(error) if !error.is_damage() => return Err(error),
        state => state.ok().flatten(),
    };
    let both = state.and_then(|state| Some((state.published?, state.pending?)));
    Ok(both.is_some_and(|(published, pending)| {
        let held = pending.details.held_meanwhile(&published.details, now);
        !held.is_empty()
    }))
}

impl Outcome {
    fn line(&self, w: Words, undoable: Option<&Undoable>) -> ResultLine {
        let is_done = matches!(self.decided, Ok(Decided::Stands(_)));
        ResultLine {
            meeting: self.meeting.map(|id| id.to_string()),
            title: self.title.clone(),
            words: self.words(w),
            is_done,
            undo: undoable
                .filter(|_| is_done)
                .map(|undoable| undoable.id.clone()),
        }
    }

    fn words(&self, w: Words) -> String {
        let words = match &self.decided {
            Ok(Decided::Stands(_)) => {
                let kind = self.last.as_ref().map(|last| last.kind);
                return kind.map_or_else(String::new, |kind| decision_words(w, kind));
            }
            Ok(Decided::Already(_, review)) => return already(w, review),
            Ok(Decided::Superseded(_)) => w.t("desk-superseded"),
            Ok(Decided::TakenBack(_)) => w.t("desk-taken-back"),
            Ok(Decided::Unreadable(_)) => w.t("desk-unreadable-approve"),
            Ok(Decided::HeldMeanwhile(_)) => w.t("desk-held-meanwhile"),
            Err(NotTried::ToBeRead) => w.t("queue-to-be-read"),
            Err(NotTried::Gone) => w.t("queue-gone"),
            Err(NotTried::NotTheirs) => w.t("queue-not-yours"),
        };
        words.to_string()
    }
}

fn already(w: Words, review: &Review) -> String {
    let kind = match review.is_spam {
        true => DecisionKind::Spam,
        false => DecisionKind::Reviewed(review.verdict),
    };
    w.t3(
        "desk-already-decided",
        "reviewer",
        isolated(&review.reviewer),
        "verdict",
        decision_words(w, kind),
        "when",
        stamp(w, review.decided),
    )
    .to_string()
}
