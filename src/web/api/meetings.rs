//! `/api/v1/meetings`: the meetings themselves, each with when and how it is held.

use super::answer;
use super::endpoint::{Endpoint, FILTERS, MEETING_ID, Other, PAGING};
use super::model::{Meeting, MeetingPage, MeetingWithOccurrences};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::calendar::PublishedMeeting;
use crate::domain::MeetingId;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::late::know_meeting;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use std::sync::Arc;

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/meetings",
    id: "listMeetings",
    summary: "Meetings, past and to come",
    description: "Every meeting of which at least one time meets the filter, by first start; those \
                  without any date come last. A meeting that is rescheduled while you turn pages may be \
                  missed or come twice; `/api/v1/changes` then tells of it.",
    parameters: &[FILTERS, PAGING],
    answer: "MeetingPage",
    others: &[],
};

pub const ONE: Endpoint = Endpoint {
    path: "/api/v1/meetings/{id}",
    id: "getMeeting",
    summary: "One meeting with all of its times",
    description: "",
    parameters: &[MEETING_ID],
    answer: "MeetingWithOccurrences",
    others: &[Other::NotFound, Other::Gone],
};

/// What puts meetings in the order of the list.
type Place = (bool, Option<DateTime<Utc>>, MeetingId);

/// `GET /api/v1/meetings`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let after = query.cursor(read_place)?;
    let snapshot = app.calendar.current();
    let filter = query.filter(&snapshot)?;
    answer::serve(&app, &request, snapshot, move |teller| {
        let all = teller.snapshot.meetings();
        let begin = after.map_or(0, |after| all.partition_point(|one| place(one) <= after));
        let (page, last) = cut(all[begin..].iter(), query.limit(), |one| {
            filter.is_empty() || filter.accepts(one, teller.snapshot)
        });
        MeetingPage {
            meetings: page.iter().map(|one| Meeting::of(teller, one)).collect(),
            next: last.map(|last| query.next(teller.base, LIST.path, &write_place(last))),
            since: teller.since(),
        }
    })
    .await
}

/// `GET /api/v1/meetings/{id}`
pub async fn one(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    Query::read(&request, &ONE)?;
    know_meeting(&app, &id).await;
    let snapshot = app.calendar.current();
    let id = MeetingId::parse(&id).ok_or_else(answer::not_found)?;
    let Some(meeting) = snapshot.meeting(id).cloned() else {
        return Err(match snapshot.was_taken_off(id) {
            true => WebError::Gone.into(),
            false => answer::not_found(),
        });
    };
    answer::serve(&app, &request, snapshot, move |teller| {
        MeetingWithOccurrences::of(teller, &meeting)
    })
    .await
}

fn place(meeting: &Arc<PublishedMeeting>) -> Place {
    let start = meeting.first_start();
    (start.is_none(), start, meeting.id)
}

fn write_place(meeting: &Arc<PublishedMeeting>) -> String {
    let start = meeting.first_start();
    let start = start.map(|start| start.timestamp_micros().to_string());
    cursor::write([start.unwrap_or_default(), meeting.id.to_string()])
}

fn read_place([start, id]: [String; 2]) -> Option<Place> {
    let start = match start.as_str() {
        "" => None,
        start => Some(DateTime::from_timestamp_micros(start.parse().ok()?)?),
    };
    Some((start.is_none(), start, MeetingId::parse(&id)?))
}
