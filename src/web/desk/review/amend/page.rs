//! The page on which what waits is edited and approved, laid out.

use super::typed::{Typed, filled};
use crate::domain::{FieldError, Problem};
use crate::i18n::Words;
use crate::store::Revision;
use crate::web::error::WebError;
use crate::web::fields::FormPage;
use crate::web::fields::choices::{HowChoices, WhenChoices, WhoChoices};
use crate::web::fields::rows::with_one_row;
use crate::web::frame::{Frame, Section, private};
use crate::web::view::diff::{ChangedField, typed_changes};
use crate::web::view::differences::Differences;
use crate::web::view::form::Messages;
use crate::web::view::reasons;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "desk/amend.html")]
struct AmendPage<'a> {
    f: &'a Frame,
    s: FormPage<'a>,
    for_who: WhoChoices,
    for_when: WhenChoices,
    for_how: HowChoices,
    /// Hours of later dates, of which this form does not ask.
    later: [String; 0],
    /// The page of the entry.
    entry: String,
    /// Where the form of the whole entry is begun, for the dates of what is held several times.
    whole: String,
    title: String,
    reference: String,
    /// Whether it is held several times, so that its dates are changed elsewhere.
    is_plural: bool,
    /// The dates that were held since it was sent, for the decision.
    held: String,
    /// What was changed so far.
    changes: Vec<ChangedField>,
    /// Whether it was asked what was changed so far.
    is_looking: bool,
    reason: String,
    /// The language in which the poster reads what the desk writes.
    poster_language: String,
    /// What a newer revision changed, which was sent meanwhile.
    theirs: Option<Differences>,
    /// Whether what was typed before a session ended is filled in.
    is_kept: bool,
}

/// What is wrong with what was typed.
pub enum Wrong {
    Nothing,
    Fields(Vec<FieldError>),
    /// What is written to the poster.
    Reason(Problem),
}

/// What the page shows.
pub struct Shown {
    pub typed: Typed,
    pub reference: String,
    pub held: String,
    pub wrong: Wrong,
    /// The revision that was being edited, if a newer one waits instead.
    pub overtaken: Option<Revision>,
    pub is_kept: bool,
}

/// The page with what was typed, what is wrong with it, and what it changes.
pub fn lay_out(visit: &Visit, shown: Shown, status: StatusCode) -> Result<HttpResponse, WebError> {
    let f = visit.frame(Section::Desk);
    let Typed {
        revision,
        mut fields,
        form,
    } = shown.typed;
    let changes = typed_changes(&f, &filled(&revision, f.now), &fields);
    with_one_row(&mut fields);
    let (errors, problems) = said(f.w, &shown.wrong);
    let language = reasons::language_of(revision.language.as_ref());
    let page = AmendPage {
        for_who: WhoChoices::of(&f, &fields),
        for_when: WhenChoices::of(&f, &fields, errors),
        for_how: HowChoices::of(&f),
        later: [],
        entry: format!("/desk/meetings/{}", revision.meeting),
        whole: format!("/desk/meetings/{}/edit", revision.meeting),
        title: revision.details.said.title.to_string(),
        reference: shown.reference,
        is_plural: revision.details.timing.is_plural(),
        held: shown.held,
        is_looking: form.action == "look",
        changes,
        reason: form.reason,
        poster_language: f.w.language_name(language.code()),
        theirs: shown
            .overtaken
            .map(|before| Differences::between(&f, &before.details, &revision.details)),
        is_kept: shown.is_kept,
        s: FormPage {
            problems,
            fields: &fields,
            key: None,
            action: format!("/desk/revisions/{}/edit", revision.id),
            step: 0,
            steps: 0,
            scope: None,
            is_one: false,
        },
        f: &f,
    };
    f.respond_with(status, &page).map(private)
}

/// The problems of fields, and all problems in words.
fn said(w: Words, wrong: &Wrong) -> (&[FieldError], Messages) {
    match wrong {
        Wrong::Nothing => (&[], Messages::none()),
        Wrong::Fields(errors) => (errors, Messages::of(w, errors, |_| None)),
        Wrong::Reason(problem) => {
            let told = w.t(&format!("desk-reason-{}", problem.key())).to_string();
            (&[], Messages::said(vec![("reason".to_owned(), told)]))
        }
    }
}
