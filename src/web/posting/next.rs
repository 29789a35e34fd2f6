//! Posting the next meeting of a series: a draft that says again what a published meeting says.
//! What may be copied is decided in `domain::fields`; the meeting copied from is not touched.

use super::key::Key;
use crate::acts::Actor;
use crate::domain::fields::{MeetingFields, Page};
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, see_other};
use crate::web::reading::find;
use crate::web::request::{Reader, client};
use actix_web::{HttpRequest, HttpResponse, web};

/// `POST /{lang}/meetings/{id}/next`: begins the draft and asks for its date first.
pub async fn begin(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let fields = MeetingFields::next_one(&find(&app.calendar.current(), &path.1)?.details);
    if !app.may_begin_draft(client(&app, &request)) {
        return Err(WebError::TooMany);
    }
    let language = reader.language.tag();
    let (token, _) = blocking(&app, move |app| {
        app.acts.post(&Actor::Anyone, fields, language)
    })
    .await?;
    let f = Frame::new(&app, &reader, &request, "post");
    Ok(see_other(Key::new(token).path(&f, Page::When.as_str())))
}
