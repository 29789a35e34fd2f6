//! From the last page to the store: checking the answers, sending them once, and the confirmation.

use crate::acts::{ActError, Actor, Checked, Problems, Sending};
use crate::domain::Poster;
use crate::domain::fields::{AfterFields, Page};
use crate::store::{Source, StoreError};
use crate::web::drafts::{DraftPage, Key};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::session;
use crate::web::view::caution::{Caution, FormPages, cautions};
use crate::web::view::dates::DatesView;
use crate::web::view::meeting::MeetingView;
use crate::web::view::scope::scope_words;
use crate::web::view::when::{ClockLine, echoes};
use crate::web::visit::Visit;
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
}

#[derive(Template)]
#[template(path = "posting/sent.html")]
struct SentPage {
    f: Frame,
    reference: String,
    /// The whole secret address for changes; none for the desk, which needs none.
    edit_address: Option<String>,
    /// The desk's page of the meeting, for the desk.
    desk_path: Option<String>,
}

/// `GET /{lang}/post/{token}/check`: the answers as readers will see them.
pub async fn check(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let f = visit.frame(Section::Post);
    let hash = key.hash();
    let (draft, submission) = match visit.blocking(move |app| app.acts.check(&hash)).await? {
        Checked::Ready(ready) => (ready.0, ready.1.submission),
        Checked::Sent => return Ok(see_other(key.path(&f, DraftPage::Sent))),
        Checked::Problems(problems) => return Ok(back_to(&f, &key, &problems)),
    };
    let meeting = draft.edit.map(|edit| edit.meeting);
    let details = &submission.details;
    let published = meeting.and_then(|meeting| f.snapshot.meeting(meeting));
    let published = published.map(|meeting| meeting.as_ref());
    let (who, when) = (key.path(&f, Page::Who), key.path(&f, Page::When));
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
            .then(|| key.path(&f, Page::Dates)),
        occurrences_path: details
            .timing
            .series()
            .map(|_| key.path(&f, Page::Occurrences)),
        poster: submission.poster,
        is_edit: draft.edit.is_some(),
        scope: draft.edit.and_then(|edit| scope_words(f.w, edit.scope)),
        who,
        when,
        how: key.path(&f, Page::How),
        after: has_after.then(|| key.path(&f, Page::After)),
        send: key.path(&f, DraftPage::Send),
        f,
    };
    page.f.respond(&page).map(private)
}

/// `POST /{lang}/post/{token}/send`: pressed twice, it makes one meeting and leads to the same page.
pub async fn send(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let f = visit.frame(Section::Post);
    let actor = actor(&visit, &key).await?;
    let token = key.token().clone();
    let sending = visit.blocking(move |app| match app.acts.send(&actor, &token) {
        Err(ActError::NotAllowed(_)) => Ok(None),
        outcome => outcome.map(Some),
    });
    Ok(match sending.await? {
        Some(Sending::Sent(_) | Sending::AlreadySent(_)) => {
            see_other(key.path(&f, DraftPage::Sent))
        }
        Some(Sending::Problems(problems)) => back_to(&f, &key, &problems),
        // The draft stays as it is, so whoever gets in again finds all of it.
        None => session::outside(&visit)?,
    })
}

/// Whoever fills in a form: by its secret, or of the secretariat if they have a session.
pub async fn actor(visit: &Visit, key: &Key) -> Result<Actor, WebError> {
    Ok(match session::person(visit).await? {
        Some(person) => Actor::Reviewer(person),
        None => Actor::Poster(key.hash()),
    })
}

/// To the first page on which something is wrong, which then says so.
fn back_to(f: &Frame, key: &Key, problems: &Problems) -> HttpResponse {
    see_other(key.path(f, DraftPage::Wrong(problems.page)))
}

/// `GET /{lang}/post/{token}/sent`: the reference, what happens next, and how to change it.
pub async fn sent(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = Key::parse(&path.1)?;
    let hash = key.hash();
    let (sent, draft) = visit
        .blocking(move |app| {
            Ok::<_, StoreError>((app.store.sent_draft(&hash)?, app.store.draft(&hash)?))
        })
        .await?;
    let (Some(sent), Some(draft)) = (sent, draft) else {
        return Err(WebError::NotFound);
    };
    let f = visit.frame(Section::Post);
    let is_desk = draft.source == Source::Desk;
    let page = SentPage {
        reference: sent.reference.to_string(),
        edit_address: (!is_desk).then(|| {
            let secret = key.token().edit_key();
            format!(
                "{}/{}/edit/{}",
                visit.app.base_url.as_str(),
                f.lang(),
                secret.secret()
            )
        }),
        desk_path: is_desk.then(|| format!("/desk/meetings/{}", sent.meeting)),
        f,
    };
    page.f.respond(&page).map(private)
}
