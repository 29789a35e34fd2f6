//! The way into a meeting: the page with its links and passcodes, and the address in feeds, which
//! leads straight on while the meeting is held. When it may do so is decided in `domain::joining`.

use super::meeting::{asked_for, find, shown};
use super::neutral;
use crate::domain::WebUrl;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section, private};
use crate::web::late::know_meeting;
use crate::web::view::entry::query;
use crate::web::view::meeting::MeetingView;
use crate::web::view::sittings::SittingsView;
use crate::web::visit::Visit;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "reading/join.html")]
struct JoinPage {
    f: Frame,
    id: String,
    /// Which date of a series it is about, for addresses.
    query: String,
    m: MeetingView,
    /// Its parts or slots.
    sittings: Option<SittingsView>,
}

/// `/{lang}/meetings/{id}/join`: the ways in, whatever the hour.
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    know_meeting(&visit.app, &path.1).await;
    let f = visit.frame(Section::Elsewhere);
    let meeting = find(&f.snapshot, &path.1)?;
    let shown = shown(meeting, &visit, f.now);
    let page = JoinPage {
        id: meeting.id.to_string(),
        query: query(shown.key),
        m: MeetingView::of_occurrence(&f, shown, meeting),
        sittings: SittingsView::of(&f, &meeting.details.timing),
        f,
    };
    page.f.respond(&page)
}

/// `/meetings/{id}/join`: into the meeting, if it is time and its link can be trusted, else to the
/// page; `?on=2018-04-10` into that date of a series only, `?stay` always to the page.
pub async fn enter(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, WebError> {
    know_meeting(&visit.app, &id).await;
    let snapshot = visit.snapshot();
    let meeting = find(&snapshot, &id)?;
    let now = visit.now();
    let known = &visit.app.forward_hosts;
    let link = match asked_for(meeting, &visit) {
        Some(one) => one.straight_in(now, known),
        None => meeting
            .occurrences()
            .find_map(|one| one.straight_in(now, known)),
    };
    Ok(match link {
        Some(link) if !wants_to_stay(&visit.request) => send_on(link),
        _ => neutral::redirect(visit).await,
    })
}

fn wants_to_stay(request: &HttpRequest) -> bool {
    url::form_urlencoded::parse(request.query_string().as_bytes()).any(|(name, _)| name == "stay")
}

/// Not to be remembered, as it holds for this hour; and the service need not know where from.
fn send_on(link: &WebUrl) -> HttpResponse {
    private(
        HttpResponse::Found()
            .insert_header((header::LOCATION, link.as_str()))
            .insert_header((header::REFERRER_POLICY, "no-referrer"))
            .finish(),
    )
}
