//! One entry at the desk: what would change, as readers will see it, the decision, and what reviewers tell
//! each other.

mod amend;
mod change;
mod claim;
mod decide;
mod found;
mod held;
mod history;
mod hosts;
mod kept;
mod notes;
mod preview;
mod since_read;
mod waiting;

pub use amend::{approve, edit};
pub use change::begin;
pub use claim::claim;
pub use decide::{decide, page as decision};
pub use kept::{back, done, outside_with, way_on};
pub use notes::add as note;

use super::unreadable;
use crate::calendar::Attention;
use crate::domain::MeetingId;
use crate::i18n::Words;
use crate::i18n::bidi::isolated;
use crate::i18n::times::stamp;
use crate::store::{KeptForm, MeetingState, Person, Revision, Sender};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::session::Secretary;
use crate::web::view::address::AddressView;
use crate::web::view::attention::Flag;
use crate::web::view::caution::{Caution, cautions};
use crate::web::view::diff::ChangedField;
use crate::web::view::differences::Differences;
use crate::web::view::reasons::{self, ReadyReason};
use crate::web::view::shortcuts::Shortcuts;
use crate::web::view::signs::signs;
use crate::web::view::single_dates::SingleDates;
use crate::web::view::together::{poster_words, sender_name};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use claim::ClaimView;
use decide::DecisionForm;
use found::Found;
use held::{as_approved_now, held_meanwhile, named};
use history::{HistoryLine, history};
use hosts::Hosts;
use notes::NoteLine;
use preview::Preview;
use since_read::SinceRead;
use waiting::{Waiting, waiting};

#[derive(Template)]
#[template(path = "desk/review.html")]
struct ReviewPage {
    f: Frame,
    id: String,
    reference: String,
    p: Preview,
    /// Who sent what is shown, and whether that was the desk.
    sender: String,
    is_by_desk: bool,
    poster_name: String,
    /// Empty if it was taken away.
    poster_email: String,
    /// What is to be said of the letters in that address.
    poster_caution: Option<String>,
    /// The language in which the poster reads what the desk writes.
    poster_language: String,
    /// Whether they could be mailed a new private address.
    sends_mail: bool,
    /// That no mail reaches them.
    refusal: Option<String>,
    sent: String,
    /// The revision that waits, if one does.
    pending: Option<String>,
    is_published: bool,
    /// Who is on it.
    claim: Option<ClaimView>,
    /// What the published revision lacks while the meeting is near.
    flag: Option<Flag>,
    shortcuts: Shortcuts,
    /// The dates of a series.
    dates: Option<SingleDates>,
    /// That what is published will not be all that was sent.
    adapted: Option<String>,
    /// The dates that this is about, for the decision.
    held: String,
    /// What a pending edit changes of what is public.
    differences: Differences,
    /// What it changes of what was read last.
    since_read: Option<SinceRead>,
    /// The changes in what waits, oldest first, if there are several.
    waiting: Vec<Waiting>,
    /// Where its links lead.
    hosts: Hosts,
    history: Vec<HistoryLine>,
    /// What an imported record says of itself.
    source_notes: Option<String>,
    notes: Vec<NoteLine>,
    /// What does not go together in the revision that waits.
    cautions: Vec<Caution>,
    /// What is unusual about how its form was filled in.
    signs: Vec<String>,
    ready: Vec<ReadyReason>,
    remarks: Remarks,
    /// Who took it off the calendar, when and why.
    withdrawn: Option<(String, String)>,
}

/// What the page says besides the meeting, and what was typed into its forms.
#[derive(Default)]
pub struct Remarks {
    /// Why a decision was not taken.
    pub notice: Option<String>,
    /// What was typed of an edit that was not taken, field by field.
    pub typed: Vec<ChangedField>,
    /// The ready-made reason that was chosen.
    pub ready: String,
    pub reason: String,
    pub error: Option<String>,
    pub withdraw_reason: String,
    pub withdraw_error: Option<String>,
    pub note: String,
    pub note_error: Option<String>,
    /// Whether it is what was written before a session ended.
    pub is_kept: bool,
}

impl Remarks {
    /// A decision that was not taken, as it was typed.
    fn typed(form: &DecisionForm) -> Self {
        Self {
            ready: form.ready.clone(),
            reason: form.reason.clone(),
            ..Self::default()
        }
    }

    /// What was written before a session ended, in the place where it was written.
    fn kept(kept: &KeptForm) -> Self {
        let fields = url::form_urlencoded::parse(kept.form.as_bytes());
        let mut remarks = Self::default();
        for (name, value) in fields {
            let value = value.into_owned();
            match name.as_ref() {
                "ready" => remarks.ready = value,
                "reason" => remarks.reason = value,
                "withdraw_reason" => remarks.withdraw_reason = value,
                "note" => remarks.note = value,
                _ => {}
            }
        }
        remarks.is_kept = true;
        remarks
    }
}

