//! How large a feed may be. Calendar programs load a feed whole and lose events when it is large, so
//! what is farthest from today gives way, never what is held next; and the feed says so.

use super::past::Past;
use super::select::{Chosen, chosen};
use super::shelf::{ChosenObjects, Stock};
use super::words;
use crate::calendar::Filter;
use crate::i18n::{Language, Words};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The most VEVENTs of a feed for which nobody asked for more.
const MAX_EVENTS: usize = 4000;
/// The most octets of VEVENTs of such a feed.
const MAX_OCTETS: usize = 4_000_000;

/// What a feed holds in spite of what its query meets, because it would be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The first UTC day of which it holds all; `None` if nothing that is over gave way.
    pub since: Option<NaiveDate>,
    /// The last UTC day of which it holds all; `None` if nothing that is to come gave way.
    pub until: Option<NaiveDate>,
}

/// What a feed in a language has to leave out of what its query meets; `None` if it holds everything.
pub fn cut(
    stock: &Stock,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    language: Language,
) -> Option<Cut> {
    held(stock, filter, past, now, language).1
}

/// The meetings of a feed in their order, and what had to be left out. Without a longer `past` there
/// are at most 4,000 events and about 4 MB of them. Meetings that iCalendar cannot say (see
/// [`super::calendar`]) are not among them.
pub(super) fn held<'a>(
    stock: &'a Stock,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    language: Language,
) -> (Vec<ChosenObjects<'a>>, Option<Cut>) {
    let told: Vec<_> = chosen(stock.snapshot(), filter, past, now)
        .into_iter()
        .filter_map(|chosen| {
            let objects = stock.chosen_objects(&chosen, language)?;
            Some((chosen, objects))
        })
        .collect();
    let today = now.date_naive();
    let objects = told.iter().map(|(_, objects)| objects);
    if past.asks_for_more(today) || Room::default().has_room_for_all(objects) {
        return (told.into_iter().map(|(_, objects)| objects).collect(), None);
    }
    nearest(told, today)
}

/// Those that are nearest to today, in their order.
fn nearest<'a>(
    told: Vec<(Chosen<'_>, ChosenObjects<'a>)>,
    today: NaiveDate,
) -> (Vec<ChosenObjects<'a>>, Option<Cut>) {
    let mut by_distance: Vec<(Distance, usize, ChosenObjects)> = told
        .into_iter()
        .enumerate()
        .map(|(place, (chosen, objects))| (Distance::of(&chosen, today), place, objects))
        .collect();
    by_distance.sort_by_key(|(distance, place, _)| (distance.length, *place));
    let mut room = Room::default();
    let fits = by_distance
        .iter()
        .take_while(|(_, _, objects)| room.take(objects))
        .count();
    let left_out = by_distance.split_off(fits);
    let cut = Cut::of(left_out.iter().map(|(distance, ..)| distance), today);
    by_distance.sort_by_key(|(_, place, _)| *place);
    let kept = by_distance.into_iter().map(|(_, _, objects)| objects);
    (kept.collect(), Some(cut))
}

/// What a feed has room for.
#[derive(Default)]
struct Room {
    octets: usize,
    events: usize,
}

impl Room {
    fn take(&mut self, objects: &ChosenObjects<'_>) -> bool {
        self.octets += objects.octets();
        self.events += objects.events();
        self.octets <= MAX_OCTETS && self.events <= MAX_EVENTS
    }

    fn has_room_for_all<'a>(
        mut self,
        objects: impl IntoIterator<Item = &'a ChosenObjects<'a>>,
    ) -> bool {
        objects.into_iter().all(|objects| self.take(objects))
    }
}

/// How far a meeting is from the beginning of today: the nearest of its chosen times.
struct Distance {
    length: TimeDelta,
    is_over: bool,
}

impl Distance {
    /// What goes on today has none, and what has no date yet.
    fn of(chosen: &Chosen<'_>, today: NaiveDate) -> Self {
        let now = today.and_time(NaiveTime::MIN).and_utc();
        let of_one = |start: Option<DateTime<Utc>>, end: Option<DateTime<Utc>>| {
            let ahead = start.map_or(TimeDelta::zero(), |start| start - now);
            let behind = end.map_or(TimeDelta::zero(), |end| now - end);
            Self {
                length: ahead.max(behind).max(TimeDelta::zero()),
                is_over: behind > TimeDelta::zero(),
            }
        };
        let all = chosen.occurrences();
        all.map(|one| of_one(one.start(), one.end()))
            .min_by_key(|distance| distance.length)
            .unwrap_or_else(|| of_one(None, None))
    }
}

impl Cut {
    /// In a sentence for subscribers.
    pub fn in_words(&self, w: Words) -> String {
        words::cut(w, self)
    }

    /// From what was left out.
    fn of<'a>(left_out: impl Iterator<Item = &'a Distance>, today: NaiveDate) -> Self {
        let now = today.and_time(NaiveTime::MIN).and_utc();
        let mut cut = Self {
            since: None,
            until: None,
        };
        for distance in left_out {
            let side = match distance.is_over {
                true => &mut cut.since,
                false => &mut cut.until,
            };
            // The nearest comes first.
            if side.is_none() {
                *side = match distance.is_over {
                    true => (now - distance.length)
                        .date_naive()
                        .checked_add_days(Days::new(1)),
                    false => (now + distance.length).date_naive().pred_opt(),
                };
            }
        }
        cut
    }
}
