//! The decision on what waits: one stands, and whoever comes second is told.

use super::held::held_while_reading;
use super::{Remarks, kept, render};
use crate::acts::{Actor, Decided};
use crate::domain::{Decision, MeetingId, Problem, Reason, RevisionId, Verdict};
use crate::i18n::times::stamp;
use crate::i18n::{Language, Words};
use crate::store::{Person, Review};
use crate::web::desk::queue::back;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::{Body, read_form};
use crate::web::session;
use crate::web::view::reasons::{combined, language_of};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// The button that puts the chosen reason into the text, to be edited there.
const FILL: &str = "fill";

/// What the form of the decision sends.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct DecisionForm {
    pub verdict: String,
    /// The name of a ready-made reason.
    pub ready: String,
    pub reason: String,
    /// The dates of which the page said that they were held since the change was sent, as days of the
    /// rule; scripts need not send it.
    pub held: Option<String>,
}

/// `POST /desk/revisions/{id}/decide`
pub async fn decide(
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let revision = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let Some(person) = session::secretary(&visit).await? else {
        let meeting = meeting_of(&visit, revision).await?;
        return kept::outside_with(&visit, meeting, &body).await;
    };
    let form: DecisionForm = read_form(&body)?;
    let poster = poster_language(&visit, revision, &form.ready).await?;
    let reason = combined(poster, &form.ready, &form.reason);
    if form.verdict == FILL {
        let remarks = Remarks {
            reason,
            ..Remarks::default()
        };
        return again(&visit, &person, revision, (StatusCode::OK, remarks)).await;
    }
    let w = visit.reader.words();
    let decision = match read_decision(&form.verdict, &reason) {
        Ok(decision) => decision,
        Err(problem) => {
            let remarks = Remarks {
                error: Some(w.t(&format!("desk-reason-{}", problem.key())).to_string()),
                ..Remarks::typed(&form)
            };
            let told = (StatusCode::UNPROCESSABLE_ENTITY, remarks);
            return again(&visit, &person, revision, told).await;
        }
    };
    let read = form.held.clone();
    let read = read.filter(|_| decision.verdict() == Verdict::Approved);
    if let Some(meeting) = held_while_reading(&visit, revision, read).await? {
        let remarks = Remarks {
            notice: Some(w.t("desk-held-while-reading").to_string()),
            ..Remarks::typed(&form)
        };
        return render(&visit, &person, meeting, (StatusCode::CONFLICT, remarks)).await;
    }
    let actor = Actor::Reviewer(person.clone());
    let decided = visit
        .act(move |acts| acts.decide(&actor, revision, &decision))
        .await?;
    let (meeting, notice) = match not_decided(w, &decided) {
        Ok(meeting) => {
            let next = back(&visit, "done", meeting);
            return kept::done(&visit, meeting, next).await;
        }
        Err(told) => told,
    };
    let remarks = Remarks {
        notice: Some(notice),
        ..Remarks::typed(&form)
    };
    render(&visit, &person, meeting, (StatusCode::CONFLICT, remarks)).await
}

/// `GET /desk/revisions/{id}/decide`: whoever was led here by having sent a decision without a session gets
/// to the page that it is sent from.
pub async fn page(
    visit: Visit,
    _: session::Secretary,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let revision = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let meeting = meeting_of(&visit, revision).await?;
    let meeting = meeting.ok_or(WebError::NotFound)?;
    Ok(see_other(format!("/desk/meetings/{meeting}#decide")))
}

/// The meeting that a decision stands on; or why it does not stand, with the meeting.
pub fn not_decided(w: Words, decided: &Decided) -> Result<MeetingId, (MeetingId, String)> {
    let (meeting, words) = match decided {
        Decided::Stands(meeting) => return Ok(*meeting),
        Decided::Already(meeting, review) => (meeting, already(w, review).into()),
        Decided::Superseded(meeting) => (meeting, w.t("desk-superseded")),
        Decided::TakenBack(meeting) => (meeting, w.t("desk-taken-back")),
        Decided::Unreadable(meeting) => (meeting, w.t("desk-unreadable-approve")),
        Decided::HeldMeanwhile(meeting) => (meeting, w.t("desk-held-meanwhile")),
    };
    Err((*meeting, words.to_string()))
}

/// The language in which the poster of a revision is written to. One that cannot be read may be rejected all
/// the same, in English; and nobody need be asked where no ready-made reason was chosen.
async fn poster_language(
    visit: &Visit,
    revision: RevisionId,
    ready: &str,
) -> Result<Language, WebError> {
    if ready.is_empty() {
        return Ok(Language::default());
    }
    let found = visit
        .blocking(move |app| match app.store.revision(revision) {
            Err(error) if error.is_damage() => Ok(None),
            found => found,
        })
        .await?;
    Ok(language_of(found.and_then(|one| one.language).as_ref()))
}

async fn again(
    visit: &Visit,
    person: &Person,
    revision: RevisionId,
    told: (StatusCode, Remarks),
) -> Result<HttpResponse, WebError> {
    let meeting = meeting_of(visit, revision).await?;
    let meeting = meeting.ok_or(WebError::NotFound)?;
    render(visit, person, meeting, told).await
}

/// The meeting that a revision is of.
pub async fn meeting_of(
    visit: &Visit,
    revision: RevisionId,
) -> Result<Option<MeetingId>, WebError> {
    visit
        .blocking(move |app| app.store.meeting_of_revision(revision))
        .await
}

fn read_decision(verdict: &str, reason: &str) -> Result<Decision, Problem> {
    let verdict = Verdict::from_name(verdict).ok_or(Problem::UnknownChoice)?;
    Decision::new(verdict, Reason::optional(reason)?)
}

fn already(w: Words, review: &Review) -> String {
    w.t3(
        "desk-already-decided",
        "reviewer",
        review.reviewer.as_str(),
        "verdict",
        verdict_words(w, review.verdict),
        "when",
        stamp(w, review.decided),
    )
    .to_string()
}

/// What was decided.
pub fn verdict_words(w: Words, verdict: Verdict) -> String {
    w.t(&format!("verdict-{}", verdict.as_str())).to_string()
}
