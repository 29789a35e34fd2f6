//! Notes among reviewers: what they tell each other about an entry.

use super::{Remarks, kept, render};
use crate::acts::Actor;
use crate::domain::MeetingId;
use crate::domain::text::Note;
use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::store::ReviewNote;
use crate::web::error::WebError;
use crate::web::frame::see_other;
use crate::web::request::{Body, read_form};
use crate::web::session;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// A note on the page.
pub struct NoteLine {
    pub author: String,
    pub when: String,
    pub text: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NoteForm {
    note: String,
}

/// Every note, oldest first.
pub fn lines(w: Words, notes: &[ReviewNote]) -> Vec<NoteLine> {
    notes
        .iter()
        .map(|note| NoteLine {
            author: note.author.clone(),
            when: stamp(w, note.written),
            text: note.text.clone(),
        })
        .collect()
}

/// `POST /desk/meetings/{id}/notes`
pub async fn add(
    visit: Visit,
    id: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, WebError> {
    let meeting = MeetingId::parse(&id).ok_or(WebError::NotFound)?;
    let Some(person) = session::secretary(&visit).await? else {
        return kept::outside_with(&visit, Some(meeting), &body).await;
    };
    let form: NoteForm = read_form(&body)?;
    let note = match Note::parse(&form.note) {
        Ok(note) => note,
        Err(problem) => {
            let key = format!("review-note-{}", problem.key());
            let remarks = Remarks {
                note_error: Some(visit.reader.words().t(&key).to_string()),
                note: form.note,
                ..Remarks::default()
            };
            let told = (StatusCode::UNPROCESSABLE_ENTITY, remarks);
            return render(&visit, &person, meeting, told).await;
        }
    };
    let actor = Actor::Reviewer(person);
    visit
        .act(move |acts| acts.note(&actor, meeting, &note))
        .await?;
    let next = see_other(format!("/desk/meetings/{meeting}#notes"));
    kept::done(&visit, meeting, next).await
}
