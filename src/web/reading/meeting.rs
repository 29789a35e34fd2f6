//! The page of one meeting.

use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::MeetingId;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::request::Reader;
use crate::web::view::history::{ChangeView, history};
use crate::web::view::meeting::MeetingView;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "reading/meeting.html")]
struct MeetingPage {
    f: Frame,
    id: String,
    reference: String,
    m: MeetingView,
    /// Date of the last published change.
    changed: String,
    /// What changed since it was first published, newest first.
    history: Vec<ChangeView>,
}

/// `/{lang}/meetings/{id}`
pub async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let snapshot = app.calendar.current();
    let meeting = find(&snapshot, &path.1)?;
    let f = Frame::new(&app, &reader, &request, "");
    let page = MeetingPage {
        id: meeting.id.to_string(),
        reference: meeting.reference.to_string(),
        m: MeetingView::of(
            f.w,
            &meeting.details,
            Some(meeting.as_ref()),
            &snapshot,
            &reader.zone,
            app.clock.now(),
        ),
        history: history(f.w, &meeting.history),
        changed: f.w.date_long(meeting.modified.date_naive()),
        f,
    };
    page.f.respond(&page)
}

/// A published meeting by the id in an address.
pub fn find<'a>(snapshot: &'a Snapshot, id: &str) -> Result<&'a Arc<PublishedMeeting>, WebError> {
    MeetingId::parse(id)
        .and_then(|id| snapshot.meeting(id))
        .ok_or(WebError::NotFound)
}
