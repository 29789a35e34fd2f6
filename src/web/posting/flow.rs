//! From the last page to the store: checking the answers, sending them once, and the confirmation.

use super::change::Asked;
use super::key::{Key, key_of};
use super::with_context;
use crate::domain::fields::{AfterFields, MeetingFields, Page, Submission};
use crate::domain::{FieldError, MeetingDetails, MeetingId, Poster};
use crate::store::{Draft, Edit, MeetingState, Source};
use crate::web::app::{App, blocking};
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
    let Ready {
        draft, submission, ..
    } = match ready(&app, &f, &key).await? {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
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
    let Ready {
        submission, whole, ..
    } = match ready(&app, &f, &key).await? {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let submission = Submission {
        details: whole,
        ..submission
    };
    let (hash, edit_key, now) = (key.hash(), key.edit_key().hash(), app.clock.now());
    let sent = blocking(&app, move |app| {
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

/// A draft that says what a meeting says now but for what is about to change; leads to the page on
/// which that goes on.
pub async fn prefilled(
    app: &web::Data<App>,
    f: &Frame,
    meeting: MeetingId,
    source: Source,
    asked: Asked,
) -> Result<HttpResponse, WebError> {
    let now = app.clock.now();
    let begun = blocking(app, move |app| {
        let state = app.store.meeting(meeting)?;
        let Some(base) = state.as_ref().and_then(MeetingState::base) else {
            return Ok(None);
        };
        let Asked { scope, change } = asked;
        let Some(details) = base.details.within(scope, now) else {
            return Ok(None);
        };
        let mut fields = MeetingFields::fill(&details, Some(&base.poster));
        let page = change.begin(&mut fields);
        let edit = Edit { meeting, scope };
        let token = app.store.new_draft(&fields, Some(edit), source, now)?;
        Ok(Some((token, page)))
    })
    .await?;
    let (token, page) = begun.ok_or(WebError::NotFound)?;
    Ok(see_other(Key::new(token).path(f, page)))
}

/// A draft that can be sent.
struct Ready {
    draft: Draft,
    /// What its fields say.
    submission: Submission,
    /// The whole meeting with that, which in a series may be more than what was changed.
    whole: MeetingDetails,
}

/// The draft and what it says; or the way to its confirmation, if it was sent, or back to the first
/// page on which something is wrong.
async fn ready(
    app: &web::Data<App>,
    f: &Frame,
    key: &Key,
) -> Result<Result<Ready, HttpResponse>, WebError> {
    let hash = key.hash();
    let draft = blocking(app, move |app| app.store.draft(&hash)).await?;
    let draft = draft.ok_or(WebError::NotFound)?;
    if draft.sent.is_some() {
        return Ok(Err(see_other(key.path(f, "sent"))));
    }
    let back_to = |page| see_other(key.path(f, &format!("{page}?errors=true")));
    let submission = match parse(app, &draft) {
        Ok(submission) => submission,
        Err(page) => return Ok(Err(back_to(page))),
    };
    Ok(match whole(app, draft.edit, &submission).await? {
        Ok(whole) => Ok(Ready {
            draft,
            submission,
            whole,
        }),
        Err(_) => Err(back_to(Page::When.as_str())),
    })
}

/// The whole meeting after a change of it; the problem is one of the page "when".
async fn whole(
    app: &web::Data<App>,
    edit: Option<Edit>,
    submission: &Submission,
) -> Result<Result<MeetingDetails, FieldError>, WebError> {
    let changed = submission.details.clone();
    let Some(Edit { meeting, scope }) = edit else {
        return Ok(Ok(changed));
    };
    let now = app.clock.now();
    let state = blocking(app, move |app| app.store.meeting(meeting)).await?;
    let Some(earlier) = state.as_ref().and_then(MeetingState::base) else {
        return Ok(Ok(changed));
    };
    let changed = changed.keeping_origin_of(&earlier.details);
    Ok(earlier.details.with_change(scope, changed, now))
}

/// What is wrong with a draft only in sight of the series that it changes.
pub async fn problem_with_whole(
    app: &web::Data<App>,
    draft: &Draft,
) -> Result<Option<FieldError>, WebError> {
    match parse(app, draft) {
        Ok(submission) => Ok(whole(app, draft.edit, &submission).await?.err()),
        Err(_) => Ok(None),
    }
}

/// The submission, or the name of the first page that is not finished.
fn parse(app: &App, draft: &Draft) -> Result<Submission, &'static str> {
    let fields = &draft.fields;
    let meeting = draft.edit.map(|edit| edit.meeting);
    with_context(app, meeting, |context| {
        fields.parse(context).map_err(|_| {
            fields
                .first_unfinished(context)
                .map_or("who", |page| page.as_str())
        })
    })
}
