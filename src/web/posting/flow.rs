//! From the last page to the store: checking the answers, sending them once, and the confirmation.

use super::key::{Key, key_of};
use super::with_context;
use crate::domain::fields::{MeetingFields, Submission};
use crate::domain::{ExactTimes, MeetingId, Poster, Schedule};
use crate::store::{Draft, Source};
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, private, see_other};
use crate::web::request::Reader;
use crate::web::view::caution::{Caution, FormPages, cautions};
use crate::web::view::dates::DatesView;
use crate::web::view::meeting::MeetingView;
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
    who: String,
    when: String,
    /// The page of the dates, if there are several.
    dates_path: Option<String>,
    /// The list of a series' dates.
    occurrences_path: Option<String>,
    how: String,
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
    let (draft, submission) = match ready(&app, &f, &key).await? {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let snapshot = app.calendar.current();
    let details = &submission.details;
    let (who, when) = (key.path(&f, "who"), key.path(&f, "when"));
    let pages = FormPages {
        who: &who,
        when: &when,
    };
    let page = CheckPage {
        cautions: cautions(f.w, details, &snapshot, draft.meeting, Some(pages)),
        m: MeetingView::of(f.w, details, &snapshot, &reader.zone, app.clock.now()),
        echoes: first_time(&details.schedule)
            .map(|times| echoes(f.w, &times))
            .unwrap_or_default(),
        dates: DatesView::of(f.w, &details.schedule),
        dates_path: details.schedule.is_plural().then(|| key.path(&f, "dates")),
        occurrences_path: details
            .schedule
            .series()
            .map(|_| key.path(&f, "occurrences")),
        poster: submission.poster,
        is_edit: draft.meeting.is_some(),
        who,
        when,
        how: key.path(&f, "how"),
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
    let (draft, submission) = match ready(&app, &f, &key).await? {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (hash, edit_key, now) = (key.hash(), key.edit_key().hash(), app.clock.now());
    let sent = blocking(&app, move |app| {
        let mut submission = submission;
        if let Some(meeting) = draft.meeting
            && let Some(earlier) = app.store.meeting(meeting)?.and_then(|state| state.newest)
        {
            submission.details = submission.details.keeping_origin_of(&earlier.details);
        }
        app.store.send_draft(&hash, &submission, &edit_key, now)
    })
    .await?;
    match sent {
        Some(_) => Ok(see_other(key.path(&f, "sent"))),
        None => Err(WebError::NotFound),
    }
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
        Ok((app.store.sent_draft(&hash)?, app.store.draft(&hash)?))
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
            let secret = key.edit_key();
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

/// A draft that says what a meeting says now, ready to be changed; returns its check page.
pub async fn prefilled(
    app: &web::Data<App>,
    f: &Frame,
    meeting: MeetingId,
    source: Source,
) -> Result<HttpResponse, WebError> {
    let now = app.clock.now();
    let token = blocking(app, move |app| {
        let Some(newest) = app.store.meeting(meeting)?.and_then(|state| state.newest) else {
            return Ok(None);
        };
        let fields = MeetingFields::fill(&newest.details, Some(&newest.poster));
        app.store
            .new_draft(&fields, Some(meeting), source, now)
            .map(Some)
    })
    .await?;
    let key = Key::new(token.ok_or(WebError::NotFound)?);
    Ok(see_other(key.path(f, "check")))
}

/// The first time at which it is held, if that is known to the minute.
fn first_time(schedule: &Schedule) -> Option<ExactTimes> {
    match schedule {
        Schedule::Exact(times) => Some(times.clone()),
        Schedule::Parts(sittings) | Schedule::Slots(sittings) => Some(sittings.first().clone()),
        Schedule::Series(series) => series.sittings().next().map(|(_, times)| times),
        Schedule::Day(_) | Schedule::Window(_) | Schedule::Unknown => None,
    }
}

/// The draft and what it says; or the way to its confirmation, if it was sent, or back to the first
/// page on which something is wrong.
async fn ready(
    app: &web::Data<App>,
    f: &Frame,
    key: &Key,
) -> Result<Result<(Draft, Submission), HttpResponse>, WebError> {
    let hash = key.hash();
    let draft = blocking(app, move |app| app.store.draft(&hash)).await?;
    let draft = draft.ok_or(WebError::NotFound)?;
    if draft.sent.is_some() {
        return Ok(Err(see_other(key.path(f, "sent"))));
    }
    Ok(match parse(app, &draft) {
        Ok(submission) => Ok((draft, submission)),
        Err(page) => Err(see_other(key.path(f, &format!("{page}?errors=true")))),
    })
}

/// The submission, or the name of the first page that is not finished.
fn parse(app: &App, draft: &Draft) -> Result<Submission, &'static str> {
    let fields = &draft.fields;
    with_context(app, draft.meeting, |context| {
        fields.parse(context).map_err(|_| {
            fields
                .first_unfinished(context)
                .map_or("who", |page| page.as_str())
        })
    })
}
