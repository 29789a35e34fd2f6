//! What waits for a decision, oldest first, with what is near marked; and above it what is on the
//! calendar already and still lacks something as its day nears.

use super::session::Secretary;
use crate::calendar::{Snapshot, needing_attention};
use crate::domain::Slug;
use crate::store::{Person, QueueEntry};
use crate::web::app::{App, blocking};
use crate::web::error::WebError;
use crate::web::frame::{Frame, private, see_other};
use crate::web::request::{Reader, query_value};
use crate::web::view::attention::FlaggedMeeting;
use crate::web::view::together::several_wait;
use crate::web::view::when::stamp;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, TimeDelta, Utc};

struct Row {
    meeting: String,
    reference: String,
    title: String,
    group: String,
    poster: String,
    /// That several changes wait in it, and whose.
    several: Option<String>,
    sent: String,
    starts: Option<String>,
    is_edit: bool,
    is_near: bool,
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    f: Frame,
    person: Person,
    rows: Vec<Row>,
    flagged: Vec<FlaggedMeeting>,
    /// A reference that was looked for and does not exist.
    not_found: Option<String>,
}

/// `GET /desk`, and with `?reference=` the way to a meeting that was decided already.
pub async fn show(
    Secretary(person): Secretary,
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, WebError> {
    let looked_for = query_value(&request, "reference").filter(|typed| !typed.trim().is_empty());
    if let Some(typed) = looked_for.clone() {
        let meeting = blocking(&app, move |app| app.store.meeting_of_reference(&typed)).await?;
        if let Some(meeting) = meeting {
            return Ok(see_other(format!("/desk/meetings/{meeting}")));
        }
    }
    let queue = blocking(&app, |app| app.store.queue()).await?;
    let snapshot = app.calendar.current();
    let f = Frame::new(&app, &reader, &request, "desk");
    let now = app.clock.now();
    let rows = queue
        .into_iter()
        .map(|entry| row(&f, entry, &snapshot, now))
        .collect();
    let flagged = needing_attention(&snapshot, now)
        .into_iter()
        .map(|(meeting, attention)| {
            FlaggedMeeting::of(f.w, meeting, &attention, &snapshot, &reader.zone, now)
        })
        .collect();
    let page = QueuePage {
        person,
        rows,
        flagged,
        not_found: looked_for,
        f,
    };
    page.f.respond(&page).map(private)
}

fn row(f: &Frame, entry: QueueEntry, snapshot: &Snapshot, now: DateTime<Utc>) -> Row {
    let group = Slug::parse(&entry.group)
        .ok()
        .and_then(|slug| snapshot.group(&slug))
        .map_or(entry.group, |group| group.short_name().to_owned());
    Row {
        meeting: entry.meeting.to_string(),
        reference: entry.reference.to_string(),
        title: entry.title,
        group,
        poster: entry.poster_name,
        several: several_wait(f.w, &entry.senders),
        sent: stamp(f.w, entry.sent),
        starts: entry.starts.map(|at| stamp(f.w, at)),
        is_edit: entry.is_edit,
        is_near: entry
            .starts
            .is_some_and(|at| at > now && at - now < TimeDelta::days(3)),
    }
}
