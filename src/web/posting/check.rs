//! The page of the answers: the meeting as readers will see it, what others said since the form was
//! begun, and what to choose where both changed the same.

use crate::acts::{Checked, Problems, Ready};
use crate::domain::Poster;
use crate::domain::fields::{AfterFields, Page};
use crate::i18n::times::ClockLine;
use crate::store::Draft;
use crate::web::drafts::{DraftPage, Key};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::view::caution::{Caution, FormPages, cautions};
use crate::web::view::dates::DatesView;
use crate::web::view::form::Messages;
use crate::web::view::meeting::MeetingView;
use crate::web::view::scope::scope_words;
use crate::web::view::together::TogetherView;
use crate::web::view::when::echoes;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "posting/check.html")]
struct CheckPage {
    f: Frame,
    m: MeetingView,
    poster: Poster,
    /// Of what is held several times, those of the first.
    echoes: Vec<ClockLine>,
    /// The times of what is held several times.
    dates: Option<DatesView>,
    cautions: Vec<Caution>,
    /// Whether it changes a meeting that exists.
    is_edit: bool,
    /// Which occurrences of a series it changes, where not all of them.
    scope: Option<String>,
    who: String,
    when: String,
    /// The page of the dates, if there are several.
    dates_path: Option<String>,
    /// The list of a series' dates.
    occurrences_path: Option<String>,
    how: String,
    /// The page for afterwards, where there may be something to say on it.
    after: Option<String>,
    send: String,
    /// What others said since the form was begun.
    together: Option<TogetherView>,
    problems: Messages,
}

/// `GET /{lang}/post/{token}/check`: the answers as readers will see them.
pub async fn check(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let hash = key.hash();
    match visit.act(move |acts| acts.check(&hash)).await? {
        Checked::Ready(ready) => {
            let f = visit.frame(Section::Post);
            let problems = Messages::none();
            page(f, &key, *ready, (StatusCode::OK, problems))
        }
        Checked::Sent => Ok(see_other(key.path(visit.lang(), DraftPage::Sent))),
        Checked::Problems(problems) => Ok(back_to(visit.lang(), &key, &problems)),
    }
}

/// To the first page on which something is wrong, which then says so.
pub fn back_to(lang: &str, key: &Key, problems: &Problems) -> HttpResponse {
    see_other(key.path(lang, DraftPage::Wrong(problems.page)))
}

/// The page of a draft that can be sent, with what is in the way of sending it at once.
pub fn page(
    f: Frame,
    key: &Key,
    (draft, ready): (Draft, Ready),
    (status, problems): (StatusCode, Messages),
) -> Result<HttpResponse, WebError> {
    let submission = ready.submission;
    let meeting = draft.edit.map(|edit| edit.meeting);
    let details = &submission.details;
    let published = meeting.and_then(|meeting| f.snapshot.meeting(meeting));
    let published = published.map(|meeting| meeting.as_ref());
    let (who, when) = (
        key.path(f.lang(), Page::Who),
        key.path(f.lang(), Page::When),
    );
    let pages = FormPages {
        who: &who,
        when: &when,
    };
    // What came out of one date of a series is said of that date.
    let may_have_after = details.timing.series().is_none() && details.may_have_outcomes(f.now);
    let has_after = may_have_after || draft.fields.after != AfterFields::default();
    let page = CheckPage {
        cautions: cautions(&f, details, meeting, Some(pages)),
        m: MeetingView::of(&f, details, published),
        echoes: details
            .timing
            .first()
            .exact()
            .map(|times| echoes(f.w, times))
            .unwrap_or_default(),
        dates: DatesView::of(f.w, details),
        dates_path: details
            .timing
            .is_plural()
            .then(|| key.path(f.lang(), Page::Dates)),
        occurrences_path: details
            .timing
            .series()
            .map(|_| key.path(f.lang(), Page::Occurrences)),
        poster: submission.poster,
        is_edit: draft.edit.is_some(),
        scope: draft.edit.and_then(|edit| scope_words(f.w, edit.scope)),
        who,
        when,
        how: key.path(f.lang(), Page::How),
        after: has_after.then(|| key.path(f.lang(), Page::After)),
        send: key.path(f.lang(), DraftPage::Send),
        together: ready
            .together
            .as_ref()
            .map(|together| TogetherView::of(&f, together)),
        problems,
        f,
    };
    page.f.respond_with(status, &page).map(private)
}
