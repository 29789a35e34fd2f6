//! Posting the next meeting of a series: a draft that says again what a published meeting says.
//! What may be copied is decided in `domain::fields`; the meeting copied from is not touched.

use crate::acts::Actor;
use crate::domain::Signs;
use crate::domain::fields::{MeetingFields, Page};
use crate::web::drafts;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::late::know_meeting;
use crate::web::reading::find;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// `POST /{lang}/meetings/{id}/next`: begins the draft and asks for its date first.
pub async fn begin(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    know_meeting(&visit.app, &path.1).await;
    let fields = MeetingFields::next_one(&find(&visit.snapshot(), &path.1)?.details);
    let language = visit.reader.language.tag();
    let begun = drafts::begin(&visit, move |acts| {
        acts.post(&Actor::Anyone, fields, language, Signs::default())
    });
    let (key, _) = begun.await?;
    Ok(see_other(key.path(visit.lang(), Page::When)))
}
