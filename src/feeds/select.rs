//! Which meetings a listing's feed holds. Calendar programs load a feed whole and lose events when
//! it is large, so a feed is a window on the calendar unless its reader asked for more.

use super::past::Past;
use super::shelf::Stock;
use crate::calendar::{Filter, PublishedMeeting, PublishedOccurrence, meetings_of};
use crate::domain::Status;
use chrono::{DateTime, Months, NaiveDate, NaiveTime, Utc};
use std::cmp::Reverse;
use std::sync::Arc;

const MONTHS_AHEAD: Months = Months::new(18);
const MAX_EVENTS: usize = 1000;
const MAX_OCTETS: usize = 1_000_000;

/// The meetings of a feed by start: those that the filter accepts and that go on within the window
/// from `past` to 18 months ahead. `now` counts by its UTC day, so a feed changes at midnight at
/// most while nothing is published.
///
/// Of a meeting that is held at several times one of them has to be in the window; the feed then
/// tells of all. What is cancelled stays for a month after its end, until every copy has heard of
/// it. Without a longer `past` there are at most 1,000 events and about 1 MB of them; the meetings
/// that were last held longest ago give way. Meetings that iCalendar cannot say (see
/// [`super::calendar`]) are not among them.
pub fn select<'a>(
    stock: &'a Stock,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
) -> Vec<&'a Arc<PublishedMeeting>> {
    let today = now.date_naive();
    let window = FeedWindow::new(past, today);
    let snapshot = stock.snapshot();
    let held = snapshot
        .ending_since(window.since, window.until)
        .filter(|one| window.keeps(one));
    let mut meetings = meetings_of(held);
    meetings
        .retain(|meeting| filter.accepts(meeting, snapshot) && stock.objects(meeting.id).is_some());
    if !past.asks_for_more(today) {
        drop_longest_ago(&mut meetings, stock);
    }
    meetings
}

/// Leaves so many that the feed is not too large, in their order.
fn drop_longest_ago(meetings: &mut Vec<&Arc<PublishedMeeting>>, stock: &Stock) {
    let mut newest_first: Vec<usize> = (0..meetings.len()).collect();
    newest_first.sort_by_cached_key(|place| Reverse((meetings[*place].last_start(), *place)));
    let (mut octets, mut events) = (0, 0);
    let mut kept: Vec<usize> = newest_first
        .into_iter()
        .take_while(|place| {
            let objects = stock.objects(meetings[*place].id);
            octets += objects.map_or(0, |objects| objects.octets());
            events += objects.map_or(0, |objects| objects.events());
            octets <= MAX_OCTETS && events <= MAX_EVENTS
        })
        .collect();
    kept.sort_unstable();
    *meetings = kept.into_iter().map(|place| meetings[place]).collect();
}

/// The instants between which a feed looks.
struct FeedWindow {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    cancelled_since: DateTime<Utc>,
}

impl FeedWindow {
    fn new(past: Past, today: NaiveDate) -> Self {
        let midnight =
            |day: Option<NaiveDate>| day.map(|day| day.and_time(NaiveTime::MIN).and_utc());
        let month_ago = today.checked_sub_months(Months::new(1));
        Self {
            since: midnight(past.since(today)).unwrap_or(DateTime::<Utc>::MIN_UTC),
            until: midnight(today.checked_add_months(MONTHS_AHEAD))
                .unwrap_or(DateTime::<Utc>::MAX_UTC),
            cancelled_since: midnight(month_ago).unwrap_or(DateTime::<Utc>::MIN_UTC),
        }
    }

    /// Whether something that is held within the window is still worth telling.
    fn keeps(&self, one: &PublishedOccurrence) -> bool {
        one.said().status != Status::Cancelled
            || one.end().is_some_and(|end| self.cancelled_since <= end)
    }
}
