//! `/api/v1/changes`: what was published, changed and withdrawn since a place in the change log, for
//! whoever keeps a copy of the calendar.

use super::answer;
use super::endpoint::{Endpoint, Form, Other, PAGING, Parameter, optional};
use super::model::{Change, ChangePage};
use super::query::Query;
use super::{cursor, cursor::cut};
use crate::calendar::{Departed, PublishedMeeting, Snapshot};
use crate::domain::MeetingId;
use crate::store::Stamp;
use crate::web::app::App;
use crate::web::log_mark::LogMark;
use crate::web::problem::Problem;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};

/// For how long before the newest change the snapshot knows what was withdrawn (see
/// [`Snapshot::departed`]), less a day for clocks that are not quite right.
const KNOWN: TimeDelta = TimeDelta::days(30);

const SINCE: &[Parameter] = &[optional(
    "since",
    Form::LogPlace,
    "What an earlier answer gave as `since`; read nothing out of it. With 0, or without it, everything \
     that is on the calendar is told.",
)];

pub const LIST: Endpoint = Endpoint {
    path: "/api/v1/changes",
    id: "listChanges",
    summary: "What was published, changed and withdrawn since then",
    description: "To keep a copy: read all pages of `/api/v1/meetings`, remember the `since` of the first, \
                  and from then on ask here with the `since` of the last answer. Each meeting is told once, \
                  as it is now. What was withdrawn is known for 30 days. Whoever asks later than that, or \
                  with a place that is not in the change log any more (its database went back), is answered \
                  410 with a problem of the type `resync` and begins anew. The same is answered to a \
                  `cursor` that is too old.",
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

/// Where a page begins that goes on from another.
struct After {
    place: Place,
    /// Where the log stood when the page before was read: what is not in the log any more may have been
    /// on it.
    read_at: LogMark,
    /// The number of the log at which the first page was read, of which something may have been
    /// withdrawn since.
    begun_at: i64,
}

impl After {
    fn read([seq, id, read_at, begun_at]: [String; 4]) -> Option<Self> {
        Some(Self {
            place: (seq.parse().ok()?, MeetingId::parse(&id)?),
            read_at: LogMark::read(&read_at)?,
            begun_at: begun_at.parse().ok()?,
        })
    }

    fn write(&self) -> String {
        let (seq, id) = self.place;
        let read_at = self.read_at.text();
        cursor::write([
            seq.to_string(),
            id.to_string(),
            read_at,
            self.begun_at.to_string(),
        ])
    }
}

/// `GET /api/v1/changes`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let query = Query::read(&request, &LIST)?;
    let after = query.cursor(After::read)?;
    let since = query.one("since").and_then(LogMark::read);
    // Whoever knows nothing cannot have missed anything.
    let since = since.filter(|since| since.seq > 0);
    let snapshot = app.calendar.current();
    let marks = since
        .iter()
        .chain(after.as_ref().map(|after| &after.read_at));
    for mark in marks {
        if !mark.is_in_log(&app, &snapshot).await? {
            return Err(Problem::resync());
        }
    }
    let begun_at = after.as_ref().map(|after| after.begun_at);
    let begun_at = begun_at.unwrap_or_else(|| snapshot.seq());
    let since = since.map(|since| since.seq);
    if since.unwrap_or(begun_at) < known_since(&snapshot) {
        return Err(Problem::resync());
    }
    let begin = since.unwrap_or_default();
    let after = after.map(|after| after.place);
    answer::serve(&app, &request, snapshot, move |teller| {
        let mut news: Vec<(Place, News)> = news(teller.snapshot)
            .map(|one| (one.place(), one))
            .filter(|(place, _)| place.0 > begin && after.is_none_or(|after| *place > after))
            .collect();
        news.sort_unstable_by_key(|(place, _)| *place);
        let (page, last) = cut(news.iter(), query.limit(), |_| true);
        let next = last.map(|(place, _)| {
            let after = After {
                place: *place,
                read_at: LogMark::of(teller.snapshot),
                begun_at,
            };
            query.next(teller.base, LIST.path, &after.write())
        });
        let told = page.iter().map(|(_, one)| match one {
            News::Standing(meeting) => Change::standing(teller, meeting),
            News::Departed(departed) => Change::departed(departed),
        });
        ChangePage {
            changes: told.collect(),
            since: teller.since(),
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
