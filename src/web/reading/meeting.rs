//! The page of one meeting: of the one time at which it is held, of its parts or slots together, or
//! of one occurrence of a series, the one at hand if none is asked for.

use crate::calendar::{PublishedMeeting, Snapshot};
use crate::domain::{MeetingId, Occurrence, OccurrenceKey};
use crate::feeds::in_language;
use crate::web::app::App;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::late::know_meeting;
use crate::web::view::entry::query;
use crate::web::view::history::{ChangeView, history};
use crate::web::view::meeting::MeetingView;
use crate::web::view::series_dates::SeriesDates;
use crate::web::view::sittings::SittingsView;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "reading/meeting.html")]
struct MeetingPage {
    f: Frame,
    id: String,
    /// Which date of a series it is about, for addresses.
    query: String,
    reference: String,
    m: MeetingView,
    calendar: CalendarLinks,
    /// Its parts or slots.
    sittings: Option<SittingsView>,
    /// The dates of a series.
    dates: Option<SeriesDates>,
    /// Date of the last published change.
    changed: String,
    /// What changed since it was first published, newest first.
    history: Vec<ChangeView>,
}

/// The ways from the page into somebody's calendar.
struct CalendarLinks {
    /// The feed of the whole meeting.
    feed: Option<String>,
    /// An address and what it adds.
    buttons: Vec<(String, String)>,
}

impl CalendarLinks {
    /// On the page of one date of a series there is one for the date and one for all of them; none for
    /// what feeds have nothing to say of, as it is too vague or was cancelled long ago.
    fn of(app: &App, f: &Frame, meeting: &PublishedMeeting, shown: &Occurrence) -> Self {
        let (w, query) = (f.w, query(shown.key));
        let address = |query: &str| {
            let address = format!("/meetings/{}.ics{query}", meeting.id);
            in_language(address, w.language())
        };
        let button = |query: &str, words: &str| (address(query), w.t(words).into_owned());
        let is_told = app.shelf.stock(&f.snapshot).objects(meeting.id).is_some();
        let is_date = !query.is_empty();
        let whole = match is_date {
            true => "add-series-to-calendar",
            false => "add-to-calendar",
        };
        let of_date = is_date.then(|| button(&query, "add-date-to-calendar"));
        let of_all = is_told.then(|| button("", whole));
        Self {
            feed: is_told.then(|| address("")),
            buttons: of_date.into_iter().chain(of_all).collect(),
        }
    }
}

/// `/{lang}/meetings/{id}`, and with `?on=2018-04-10` one occurrence of a series.
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    know_meeting(&visit.app, &path.1).await;
    let f = visit.frame(Section::Elsewhere);
    let meeting = find(&f.snapshot, &path.1)?;
    let shown = shown(meeting, &visit, f.now);
    // Parts and slots are one page: whoever looks for one of them wants to know of the others.
    let m = match shown.key.date() {
        Some(_) => MeetingView::of_occurrence(&f, shown, meeting),
        None => MeetingView::of(&f, &meeting.details, Some(meeting.as_ref())),
    };
    let page = MeetingPage {
        id: meeting.id.to_string(),
        query: query(shown.key),
        reference: meeting.reference.to_string(),
        calendar: CalendarLinks::of(&visit.app, &f, meeting, shown),
        m,
        sittings: SittingsView::of(&f, &meeting.details.timing),
        dates: SeriesDates::of(&f, meeting, shown),
        history: history(f.w, &meeting.history),
        changed: f.w.date_long(meeting.modified.date_naive()),
        f,
    };
    page.f.respond(&page)
}

/// The occurrence that the address asks for, else the one at hand.
pub fn shown<'a>(
    meeting: &'a PublishedMeeting,
    visit: &Visit,
    now: DateTime<Utc>,
) -> &'a Occurrence {
    asked_for(meeting, visit).unwrap_or_else(|| meeting.at_hand(now))
}

/// The occurrence that the address asks for, if there is one on that day.
pub fn asked_for<'a>(meeting: &'a PublishedMeeting, visit: &Visit) -> Option<&'a Occurrence> {
    let on = visit.query_value("on")?.parse().ok()?;
    let key = OccurrenceKey::On(on);
    meeting.occurrences().find(|one| one.key == key)
}

/// A published meeting by the id in an address.
pub fn find<'a>(snapshot: &'a Snapshot, id: &str) -> Result<&'a Arc<PublishedMeeting>, WebError> {
    MeetingId::parse(id)
        .and_then(|id| snapshot.meeting(id))
        .ok_or(WebError::NotFound)
}
