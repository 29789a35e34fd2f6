//! A meeting of which something cannot be read, at the desk: why, what is stored in its place, and what
//! can be decided all the same. Beside it, what is left out of the calendar altogether.

use super::review::Remarks;
use crate::calendar::Snapshot;
use crate::domain::MeetingId;
use crate::i18n::Words;
use crate::store::{LeftOut, StoreError, Subject, UnreadableRevision};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::view::names::{called, group_name};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The most letters of a stored document that are shown.
const SHOWN: usize = 20_000;

#[derive(Template)]
#[template(path = "desk/unreadable.html")]
struct UnreadablePage {
    f: Frame,
    id: String,
    reference: String,
    title: String,
    group: String,
    /// What stops the meeting from being read, if it is more than its revisions.
    why: Option<String>,
    is_published: bool,
    pending: Option<String>,
    revisions: Vec<UnreadableRevision>,
    remarks: Remarks,
}

/// The page of a meeting that cannot be read, with the reason of the store if it gave one.
pub async fn render(
    visit: &Visit,
    id: MeetingId,
    status: StatusCode,
    (remarks, error): (Remarks, Option<StoreError>),
) -> Result<HttpResponse, WebError> {
    let meeting = visit
        .blocking(move |app| app.store.unreadable_meeting(id))
        .await?;
    let meeting = meeting.ok_or(WebError::NotFound)?;
    let f = visit.frame(Section::Desk);
    let page = UnreadablePage {
        id: id.to_string(),
        reference: meeting.reference.to_string(),
        title: meeting.title,
        group: called(&f, &meeting.group, group_name),
        why: error
            .filter(|_| meeting.revisions.is_empty())
            .map(|error| error.to_string()),
        is_published: meeting.is_published,
        pending: meeting.pending.map(|revision| revision.to_string()),
        revisions: meeting.revisions.into_iter().map(shortened).collect(),
        remarks,
        f,
    };
    page.f.respond_with(status, &page).map(private)
}

fn shortened(mut revision: UnreadableRevision) -> UnreadableRevision {
    if let Some((at, _)) = revision.document.char_indices().nth(SHOWN) {
        revision.document.truncate(at);
    }
    revision
}

/// Something that is left out of the calendar, as a line of the desk's list.
pub struct LeftOutRow {
    /// The page of the meeting, if it is one.
    pub meeting: Option<String>,
    pub name: String,
    pub reason: String,
    pub is_newer: bool,
}

/// What is left out of the calendar.
pub fn left_out(w: Words, snapshot: &Snapshot) -> Vec<LeftOutRow> {
    let left_out = snapshot.left_out().iter();
    left_out.map(|one| LeftOutRow::of(w, one)).collect()
}

impl LeftOutRow {
    fn of(w: Words, one: &LeftOut) -> Self {
        let (meeting, name) = match &one.subject {
            Subject::Group(slug) => (None, w.t1("left-out-group", "name", slug.as_str())),
            Subject::Topic(slug) => (None, w.t1("left-out-topic", "name", slug.as_str())),
            Subject::Change(seq) => (None, w.t1("left-out-change", "number", seq.to_string())),
            Subject::Meeting { id, reference } => {
                (Some(id.to_string()), reference.to_string().into())
            }
        };
        Self {
            meeting,
            name: name.to_string(),
            reason: one.reason.clone(),
            is_newer: one.is_newer,
        }
    }
}
