//! Editing what waits and approving it on one page.

mod page;
mod typed;

use super::decide::{meeting_of, not_decided};
use super::held::{held_meanwhile, held_while_reading, named};
use super::{Remarks, kept, render};
use crate::acts::{Actor, Amended, Carried, Decided, Problems};
use crate::domain::{Decision, MeetingId, Reason, RevisionId, Verdict};
use crate::store::{Person, Revision};
use crate::web::desk::queue::back;
use crate::web::error::WebError;
use crate::web::fields::rows::add_row;
use crate::web::frame::see_other;
use crate::web::request::Body;
use crate::web::session::{self, Secretary};
use crate::web::view::diff::typed_changes;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use page::{Shown, Wrong, lay_out};
use typed::{Typed, filled};

/// `GET /desk/revisions/{id}/edit`
pub async fn edit(
    visit: Visit,
    _: Secretary,
    id: web::Path<String>,
) -> Result<HttpResponse, WebError> {
    let id = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let secret = kept::secret(&visit.request);
    let kept = visit
        .blocking(move |app| kept::kept(app, secret.as_ref(), app.clock.now()))
        .await?;
    let kept = kept.filter(|kept| kept.path == visit.request.path());
    let (revision, waits) = match waiting(&visit, id).await? {
        Ok(found) => found,
        Err(meeting) => return Ok(see_other(format!("/desk/meetings/{meeting}"))),
    };
    let typed = match &kept {
        Some(kept) => Typed::read(revision, &kept.form, visit.now())?,
        None => Typed::nothing(revision, visit.now()),
    };
    let shown = waits.shown(typed, Wrong::Nothing);
    let is_kept = kept.is_some();
    lay_out(&visit, Shown { is_kept, ..shown }, StatusCode::OK)
}

/// `POST /desk/revisions/{id}/edit`: looks at what was changed, adds a row, or approves.
pub async fn approve(
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let id = RevisionId::parse(&id).ok_or(WebError::NotFound)?;
    let Some(person) = session::secretary(&visit).await? else {
        let meeting = meeting_of(&visit, id).await?;
        return kept::outside_with(&visit, meeting, &body).await;
    };
    let revision = visit.blocking(move |app| app.store.revision(id)).await?;
    let revision = revision.ok_or(WebError::NotFound)?;
    let mut typed = Typed::read(revision, &body.text(), visit.now())?;
    if typed.form.action != "approve" {
        add_row(&typed.form.action, &mut typed.fields);
        let told = (StatusCode::OK, Wrong::Nothing);
        return Box::pin(again(&visit, &person, typed, told)).await;
    }
    let reason = Reason::optional(&typed.form.reason);
    let decision = reason.and_then(|reason| Decision::new(Verdict::Approved, reason));
    let decision = match decision {
        Ok(decision) => decision,
        Err(problem) => {
            let told = (StatusCode::UNPROCESSABLE_ENTITY, Wrong::Reason(problem));
            return Box::pin(again(&visit, &person, typed, told)).await;
        }
    };
    let read = typed.form.held.clone();
    if held_while_reading(&visit, id, read).await?.is_some() {
        let told = visit.reader.words().t("desk-held-while-reading");
        return not_taken(&visit, &person, &typed, told.to_string()).await;
    }
    let (actor, fields) = (Actor::Reviewer(person.clone()), typed.fields.clone());
    let amended = visit
        .act(move |acts| acts.amend(&actor, id, fields, &decision))
        .await?;
    match amended {
        Amended::Problems(Problems { errors, .. }) => {
            let told = (StatusCode::UNPROCESSABLE_ENTITY, Wrong::Fields(errors));
            Box::pin(again(&visit, &person, typed, told)).await
        }
        Amended::Decided(Decided::Superseded(_)) => overtaken(&visit, &person, typed).await,
        Amended::Decided(decided) => match not_decided(visit.reader.words(), &decided) {
            Ok(meeting) => {
                let next = back(&visit, "done", meeting);
                kept::done(&visit, meeting, next).await
            }
            Err((_, told)) => not_taken(&visit, &person, &typed, told).await,
        },
    }
}

/// The same page once more, if the revision still waits.
async fn again(
    visit: &Visit,
    person: &Person,
    typed: Typed,
    (status, wrong): (StatusCode, Wrong),
) -> Result<HttpResponse, WebError> {
    match waiting(visit, typed.revision.id).await? {
        Ok((_, waits)) => lay_out(visit, waits.shown(typed, wrong), status),
        Err(_) => Box::pin(overtaken(visit, person, typed)).await,
    }
}

/// A newer revision waits instead: what was typed is put onto that, and shown beside what it changed.
async fn overtaken(visit: &Visit, person: &Person, typed: Typed) -> Result<HttpResponse, WebError> {
    let (id, fields) = (typed.revision.id, typed.fields.clone());
    let carried = visit.act(move |acts| acts.carry_over(id, fields)).await?;
    let w = visit.reader.words();
    let Some(Carried {
        before,
        onto,
        fields,
    }) = carried
    else {
        let told = w.t("review-nothing-waits").to_string();
        return not_taken(visit, person, &typed, told).await;
    };
    let Ok((revision, waits)) = waiting(visit, onto.id).await? else {
        let told = w.t("desk-superseded").to_string();
        return not_taken(visit, person, &typed, told).await;
    };
    let together = Typed {
        revision,
        fields,
        form: typed.form,
    };
    let shown = Shown {
        overtaken: Some(before),
        ..waits.shown(together, Wrong::Nothing)
    };
    lay_out(visit, shown, StatusCode::CONFLICT)
}

/// It cannot be approved as it was read: the page of the entry says why, and what was typed.
async fn not_taken(
    visit: &Visit,
    person: &Person,
    typed: &Typed,
    notice: String,
) -> Result<HttpResponse, WebError> {
    let before = filled(&typed.revision, visit.now());
    let remarks = Remarks {
        notice: Some(notice),
        typed: typed_changes(&visit.view(), &before, &typed.fields),
        reason: typed.form.reason.clone(),
        ..Remarks::default()
    };
    let told = (StatusCode::CONFLICT, remarks);
    render(visit, person, typed.revision.meeting, told).await
}

/// What the page needs to know of a meeting of which a revision waits.
struct Waits {
    reference: String,
    held: String,
}

impl Waits {
    fn shown(self, typed: Typed, wrong: Wrong) -> Shown {
        Shown {
            typed,
            reference: self.reference,
            held: self.held,
            wrong,
            overtaken: None,
            is_kept: false,
        }
    }
}

/// A revision, if it waits; else the meeting that it is of.
async fn waiting(
    visit: &Visit,
    id: RevisionId,
) -> Result<Result<(Revision, Waits), MeetingId>, WebError> {
    let found = visit
        .blocking(move |app| match app.store.meeting_of_revision(id)? {
            Some(meeting) => app.store.meeting(meeting),
            None => Ok(None),
        })
        .await?;
    let state = found.ok_or(WebError::NotFound)?;
    let waits = Waits {
        held: named(&held_meanwhile(&state, visit.now())),
        reference: state.reference.to_string(),
    };
    let pending = state.pending.filter(|pending| pending.id == id);
    Ok(pending.map(|pending| (pending, waits)).ok_or(state.id))
}
