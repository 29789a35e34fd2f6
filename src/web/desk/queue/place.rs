//! Coming back from an entry to the place in the queue from which it was opened. The address has the
//! filter; a cookie remembers it while entries are read and changed on pages of their own.

use super::filter::QueueFilter;
use crate::domain::MeetingId;
use crate::web::cookies;
use crate::web::frame::see_other;
use crate::web::visit::Visit;
use actix_web::HttpResponse;

/// The cookie that remembers which page of the queue was seen last.
const PLACE_COOKIE: &str = "queue";

/// Remembers the page of the queue that an answer shows.
pub fn remember(visit: &Visit, response: &mut HttpResponse, filter: &QueueFilter) {
    let query = filter.query_with(&[]);
    let query = query.trim_start_matches('?').to_owned();
    let cookie = cookies::build(PLACE_COOKIE, query, visit.app.base_url.is_https()).finish();
    if let Err(error) = response.add_cookie(&cookie) {
        tracing::warn!(%error, "the place in the queue is not remembered");
    }
}

/// The page of the queue that was seen last.
pub fn remembered(visit: &Visit) -> QueueFilter {
    let cookie = cookies::sent(&visit.request, PLACE_COOKIE);
    QueueFilter::read(cookie.as_ref().map_or("", |cookie| cookie.value()))
}

/// Back to that page, where it says what was just done to a meeting: `what` is `done` or `undone`.
pub fn back(visit: &Visit, what: &str, meeting: MeetingId) -> HttpResponse {
    let query = remembered(visit).query_with(&[(what, &meeting.to_string())]);
    see_other(format!("/desk{query}#here"))
}
