//! `/api/v1/occurrences`: what is held between two instants.

use super::answer;
use super::endpoint::{Endpoint, FILTERS, Form, PAGING, Parameter, required};
use super::model::{Occurrence, OccurrencePage};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::calendar::PublishedOccurrence;
use crate::domain::MeetingId;
use crate::web::app::App;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};

/// The longest time between the two instants.
const LONGEST: TimeDelta = TimeDelta::days(366);

const SPAN: &[Parameter] = &[
    required(
        "from",
        Form::Instant,
        "The instant from which on (RFC 3339); what ends at this very instant is not among them.",
    ),
    required(
        "until",
        Form::Instant,
        "The instant before which it begins (RFC 3339), at most 366 days after `from`.",
    ),
];

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/occurrences",
    id: "listOccurrences",
    summary: "What is held between two instants",
    description: "Every time that goes on at some moment from `from` to before `until`, by start. An end \
                  that is not given counts as an hour after the start; days without hours count from \
                  their beginning to their end where they are held, or anywhere on Earth if that is not \
                  known; a window counts whole. What has no date at all is in `/api/v1/meetings` alone.",
    parameters: &[SPAN, FILTERS, PAGING],
    answer: "OccurrencePage",
    others: &[],
};

/// What puts occurrences in the order of the list.
type Place = (Option<DateTime<Utc>>, MeetingId, String);

/// `GET /api/v1/occurrences`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let (from, until) = span(&query)?;
    let after = query.cursor(read_place)?;
    let snapshot = app.calendar.current();
    let filter = query.filter(&snapshot)?;
    answer::serve(&app, &request, snapshot, move |teller| {
        let rest = teller
            .snapshot
            .between(from, until)
            .filter(|one| after.as_ref().is_none_or(|after| place(one) > *after));
        let (page, last) = cut(rest, query.limit(), |one| {
            filter.lets_through(one.said(), teller.snapshot)
        });
        OccurrencePage {
            occurrences: page.iter().map(|one| Occurrence::of(teller, one)).collect(),
            next: last.map(|last| query.next(teller.base, LIST.path, &write_place(last))),
            since: teller.since(),
        }
    })
    .await
}

fn span(query: &Query) -> Result<(DateTime<Utc>, DateTime<Utc>), Problem> {
    let wrong = |right| {
        let typed = query.one("until").unwrap_or_default();
        Err(Problem::wrong_value("until", typed, right))
    };
    match (query.instant("from"), query.instant("until")) {
        (Some(from), Some(until)) if until <= from => wrong("it has to be after from."),
        (Some(from), Some(until)) if until - from > LONGEST => {
            wrong("it may be 366 days after from at most.")
        }
        (Some(from), Some(until)) => Ok((from, until)),
        (None, _) => Err(Problem::wrong_use("from", "from is missing.")),
        (_, None) => Err(Problem::wrong_use("until", "until is missing.")),
    }
}

fn place(one: &PublishedOccurrence) -> Place {
    (one.start(), one.meeting().id, one.key().to_string())
}

fn write_place(one: &PublishedOccurrence) -> String {
    let (start, id, key) = place(one);
    let start = start.map(|start| start.timestamp_micros().to_string());
    cursor::write([start.unwrap_or_default(), id.to_string(), key])
}

fn read_place([start, id, key]: [String; 3]) -> Option<Place> {
    let start = DateTime::from_timestamp_micros(start.parse().ok()?)?;
    Some((Some(start), MeetingId::parse(&id)?, key))
}
