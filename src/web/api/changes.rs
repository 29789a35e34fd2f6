//! `/api/v1/changes`: what was published, changed and withdrawn since a number of the change log, for
//! whoever keeps a copy of the calendar.

use super::answer;
use super::endpoint::{Endpoint, Form, Other, PAGING, Parameter, required};
use super::model::{Change, ChangePage};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::calendar::{Departed, PublishedMeeting, Snapshot};
use crate::domain::MeetingId;
use crate::store::Stamp;
use crate::web::app::App;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};

/// For how long before the newest change the snapshot knows what was withdrawn (see
/// [`Snapshot::departed`]), less a day for clocks that are not quite right.
const KNOWN: TimeDelta = TimeDelta::days(30);

const SINCE: &[Parameter] = &[required(
    "since",
    Form::Seq,
    "The number that an earlier answer gave as `seq`.",
)];

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/changes",
    id: "listChanges",
    summary: "What was published, changed and withdrawn since then",
    description: "To keep a copy: read all pages of `/api/v1/meetings`, remember the `seq` of the first, \
                  and from then on ask here with the `seq` of the last answer. Each meeting is told once, \
                  as it is now. What was withdrawn is known for 30 days. Whoever asks later than that, or \
                  with a number that the calendar has not come to (its database went back), is answered \
                  410 with a problem of the type `resync` and begins anew.",
    parameters: &[SINCE, PAGING],
    answer: "ChangePage",
    others: &[Other::Gone],
};

/// Something that became of a meeting.
#[derive(Clone, Copy)]
enum News<'a> {
    Standing(&'a PublishedMeeting),
    Departed(&'a Departed),
}

impl News<'_> {
    fn stamp(self) -> Stamp {
        match self {
            Self::Standing(meeting) => meeting.stamp(),
            Self::Departed(departed) => departed.stamp,
        }
    }

    fn place(self) -> Place {
        match self {
            Self::Standing(meeting) => (self.stamp().seq, meeting.id),
            Self::Departed(departed) => (self.stamp().seq, departed.last.id),
        }
    }
}

/// What puts changes in their order.
type Place = (i64, MeetingId);

/// `GET /api/v1/changes`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let after = query.cursor(read_place)?;
    let since = query.one("since").and_then(|since| since.parse().ok());
    let since: i64 = since.unwrap_or_default();
    let snapshot = app.calendar.current();
    if since > snapshot.seq() || since < known_since(&snapshot) {
        return Err(Problem::resync());
    }
    answer::serve(&app, &request, snapshot, move |teller| {
        let mut news: Vec<(Place, News)> = news(teller.snapshot)
            .map(|one| (one.place(), one))
            .filter(|(place, _)| place.0 > since && after.is_none_or(|after| *place > after))
            .collect();
        news.sort_unstable_by_key(|(place, _)| *place);
        let (page, last) = cut(news.iter(), query.limit(), |_| true);
        let next = last.map(|((seq, id), _)| {
            let cursor = cursor::write([seq.to_string(), id.to_string()]);
            query.next(teller.base, LIST.path, &cursor)
        });
        let told = page.iter().map(|(_, one)| match one {
            News::Standing(meeting) => Change::standing(teller, meeting),
            News::Departed(departed) => Change::departed(departed),
        });
        ChangePage {
            changes: told.collect(),
            seq: teller.snapshot.seq(),
            next,
        }
    })
    .await
}

fn news(snapshot: &Snapshot) -> impl Iterator<Item = News<'_>> {
    let standing = snapshot.meetings().iter();
    let departed = snapshot.departed().iter();
    standing
        .map(|meeting| News::Standing(meeting))
        .chain(departed.map(|departed| News::Departed(departed)))
}

/// The number from which on everything is known that became of a meeting: the one before the first change
/// that is known to have been made lately enough, as times and numbers of the log go together.
fn known_since(snapshot: &Snapshot) -> i64 {
    let begin: DateTime<Utc> = snapshot.modified() - KNOWN;
    let newest = Stamp {
        seq: snapshot.seq(),
        at: snapshot.modified(),
    };
    let stamps = news(snapshot).map(News::stamp);
    let late = stamps
        .chain(std::iter::once(newest))
        .filter(|stamp| stamp.at >= begin);
    late.map(|stamp| stamp.seq - 1).min().unwrap_or_default()
}

fn read_place([seq, id]: [String; 2]) -> Option<Place> {
    Some((seq.parse().ok()?, MeetingId::parse(&id)?))
}
