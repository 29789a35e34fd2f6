//! Finished feeds.

use super::ical::{MeetingObjects, calendar};
use super::info::FeedInfo;
use super::past::Past;
use super::select::select;
use super::shelf::Stock;
use crate::calendar::Filter;
use crate::domain::MeetingId;
use chrono::{DateTime, Utc};

/// The feed of a listing. Which meetings it holds is said at [`select`], what is left out at
/// [`calendar`].
pub fn listing(
    info: &FeedInfo,
    filter: &Filter,
    past: Past,
    now: DateTime<Utc>,
    stock: &Stock,
) -> Feed {
    let meetings = select(stock, filter, past, now);
    let objects = meetings
        .into_iter()
        .filter_map(|meeting| stock.objects(meeting.id));
    of_meetings(info, objects.collect(), stock)
}

/// The feed of one meeting, however long ago it was. `None` if there is no such meeting, or if its
/// date is too vague for iCalendar: the web then says so in words.
pub fn single(info: &FeedInfo, id: MeetingId, stock: &Stock) -> Option<Feed> {
    let objects = stock.objects(id)?;
    Some(of_meetings(info, vec![objects], stock))
}

fn of_meetings(info: &FeedInfo, meetings: Vec<&MeetingObjects>, stock: &Stock) -> Feed {
    let otherwise = stock.snapshot().modified();
    let newest = meetings
        .iter()
        .filter_map(|meeting| meeting.modified())
        .max();
    let text = calendar(info, meetings, otherwise);
    Feed::new(text, newest.unwrap_or(otherwise))
}

/// The bytes of a feed, in any format.
#[derive(Debug)]
pub struct Feed {
    text: String,
    last_modified: DateTime<Utc>,
}

impl Feed {
    /// A feed from its text.
    pub fn new(text: String, last_modified: DateTime<Utc>) -> Self {
        Self {
            text,
            last_modified,
        }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same as bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// When the newest of its meetings was published, UTC.
    pub fn last_modified(&self) -> DateTime<Utc> {
        self.last_modified
    }
}
