//! From the last page to the store: checking the answers, sending them once, and the confirmation.

use super::change::Asked;
use super::key::{Key, key_of};
use crate::acts::{ActError, Actor, Checked, Problems, Sending};
use crate::domain::fields::AfterFields;
use crate::domain::{MeetingId, Poster};
use crate::store::{Source, StoreError};
use crate::web::app::{App, blocking};
use crate::web::desk;
use crate::web::error::WebError;
use crate::web::frame::{Frame, private, see_other};
use crate::web::request::Reader;
use crate::web::view::caution::{Caution, FormPages, cautions};
use crate::web::view::dates::DatesView;
use crate::web::view::meeting::MeetingView;
use crate::web::view::scope::scope_words;
use crate::web::view::when::{ClockLine, echoes};
use actix_web::{HttpRequest, HttpResponse, web};
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
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = key_of(&path.1)?;
    let f = Frame::new(&app, &reader, &request, "post");
    let hash = key.hash();
    let (draft, submission) = match blocking(&app, move |app| app.acts.check(&hash)).await? {
        Checked::Ready(ready) => (ready.0, ready.1.submission),
        Checked::Sent => return Ok(see_other(key.path(&f, "sent"))),
        Checked::Problems(problems) => return Ok(back_to(&f, &key, &problems)),
    };
    let meeting = draft.edit.map(|edit| edit.meeting);
    let snapshot = app.calendar.current();
    let details = &submission.details;
    let published = meeting.and_then(|meeting| snapshot.meeting(meeting));
    let published = published.map(|meeting| meeting.as_ref());
    let (who, when) = (key.path(&f, "who"), key.path(&f, "when"));
    let pages = FormPages {
        who: &who,
        when: &when,
    };
    // What came out of one date of a series is said of that date.
    let may_have_after =
        details.timing.series().is_none() && details.may_have_outcomes(app.clock.now());
    let has_after = may_have_after || draft.fields.after != AfterFields::default();
    let page = CheckPage {
        cautions: cautions(f.w, details, &snapshot, meeting, Some(pages)),
        m: MeetingView::of(
            f.w,
            details,
            published,
            &snapshot,
            &reader.zone,
            app.clock.now(),
        ),
        echoes: details
            .timing
            .first()
            .exact()
            .map(|times| echoes(f.w, times))
            .unwrap_or_default(),
        dates: DatesView::of(f.w, details),
        dates_path: details.timing.is_plural().then(|| key.path(&f, "dates")),
        occurrences_path: details.timing.series().map(|_| key.path(&f, "occurrences")),
        poster: submission.poster,
        is_edit: draft.edit.is_some(),
        scope: draft.edit.and_then(|edit| scope_words(f.w, edit.scope)),
        who,
        when,
        how: key.path(&f, "how"),
        after: has_after.then(|| key.path(&f, "after")),
        send: key.path(&f, "send"),
        f,
    };
    page.f.respond(&page).map(private)
}

/// `POST /{lang}/post/{token}/send`: pressed twice, it makes one meeting and leads to the same page.
pub async fn send(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = key_of(&path.1)?;
    let f = Frame::new(&app, &reader, &request, "post");
    let actor = actor(&app, &request, &key).await?;
    let token = key.token().clone();
    let sending = blocking(&app, move |app| match app.acts.send(&actor, &token) {
        Err(ActError::NotAllowed(_)) => Ok(None),
        outcome => outcome.map(Some),
    });
    Ok(match sending.await? {
        Some(Sending::Sent(_) | Sending::AlreadySent(_)) => see_other(key.path(&f, "sent")),
        Some(Sending::Problems(problems)) => back_to(&f, &key, &problems),
        // The draft stays as it is, so whoever gets in again finds all of it.
        None => desk::outside(&app, &request)?,
    })
}

/// Whoever fills in a form: by its secret, or of the secretariat if they have a session.
pub async fn actor(
    app: &web::Data<App>,
    request: &HttpRequest,
    key: &Key,
) -> Result<Actor, WebError> {
    Ok(match desk::person(app, request).await? {
        Some(person) => Actor::Reviewer(person),
        None => Actor::Poster(key.hash()),
    })
}

/// To the first page on which something is wrong, which then says so.
fn back_to(f: &Frame, key: &Key, problems: &Problems) -> HttpResponse {
    see_other(key.path(f, &format!("{}?errors=true", problems.page.as_str())))
}

/// `GET /{lang}/post/{token}/sent`: the reference, what happens next, and how to change it.
pub async fn sent(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let key = key_of(&path.1)?;
    let hash = key.hash();
    let (sent, draft) = blocking(&app, move |app| {
        Ok::<_, StoreError>((app.store.sent_draft(&hash)?, app.store.draft(&hash)?))
    })
    .await?;
    let (Some(sent), Some(draft)) = (sent, draft) else {
        return Err(WebError::NotFound);
    };
    let f = Frame::new(&app, &reader, &request, "post");
    let is_desk = draft.source == Source::Desk;
    let page = SentPage {
        reference: sent.reference.to_string(),
        edit_address: (!is_desk).then(|| {
            let secret = key.token().edit_key();
            format!(
                "{}/{}/edit/{}",
                app.base_url.as_str(),
                f.lang(),
                secret.secret()
            )
        }),
        desk_path: is_desk.then(|| format!("/desk/meetings/{}", sent.meeting)),
        f,
    };
    page.f.respond(&page).map(private)
}

/// A draft that says what a meeting says now but for what is about to change; leads to the page on
/// which that goes on.
pub async fn prefilled(
    app: &web::Data<App>,
    f: &Frame,
    actor: Actor,
    meeting: MeetingId,
    Asked { scope, change }: Asked,
) -> Result<HttpResponse, WebError> {
    let language = f.w.language().tag();
    let (token, page) = blocking(app, move |app| {
        app.acts
            .change(&actor, (meeting, scope), language, |fields| {
                change.begin(fields)
            })
    })
    .await?;
    Ok(see_other(Key::new(token).path(f, page)))
}