/// `GET /desk/meetings/{id}`
pub async fn show(
    Secretary(person): Secretary,
    visit: Visit,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let id = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    render(&visit, &person, id, (StatusCode::OK, Remarks::default())).await
}

/// The page of one entry.
pub async fn render(
    visit: &Visit,
    person: &Person,
    id: MeetingId,
    (status, remarks): (StatusCode, Remarks),
) -> Result<HttpResponse, WebError> {
    let secret = kept::secret(&visit.request);
    let found = visit.blocking(move |app| Found::read(app, id, secret.as_ref()));
    let found = match found.await {
        Err(WebError::Store(error)) if error.is_damage() => {
            return unreadable::render(visit, id, status, (remarks, Some(error))).await;
        }
        found => found?.ok_or(WebError::NotFound)?,
    };
    let is_readable = shown(&found.state).is_some();
    if !is_readable {
        return unreadable::render(visit, id, status, (remarks, None)).await;
    }
    // What was typed just now counts for more than what was typed before.
    let remarks = match &found.kept {
        Some(kept) if status == StatusCode::OK && remarks.reason.is_empty() => Remarks::kept(kept),
        _ => remarks,
    };
    let page = page(visit, person, found, remarks)?;
    page.f.respond_with(status, &page).map(private)
}

/// What the page is about: what waits, else what was sent last, else what is public.
fn shown(state: &MeetingState) -> Option<&Revision> {
    let readable = state.pending.as_ref().or(state.newest.as_ref());
    readable.or(state.published.as_ref())
}

fn page(
    visit: &Visit,
    person: &Person,
    found: Found,
    remarks: Remarks,
) -> Result<ReviewPage, WebError> {
    let f = visit.frame(Section::Desk);
    let (w, now, state) = (f.w, f.now, &found.state);
    let held = held_meanwhile(state, now);
    let (seen, adapted) = as_approved_now(w, state.clone(), &held, now);
    let shown = shown(&seen).ok_or(WebError::NotFound)?;
    let pending = seen.pending.as_ref();
    let (poster_name, poster_email) = poster_words(w, &shown.poster);
    let poster_language = reasons::language_of(shown.language.as_ref());
    Ok(ReviewPage {
        id: state.id.to_string(),
        reference: state.reference.to_string(),
        p: Preview::of(visit, &f, shown),
        sender: sender_name(w, &shown.sender),
        is_by_desk: matches!(shown.sender, Sender::Desk(_)),
        poster_name,
        poster_caution: AddressView::of(w, &poster_email).caution,
        poster_email,
        poster_language: w.language_name(poster_language.code()),
        sends_mail: visit.app.sends_mail,
        refusal: found.refusal.map(|refusal| refusal_words(w, &refusal)),
        sent: stamp(w, shown.sent),
        pending: pending.map(|revision| revision.id.to_string()),
        is_published: state.published.is_some(),
        claim: found.claim.map(|claim| ClaimView::of(w, &claim, person)),
        flag: flag(&f, state.id),
        shortcuts: Shortcuts::of(&f, state),
        dates: state
            .base()
            .and_then(|base| SingleDates::of(&f, &base.details)),
        adapted,
        held: named(&held),
        differences: Differences::of_change(&f, &seen),
        since_read: found
            .last_read
            .zip(pending)
            .and_then(|(read, pending)| SinceRead::of(&f, &read, pending)),
        waiting: waiting(&f, state),
        hosts: Hosts::of(&f, state.id, state),
        history: history(w, state),
        source_notes: source_notes(shown),
        notes: notes::lines(w, &found.notes),
        cautions: match pending {
            Some(pending) => cautions(&f, &pending.details, Some(state.id), None),
            None => Vec::new(),
        },
        signs: signs(w, found.filled_in.as_ref()),
        ready: reasons::offered(w, &remarks.ready),
        remarks,
        withdrawn: withdrawn(w, state),
        f,
    })
}

fn refusal_words(w: Words, (at, problem): &(DateTime<Utc>, String)) -> String {
    let (at, problem) = (stamp(w, *at), isolated(problem));
    w.t2("letters-refused", "when", at, "problem", problem)
        .to_string()
}

fn flag(f: &Frame, id: MeetingId) -> Option<Flag> {
    let meeting = f.snapshot.meeting(id)?;
    let attention = Attention::of_published(meeting, f.now)?;
    Some(Flag::of(f.w, meeting, &attention))
}

fn source_notes(shown: &Revision) -> Option<String> {
    let provenance = shown.details.said.provenance.as_ref()?;
    provenance.notes.as_ref().map(ToString::to_string)
}

fn withdrawn(w: Words, state: &MeetingState) -> Option<(String, String)> {
    let withdrawal = state.withdrawn.as_ref()?;
    let who = w.t2(
        "desk-withdrawn",
        "reviewer",
        withdrawal.reviewer.as_str(),
        "when",
        stamp(w, withdrawal.decided),
    );
    Some((who.to_string(), withdrawal.reason.clone()))
}
