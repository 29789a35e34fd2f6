//! One entry at the desk: as readers will see it, what changed, and the decision.

use super::waiting::{Waiting, waiting};
use super::{signs, unreadable};
use crate::acts::{Actor, Decided};
use crate::calendar::Attention;
use crate::domain::{
    Decision, MeetingId, Occurrence, Problem, Reason, RevisionId, Verdict, alterations,
};
use crate::i18n::Words;
use crate::i18n::alterations::sentences;
use crate::i18n::bidi::isolated;
use crate::i18n::times::{in_one_line, stamp};
use crate::store::{MeetingState, Review, Revision, Sender, StoreError, Undo};
use crate::web::app::App;
use crate::web::drafts::{Asked, prefilled};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::request::{Body, read_form};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::attention::Flag;
use crate::web::view::caution::{Caution, cautions};
use crate::web::view::dates::DatesView;
use crate::web::view::diff::{ChangedField, changes};
use crate::web::view::meeting::MeetingView;
use crate::web::view::shortcuts::Shortcuts;
use crate::web::view::single_dates::SingleDates;
use crate::web::view::together::{poster_words, sender_name};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

struct HistoryLine {
    number: i32,
    sent: String,
    /// That its poster took it back, and when.
    taken_back: Option<String>,
    /// The revision that holds it, if nobody decided on it alone.
    part_of: Option<i32>,
    verdict: Option<String>,
    reviewer: String,
    decided: String,
    reason: Option<String>,
    /// Who undid the decision, and when.
    undone: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/review.html")]
struct ReviewPage {
    f: Frame,
    id: String,
    reference: String,
    m: MeetingView,
    /// Who sent what is shown, and whether that was the desk.
    sender: String,
    is_by_desk: bool,
    poster_name: String,
    /// Empty if it was taken away.
    poster_email: String,
    /// What is unusual about how the form was filled in.
    signs: Vec<String>,
    /// Whether they could be mailed a new private address.
    sends_mail: bool,
    /// That no mail reaches them.
    refusal: Option<String>,
    sent: String,
    /// The revision that waits, if one does.
    pending: Option<String>,
    is_published: bool,
    /// What the published revision lacks while the meeting is near.
    flag: Option<Flag>,
    shortcuts: Shortcuts,
    /// The dates of a series.
    dates: Option<SingleDates>,
    /// That what is published will not be all that was sent.
    adapted: Option<String>,
    /// The dates that this is about, for the decision.
    held: String,
    /// What a pending edit changes, in the words that readers will be told.
    told: Vec<String>,
    changes: Vec<ChangedField>,
    /// The changes in what waits, oldest first, if there are several.
    waiting: Vec<Waiting>,
    /// All times of what is held several times.
    all_dates: Option<DatesView>,
    history: Vec<HistoryLine>,
    notes: Option<String>,
    /// What does not go together in the revision that waits.
    cautions: Vec<Caution>,
    /// What somebody else decided meanwhile.
    notice: Option<String>,
    reason: String,
    error: Option<String>,
    withdraw_reason: String,
    withdraw_error: Option<String>,
    /// Who took it off the calendar, when and why.
    withdrawn: Option<(String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct DecisionForm {
    verdict: String,
    reason: String,
    /// The dates of which the page said that they were held since the change was sent, as days of the
    /// rule; scripts need not send it.
    held: Option<String>,
}

/// What the page says besides the meeting.
#[derive(Default)]
pub struct Remarks {
    pub notice: Option<String>,
    pub reason: String,
    pub error: Option<String>,
    pub withdraw_reason: String,
    pub withdraw_error: Option<String>,
}

/// `GET /desk/meetings/{id}`
pub async fn show(
    _: Secretary,
    visit: Visit,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let id = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    render(&visit, id, StatusCode::OK, Remarks::default()).await
}

/// `POST /desk/meetings/{id}/edit`: the desk's own change, of what the button names. It still waits
/// for a decision.
pub async fn edit(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let asked = Asked::read(&body)?;
    let id = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    prefilled(&visit, Actor::Reviewer(person), id, asked).await
}

/// `POST /desk/revisions/{id}/decide`: one decision stands; whoever comes second is told.
pub async fn decide(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let revision = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let form: DecisionForm = read_form(&body)?;
    let w = visit.reader.words();
    let decision = match read_decision(&form) {
        Ok(decision) => decision,
        Err(problem) => {
            let meeting = visit
                .blocking(move |app| app.store.meeting_of_revision(revision))
                .await?
                .ok_or(WebError::NotFound)?;
            let remarks = Remarks {
                error: Some(w.t(&format!("desk-reason-{}", problem.key())).to_string()),
                reason: form.reason,
                ..Remarks::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&visit, meeting, status, remarks).await;
        }
    };
    if let Some(meeting) = held_while_reading(&visit, revision, (&form, &decision)).await? {
        let remarks = Remarks {
            notice: Some(w.t("desk-held-while-reading").to_string()),
            reason: form.reason,
            ..Remarks::default()
        };
        let status = StatusCode::CONFLICT;
        return render(&visit, meeting, status, remarks).await;
    }
    let actor = Actor::Reviewer(person);
    let decided = visit
        .act(move |acts| acts.decide(&actor, revision, &decision))
        .await?;
    let (meeting, notice) = match decided {
        Decided::Stands(meeting) => return Ok(see_other(format!("/desk?decided={meeting}"))),
        Decided::Already(meeting, review) => (meeting, already(w, &review)),
        Decided::Superseded(meeting) => (meeting, w.t("desk-superseded").to_string()),
        Decided::TakenBack(meeting) => (meeting, w.t("desk-taken-back").to_string()),
        Decided::Unreadable(meeting) => (meeting, w.t("desk-unreadable-approve").to_string()),
        Decided::HeldMeanwhile(meeting) => (meeting, w.t("desk-held-meanwhile").to_string()),
    };
    let remarks = Remarks {
        notice: Some(notice),
        reason: form.reason,
        ..Remarks::default()
    };
    render(&visit, meeting, StatusCode::CONFLICT, remarks).await
}

/// The meeting, if it would be published otherwise than the page said when its form was sent: another
/// date was held since that was read.
async fn held_while_reading(
    visit: &Visit,
    revision: RevisionId,
    (form, decision): (&DecisionForm, &Decision),
) -> Result<Option<MeetingId>, WebError> {
    let Some(read) = form.held.clone() else {
        return Ok(None);
    };
    if decision.verdict() != Verdict::Approved {
        return Ok(None);
    }
    let state = visit
        .blocking(move |app| match app.store.meeting_of_revision(revision)? {
            Some(meeting) => app.store.meeting(meeting),
            None => Ok(None),
        })
        .await?;
    let is_about_it = |state: &MeetingState| {
        let pending = state.pending.as_ref();
        pending.is_some_and(|pending| pending.id == revision)
    };
    Ok(state
        .filter(is_about_it)
        .filter(|state| named(&held_meanwhile(state, visit.now())) != read)
        .and_then(|state| state.pending.map(|pending| pending.meeting)))
}

fn read_decision(form: &DecisionForm) -> Result<Decision, Problem> {
    let verdict = Verdict::from_name(&form.verdict).ok_or(Problem::UnknownChoice)?;
    Decision::new(verdict, Reason::optional(&form.reason)?)
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

fn undone(w: Words, undo: &Undo) -> String {
    let by = isolated(&undo.by);
    let words = w.t2("queue-undone", "reviewer", by, "when", stamp(w, undo.at));
    words.to_string()
}

fn verdict_words(w: Words, verdict: Verdict) -> String {
    w.t(&format!("verdict-{}", verdict.as_str())).to_string()
}

/// A meeting, and since when and why the address of whoever posted it takes no mail.
fn with_refusal(app: &App, id: MeetingId) -> Result<Option<(MeetingState, Refusal)>, StoreError> {
    let Some(state) = app.store.meeting(id)? else {
        return Ok(None);
    };
    let refusal = match state.pending.as_ref().or(state.newest.as_ref()) {
        Some(shown) => app.store.refusal(&shown.poster.email)?,
        None => None,
    };
    Ok(Some((state, refusal)))
}

/// Since when an address takes no mail (UTC), and what its server said.
type Refusal = Option<(DateTime<Utc>, String)>;

/// The page of one entry.
pub async fn render(
    visit: &Visit,
    id: MeetingId,
    status: StatusCode,
    remarks: Remarks,
) -> Result<HttpResponse, WebError> {
    let (state, refusal) = match visit.blocking(move |app| with_refusal(app, id)).await {
        Err(WebError::Store(error)) if error.is_damage() => {
            return unreadable::render(visit, id, status, (remarks, Some(error))).await;
        }
        found => found?.ok_or(WebError::NotFound)?,
    };
    let readable = state.pending.as_ref().or(state.newest.as_ref());
    if readable.or(state.published.as_ref()).is_none() {
        return unreadable::render(visit, id, status, (remarks, None)).await;
    }
    let pending = state.pending.as_ref().map(|revision| revision.id);
    let signs = signs::noticed(visit, pending).await?;
    let f = visit.frame(Section::Desk);
    let now = f.now;
    let held = held_meanwhile(&state, now);
    let (seen, adapted) = as_approved_now(f.w, state.clone(), &held, now);
    let shown = seen
        .pending
        .as_ref()
        .or(seen.newest.as_ref())
        .or(seen.published.as_ref())
        .ok_or(WebError::NotFound)?;
    let (poster_name, poster_email) = poster_words(f.w, &shown.poster);
    let page = ReviewPage {
        id: id.to_string(),
        reference: state.reference.to_string(),
        m: view(&f, shown),
        sender: sender_name(f.w, &shown.sender),
        is_by_desk: matches!(shown.sender, Sender::Desk(_)),
        poster_name,
        poster_email,
        signs,
        sends_mail: visit.app.sends_mail,
        refusal: refusal.map(|(at, problem)| {
            let problem = isolated(&problem);
            let words = f.w.t2(
                "letters-refused",
                "when",
                stamp(f.w, at),
                "problem",
                problem,
            );
            words.to_string()
        }),
        sent: stamp(f.w, shown.sent),
        pending: state
            .pending
            .as_ref()
            .map(|revision| revision.id.to_string()),
        is_published: state.published.is_some(),
        flag: f
            .snapshot
            .meeting(id)
            .and_then(|meeting| Some((meeting, Attention::of_published(meeting, now)?)))
            .map(|(meeting, attention)| Flag::of(f.w, meeting, &attention)),
        shortcuts: Shortcuts::of(&f, &state),
        dates: state
            .base()
            .and_then(|base| SingleDates::of(&f, &base.details)),
        adapted,
        held: named(&held),
        told: told(&f, &seen),
        changes: diff(&f, &seen),
        waiting: waiting(&f, &state),
        all_dates: DatesView::of(f.w, &shown.details),
        history: history(&f, &state),
        notes: shown
            .details
            .said
            .provenance
            .as_ref()
            .and_then(|provenance| provenance.notes.as_ref().map(ToString::to_string)),
        cautions: match &seen.pending {
            Some(pending) => cautions(&f, &pending.details, Some(id), None),
            None => Vec::new(),
        },
        notice: remarks.notice,
        reason: remarks.reason,
        error: remarks.error,
        withdraw_reason: remarks.withdraw_reason,
        withdraw_error: remarks.withdraw_error,
        withdrawn: state.withdrawn.as_ref().map(|withdrawal| {
            let who = f.w.t2(
                "desk-withdrawn",
                "reviewer",
                withdrawal.reviewer.as_str(),
                "when",
                stamp(f.w, withdrawal.decided),
            );
            (who.to_string(), withdrawal.reason.clone())
        }),
        f,
    };
    page.f.respond_with(status, &page).map(private)
}

/// The dates that were held since the change that waits was sent, and that it would rewrite.
fn held_meanwhile(state: &MeetingState, now: DateTime<Utc>) -> Vec<Occurrence> {
    match (&state.published, &state.pending) {
        (Some(published), Some(pending)) => pending.details.held_meanwhile(&published.details, now),
        _ => Vec::new(),
    }
}

/// The names of dates, as the form sends them back.
fn named(held: &[Occurrence]) -> String {
    let names = held.iter().map(|one| one.key.to_string());
    names.collect::<Vec<_>>().join(" ")
}

/// What is decided about: a change as it would be published if it was approved now, and in which way
/// it is not what was sent.
fn as_approved_now(
    w: Words,
    mut state: MeetingState,
    held: &[Occurrence],
    now: DateTime<Utc>,
) -> (MeetingState, Option<String>) {
    let (Some(published), Some(pending), false) =
        (&state.published, &mut state.pending, held.is_empty())
    else {
        return (state, None);
    };
    let kept = pending
        .details
        .clone()
        .keeping_held(&published.details, now);
    let Ok(details) = kept else {
        return (state, Some(w.t("desk-held-meanwhile").to_string()));
    };
    pending.details = details;
    let dates: Vec<String> = held.iter().map(|one| in_one_line(w, &one.times)).collect();
    let words = w.t2(
        "desk-adapted",
        "count",
        held.len(),
        "dates",
        dates.join("; "),
    );
    (state, Some(words.to_string()))
}

fn view(v: &View, revision: &Revision) -> MeetingView {
    let published = v.snapshot.meeting(revision.meeting);
    let published = published.map(|meeting| meeting.as_ref());
    MeetingView::of(v, &revision.details, published)
}

fn told(f: &Frame, state: &MeetingState) -> Vec<String> {
    match (&state.published, &state.pending) {
        (Some(published), Some(pending)) => {
            sentences(f.w, &alterations(&published.details, &pending.details))
        }
        _ => Vec::new(),
    }
}

fn diff(f: &Frame, state: &MeetingState) -> Vec<ChangedField> {
    match (&state.published, &state.pending) {
        (Some(published), Some(pending)) => changes(f, &published.details, &pending.details),
        _ => Vec::new(),
    }
}

fn history(f: &Frame, state: &MeetingState) -> Vec<HistoryLine> {
    state
        .history
        .iter()
        .map(|entry| {
            let review = entry.review.as_ref();
            HistoryLine {
                number: entry.number,
                sent: stamp(f.w, entry.sent),
                taken_back: entry.taken_back.map(|at| stamp(f.w, at)),
                part_of: state.part_of(entry),
                verdict: review.map(|review| verdict_words(f.w, review.verdict)),
                reviewer: review
                    .map(|review| review.reviewer.clone())
                    .unwrap_or_default(),
                decided: review
                    .map(|review| stamp(f.w, review.decided))
                    .unwrap_or_default(),
                reason: review.and_then(|r| r.reason.as_ref().map(ToString::to_string)),
                undone: review
                    .and_then(|review| review.undone.as_ref())
                    .map(|undo| undone(f.w, undo)),
            }
        })
        .collect()
}
