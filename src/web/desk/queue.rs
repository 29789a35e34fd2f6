//! What waits for a decision, what begins soonest first and marked if it is near; above it what was just
//! decided, and what is on the calendar already and still lacks something as its day nears.

use super::rush;
use super::unreadable::{LeftOutRow, left_out};
use crate::calendar::needing_attention;
use crate::domain::MeetingId;
use crate::i18n::Words;
use crate::i18n::times::stamp;
use crate::store::{MeetingState, Person, QueueEntry, StoreError};
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private, see_other};
use crate::web::session::Secretary;
use crate::web::view::View;
use crate::web::view::attention::FlaggedMeeting;
use crate::web::view::names::{called, group_name};
use crate::web::view::together::{sender_name, several_wait};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use askama::Template;
use chrono::{DateTime, TimeDelta, Utc};

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

/// A meeting that was just decided on.
struct DecidedRow {
    meeting: String,
    title: String,
    /// What was decided.
    words: String,
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    f: Frame,
    person: Person,
    rows: Vec<QueueRow>,
    flagged: Vec<FlaggedMeeting>,
    left_out: Vec<LeftOutRow>,
    /// That more comes in than usual.
    rush: Option<String>,
    /// What was just decided.
    decided: Option<DecidedRow>,
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
    let decided = visit.query_value("decided");
    let decided = decided.and_then(|id| MeetingId::parse(&id));
    let (mut queue, decided) = visit
        .blocking(move |app| with_decided(app, decided))
        .await?;
    let f = visit.frame(Section::Desk);
    queue.sort_by_key(|entry| soonest_first(entry, f.now));
    let decided = decided.and_then(|state| decided_row(f.w, &state));
    let rows = queue.into_iter().map(|entry| row(&f, entry)).collect();
    let flagged = needing_attention(&f.snapshot, f.now)
        .into_iter()
        .map(|(meeting, attention)| FlaggedMeeting::of(&f, meeting, &attention))
        .collect();
    let rush = rush::notice(&visit).await?;
    let page = QueuePage {
        person,
        rush,
        rows,
        flagged,
        left_out: left_out(f.w, &f.snapshot),
        decided,
        not_found: looked_for,
        f,
    };
    page.f.respond(&page).map(private)
}

/// What waits, and the meeting that was just decided on. One that cannot be read is not spoken of.
fn with_decided(
    app: &App,
    decided: Option<MeetingId>,
) -> Result<(Vec<QueueEntry>, Option<MeetingState>), StoreError> {
    let decided = match decided.map(|id| app.store.meeting(id)) {
        Some(Err(error)) if !error.is_damage() => return Err(error),
        Some(Ok(state)) => state,
        Some(Err(_)) | None => None,
    };
    Ok((app.store.queue()?, decided))
}

/// What has begun already, and what has no date, can wait the longest.
fn soonest_first(entry: &QueueEntry, now: DateTime<Utc>) -> (bool, Option<DateTime<Utc>>) {
    let coming = entry.starts.filter(|start| *start > now);
    (coming.is_none(), coming)
}

fn decided_row(w: Words, state: &MeetingState) -> Option<DecidedRow> {
    let review = state
        .history
        .iter()
        .find_map(|entry| entry.review.as_ref())?;
    let verdict = w.t(&format!("verdict-{}", review.verdict.as_str()));
    Some(DecidedRow {
        meeting: state.id.to_string(),
        title: state.newest.as_ref()?.details.said.title.to_string(),
        words: w.t1("desk-decided", "verdict", verdict).to_string(),
    })
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
