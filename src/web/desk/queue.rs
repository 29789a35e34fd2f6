//! What waits for a decision, oldest first, with what is near marked; and above it what is on the
//! calendar already and still lacks something as its day nears.

use super::unreadable::{LeftOutRow, left_out};
use crate::calendar::needing_attention;
use crate::store::{Person, QueueEntry};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::attention::FlaggedMeeting;
use crate::web::view::names::{called, group_name};
use crate::web::view::together::{sender_name, several_wait};
use crate::web::view::when::stamp;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use chrono::TimeDelta;

/// What waits, as a line of the queue.
struct QueueRow {
    meeting: String,
    reference: String,
    title: String,
    group: String,
    sender: String,
    /// That several changes wait in it, and whose.
    several: Option<String>,
    sent: String,
    starts: Option<String>,
    is_edit: bool,
    is_near: bool,
    is_unreadable: bool,
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    f: Frame,
    person: Person,
    rows: Vec<QueueRow>,
    flagged: Vec<FlaggedMeeting>,
    left_out: Vec<LeftOutRow>,
    /// A reference that was looked for and does not exist.
    not_found: Option<String>,
}

/// `GET /desk`, and with `?reference=` the way to a meeting that was decided already.
pub async fn show(Secretary(person): Secretary, visit: Visit) -> Result<HttpResponse, WebError> {
    let looked_for = visit
        .query_value("reference")
        .filter(|typed| !typed.trim().is_empty());
    if let Some(typed) = looked_for.clone() {
        let meeting = visit
            .blocking(move |app| app.store.meeting_of_reference(&typed))
            .await?;
        if let Some(meeting) = meeting {
            return Ok(see_other(format!("/desk/meetings/{meeting}")));
        }
    }
    let queue = visit.blocking(|app| app.store.queue()).await?;
    let f = visit.frame(Section::Desk);
    let rows = queue.into_iter().map(|entry| row(&f, entry)).collect();
    let flagged = needing_attention(&f.snapshot, f.now)
        .into_iter()
        .map(|(meeting, attention)| FlaggedMeeting::of(&f, meeting, &attention))
        .collect();
    let page = QueuePage {
        person,
        rows,
        flagged,
        left_out: left_out(f.w, &f.snapshot),
        not_found: looked_for,
        f,
    };
    page.f.respond(&page).map(private)
}

fn row(v: &View, entry: QueueEntry) -> QueueRow {
    QueueRow {
        meeting: entry.meeting.to_string(),
        reference: entry.reference.to_string(),
        title: entry.title,
        group: called(v, &entry.group, group_name),
        sender: entry
            .senders
            .last()
            .map(|sender| sender_name(v.w, sender))
            .unwrap_or_default(),
        several: several_wait(v.w, &entry.senders),
        sent: stamp(v.w, entry.sent),
        starts: entry.starts.map(|at| stamp(v.w, at)),
        is_edit: entry.is_edit,
        is_unreadable: entry.is_unreadable,
        is_near: entry
            .starts
            .is_some_and(|at| at > v.now && at - v.now < TimeDelta::days(3)),
    }
}
